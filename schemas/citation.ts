import { z } from 'zod';
import { spanFields } from './span.ts';

/** A mention of a numbered (or, with `number` null, named) document. See `extractors/citations/README.md`. */
export const Citation = z.strictObject({
  id: z.string(),
  quote: z.string(),
  ...spanFields,
  number: z.string().nullable(),
  unlinkedReason: z.string().nullable(),
  type: z.string().nullable(),
  issuer: z.string().nullable(),
  date: z.iso.date().nullable(),
  title: z.string().nullable(),
  shorthand: z.boolean(),
  /** Names of the fields that are not written in this mention but follow from it ("number" of a shorthand). */
  inferred: z.array(z.string()),
  /** The report naming itself. */
  self: z.boolean(),
  /** Identity key of the directive, or null where it could not be resolved. */
  directive: z.string().nullable(),
});
export type Citation = z.infer<typeof Citation>;
