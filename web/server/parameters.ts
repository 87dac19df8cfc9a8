import { z } from 'zod';

/** A parameter that may be given any number of times. */
export function several<T extends z.ZodType>(item: T) {
  return z
    .preprocess((value) => [value].flat(), z.array(item))
    .optional()
    .transform((values) => values ?? []);
}

/** `true` or `false` as an address spells it. */
export const Truth = z.enum(['true', 'false']).transform((text) => text === 'true');

/** The hash of a file, or a beginning of it that only one report has. */
export const ReportId = z.string().regex(/^[0-9a-f]{4,64}$/);

/** Conditions on reports, under the names of the store. */
export const reportFilter = {
  report: ReportId.optional(),
  place: z.string().max(1000).optional(),
  issuer: z.string().max(1000).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  directive: z.string().max(1000).optional().describe('Any spelling of a number, or an identity.'),
};

/** Conditions on records. */
export const recordFilter = {
  ...reportFilter,
  words: z.string().max(1000).optional().describe('Must all occur; accents do not count.'),
};

/** What was asked for, without the conditions that were not. */
export function given<T extends object>(filter: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never;
}
