import { z } from 'zod';

export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

/**
 * Our reading met a problem. Not to be mixed with a `Flag`: there the report contradicts itself.
 * `code` is stable and machine-readable (kebab-case); `message` is Vietnamese, for a person.
 */
export const Diagnostic = z.strictObject({
  code: z.string(),
  severity: Severity,
  message: z.string(),
  page: z.int().nullable().default(null),
  block: z.string().nullable().default(null),
});
export type Diagnostic = z.infer<typeof Diagnostic>;
