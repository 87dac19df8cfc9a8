import type { Citation } from '../../schemas/citation.ts';
import type { Severity } from '../../schemas/diagnostic.ts';
import type { Block } from '../../schemas/document.ts';
import type { FlagKind } from '../../schemas/flag.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import type { ExtractContext } from '../document/context.ts';

/** The records that earlier extractors made of the same reading. */
export interface CheckRecords {
  citations: readonly Citation[];
  indicators: readonly Indicator[];
}

/** What every rule sees. Blocks are the reading's own; `block` finds one by its id. */
export interface CheckInput {
  context: ExtractContext;
  records: CheckRecords;
  block(id: string): Block;
  /**
   * Work that several rules share (the grid of a table, the wholes of a paragraph) is done once: `shared(parseTables)`
   * calls `parseTables(input)` the first time only.
   */
  shared<T>(make: (input: CheckInput) => T): T;
}

/** A place in a block and what it is in the contradiction: total, part, numerator, percentage, header … */
export interface Place {
  role: string;
  block: string;
  start: number;
  end: number;
}

/** What a rule found. `run.ts` cuts the quotes and stamps id, severity and fingerprint. */
export interface Finding {
  /** False wherever an innocent reading is left. */
  certain: boolean;
  /** As written in the report. */
  stated: string | null;
  /** What follows from the other figures, written the way the report writes figures. */
  expected: string | null;
  message: { vi: string; en: string };
  /** Left and right side with the operands, such as «2 + 94 + 638». */
  formula?: string | null;
  /** The range that rounding or truncation allows, such as «68,35–68,45 %»; null for exact arithmetic. */
  interval?: string | null;
  /** The smallest change that would make the figures agree, in Vietnamese; null when none is plain. */
  suggestion?: string | null;
  evidence: Place[];
  /** Words that name the place, where the evidence has none of its own (row and column headers of a bare cell). */
  anchor?: string;
  /** Where a finding weighs less or more than its rule usually does. */
  severity?: Severity;
}

/**
 * A checkable claim that the report makes («tổng = các phần», «x/y = z %») and what became of it. Every claim met is
 * yielded exactly once, so that coverage is counted in one place.
 */
export type Claim =
  | { fate: 'consistent' }
  /** `reason` is a short kebab-case word that `docs/checks/README.md` explains. */
  | { fate: 'not-checkable'; reason: string }
  | { fate: 'flagged'; finding: Finding };

export const consistent: Claim = { fate: 'consistent' };
export const notCheckable = (reason: string): Claim => ({ fate: 'not-checkable', reason });
export const flagged = (finding: Finding): Claim => ({ fate: 'flagged', finding });

/** One consistency check. `kind` = file name = page in `docs/checks` = folder in `fixtures/checks`. */
export interface Rule {
  kind: FlagKind;
  severity: Severity;
  /** Pure and synchronous; says what and where, never how it is stored or shown. */
  check(input: CheckInput): Iterable<Claim>;
}
