import { z } from 'zod';
import { Severity } from './diagnostic.ts';
import { spanFields } from './span.ts';

/** File name of the rule, folder of its fixtures, page of its documentation and word in the interface are all the same. */
export const FlagKind = z.enum([
  'parts-total',
  'percentage',
  'product',
  'granularity',
  'growth',
  'table-column-total',
  'table-row-total',
  'prose-table',
  'table-table',
  'repeated-figure',
  'subset-bound',
  'list-count',
  'row-count',
  'anniversary',
  'malformed-number',
  'unit-magnitude',
  'rank',
  'date-order',
  'directive-identity',
  'issuer-code',
  'cross-report',
  'cumulative',
  'roll-up',
  'target-result',
]);
export type FlagKind = z.infer<typeof FlagKind>;

/** One of the places that together make the contradiction. `source` names the file where evidence comes from several. */
export const Evidence = z.strictObject({
  role: z.string(),
  quote: z.string(),
  ...spanFields,
  source: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** The report contradicts itself. `certain` is false wherever an innocent reading is left. */
export const Flag = z.strictObject({
  /** Derived from kind, lineage of the report and the words around the evidence: stable across runs and pipeline versions. */
  id: z.string(),
  /** Hash of the figures involved: a change re-opens an auditor's decision. */
  fingerprint: z.string(),
  kind: FlagKind,
  severity: Severity,
  certain: z.boolean(),
  stated: z.string().nullable(),
  expected: z.string().nullable(),
  message: z.strictObject({ vi: z.string(), en: z.string() }),
  formula: z.string().nullable(),
  interval: z.string().nullable(),
  suggestion: z.string().nullable(),
  evidence: z.array(Evidence).min(1),
});
export type Flag = z.infer<typeof Flag>;

/**
 * Why a contradiction between reports no longer holds: one of them was taken out, its file now holds other bytes, a newer
 * version or copy of it counts, it was read anew, or none of them changed and what they are compared with did.
 */
export const ClosingReason = z.enum(['removed', 'replaced', 'superseded', 'read-anew', 'compared-otherwise']);
export type ClosingReason = z.infer<typeof ClosingReason>;

/** Nothing is kept of what the reports say: one of them may have been taken out. */
export const ClosedFlag = z.strictObject({
  ...Flag.pick({ id: true, fingerprint: true, kind: true, certain: true }).shape,
  /** Ids of the reports it spoke of. */
  reports: z.array(z.string()),
  reason: ClosingReason,
  /** The one that brought it about, and the report that now stands for it. */
  report: z.string().nullable(),
  by: z.string().nullable(),
});
export type ClosedFlag = z.infer<typeof ClosedFlag>;

/** What became of every checkable claim met: "nothing found" is told apart from "nothing checked". */
export const Coverage = z.strictObject({
  claimsFound: z.int().min(0),
  claimsChecked: z.int().min(0),
  byFate: z.strictObject({
    consistent: z.int().min(0),
    flagged: z.int().min(0),
    notCheckable: z.record(z.string(), z.int().min(0)),
  }),
});
export type Coverage = z.infer<typeof Coverage>;

export const emptyCoverage: Coverage = {
  claimsFound: 0,
  claimsChecked: 0,
  byFate: { consistent: 0, flagged: 0, notCheckable: {} },
};
