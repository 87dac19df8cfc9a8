import { z } from 'zod';

export const UnitLevel = z.enum(['central', 'province', 'district', 'commune', 'village']);
export type UnitLevel = z.infer<typeof UnitLevel>;

/** An administrative unit as named, with its official code where it could be resolved. */
export const Unit = z.strictObject({
  name: z.string(),
  level: UnitLevel,
  code: z.string().nullable(),
});
export type Unit = z.infer<typeof Unit>;

/** ISO dates, both inclusive. */
export const Period = z.strictObject({
  label: z.string(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});
export type Period = z.infer<typeof Period>;

/** The type of a paper that asks for reports and reports nothing itself. */
export const OUTLINE_TYPE = 'Đề cương báo cáo';

/** What the file says it is. Null where it does not say; nothing is ever invented. `units` is the place chain, most specific last. */
export const Report = z.strictObject({
  number: z.string().nullable(),
  type: z.string().nullable(),
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  units: z.array(Unit),
  date: z.iso.date().nullable(),
  period: Period.nullable(),
  signer: z.string().nullable(),
  source: z.enum(['header', 'attachment-line', 'signature', 'title']).nullable(),
});
export type Report = z.infer<typeof Report>;

export const emptyReport: Report = {
  number: null,
  type: null,
  title: null,
  issuer: null,
  units: [],
  date: null,
  period: null,
  signer: null,
  source: null,
};
