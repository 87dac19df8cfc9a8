import { z } from 'zod';
import { spanFields } from './span.ts';

export const IndicatorKind = z.enum(['result', 'target', 'stock', 'rate', 'difference']);
export type IndicatorKind = z.infer<typeof IndicatorKind>;

/**
 * A number with meaning. The span covers the words that carry it (label, value, unit: usually one clause), or the
 * cell of a table; `raw` is the value as written and stands inside `quote`.
 */
export const Indicator = z.strictObject({
  id: z.string(),
  label: z.string(),
  value: z.number(),
  raw: z.string(),
  unit: z.string().nullable(),
  qualifier: z.string().nullable(),
  kind: IndicatorKind,
  period: z.string().nullable(),
  scope: z.string().nullable(),
  quote: z.string(),
  ...spanFields,
  /** Id of the whole that a fraction or rate is of. */
  of: z.string().nullable(),
  /** Id of the total that this is a part of. */
  partOf: z.string().nullable(),
  /** Names of the rules that fired. */
  rules: z.array(z.string()),
  /** For a table cell: which table of the document (0-based) and the header path of its row and column. */
  table: z.strictObject({ index: z.int().min(0), row: z.array(z.string()), column: z.array(z.string()) }).nullable(),
});
export type Indicator = z.infer<typeof Indicator>;
