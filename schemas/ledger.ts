import { z } from 'zod';

export const LedgerState = z.enum(['queued', 'reading', 'indexed', 'partial', 'failed', 'duplicate']);
export type LedgerState = z.infer<typeof LedgerState>;

/**
 * What became of one file (one path in one collection). Files in = indexed + partial + failed + duplicate once no work
 * is left. `reason` is a diagnostic code ("encrypted", "secret-marking"), `detail` the Vietnamese sentence for it;
 * `duplicateOf` the path whose bytes are the same.
 */
export const LedgerEntry = z.strictObject({
  collection: z.string(),
  path: z.string(),
  sha256: z.string().nullable(),
  size: z.int().min(0).nullable(),
  state: LedgerState,
  reason: z.string().nullable(),
  detail: z.string().nullable(),
  duplicateOf: z.string().nullable(),
  pipelineVersion: z.string(),
  attempts: z.int().min(0),
  /** ISO time of the last change; null only while never written. */
  updated: z.iso.datetime().nullable(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** What the row of a file holds, in the order of the record. */
export const ledgerColumns = LedgerEntry.keyof().options;

/** The balance that must come out even: `files` = the sum of all others. */
export const LedgerBalance = z.strictObject({
  files: z.int(),
  queued: z.int(),
  reading: z.int(),
  indexed: z.int(),
  partial: z.int(),
  failed: z.int(),
  duplicate: z.int(),
});
export type LedgerBalance = z.infer<typeof LedgerBalance>;
