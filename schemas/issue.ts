import { z } from 'zod';
import { spanFields } from './span.ts';

/** What residents are said to raise. */
export const Issue = z.strictObject({
  id: z.string(),
  quote: z.string(),
  ...spanFields,
  topic: z.string(),
  place: z.string().nullable(),
  /** How residents stand to it, in the report's own word class: bức xúc, mong muốn, kiến nghị, lo lắng, đồng tình, quan tâm. */
  stance: z.array(z.string()),
  people: z.number().nullable(),
  addressedTo: z.string().nullable(),
  response: z.string().nullable(),
});
export type Issue = z.infer<typeof Issue>;
