import { z } from 'zod';

const words = z.string().nullable().optional();
const oneOrMany = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));

/**
 * What a careful reader found in one report. Only what is compared is named here; annotators may write more. `optional`
 * entries are neither required nor wrong; `complete: false` says that finding more is no mistake.
 */
export const Annotation = z.object({
  complete: z.boolean().default(true),
  report: z.object({ number: words, type: words, issuer: words, date: words }).partial().default({}),
  citations: z
    .array(
      z.object({
        number: z.string().nullable(),
        type: words,
        date: words,
        optional: z.boolean().optional(),
        self: z.boolean().optional(),
      }),
    )
    .default([]),
  relations: z.array(z.object({ verb: z.string(), to: z.string(), optional: z.boolean().optional() })).default([]),
  indicators: z
    .array(z.object({ label: z.string(), value: z.number().nullable(), unit: words, optional: z.boolean().optional() }))
    .default([]),
  issues: z
    .array(
      z.object({
        quote: z.string(),
        optional: z.boolean().optional(),
        core: z.boolean().optional(),
        negated: z.boolean().optional(),
      }),
    )
    .default([]),
  flags: z
    .array(
      z.object({ kind: z.string(), certain: z.boolean(), quote: oneOrMany.optional(), quotes: oneOrMany.optional() }),
    )
    .default([]),
});
export type Annotation = z.infer<typeof Annotation>;
