import { z } from 'zod';

/**
 * A place in a reading: UTF-16 offsets into the text of one block, end exclusive.
 * Every record carries one, and `quote` is always cut from there, never typed.
 */
export const spanFields = {
  block: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
};

export const Span = z.strictObject(spanFields);
export type Span = z.infer<typeof Span>;

/** A span together with the words found there. */
export const Quoted = z.strictObject({ quote: z.string(), ...spanFields });
export type Quoted = z.infer<typeof Quoted>;
