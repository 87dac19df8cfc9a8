import { z } from 'zod';
import { spanFields } from './span.ts';

export const Modality = z.enum(['done', 'planned', 'proposed', 'negated']);
export type Modality = z.infer<typeof Modality>;

/** What this report (`from` null) or a directive does with a directive. `from` and `to` are numbers as written in citations. */
export const Relation = z.strictObject({
  id: z.string(),
  from: z.string().nullable(),
  verb: z.string(),
  to: z.string(),
  modality: Modality,
  actor: z.string().nullable(),
  place: z.string().nullable(),
  quote: z.string(),
  ...spanFields,
});
export type Relation = z.infer<typeof Relation>;
