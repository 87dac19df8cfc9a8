import type { Severity } from '../../../schemas/diagnostic.ts';
import type { FlagKind } from '../../../schemas/flag.ts';
import type { ComparedReport } from '../compared-figure.ts';

/** A place in one of several reports. */
export interface CrossPlace {
  role: string;
  report: ComparedReport;
  quote: string;
  block: string;
  start: number;
  end: number;
}

export interface CrossFinding {
  certain: boolean;
  stated: string | null;
  expected: string | null;
  message: { vi: string; en: string };
  formula?: string | null;
  suggestion?: string | null;
  severity?: Severity;
  evidence: CrossPlace[];
}

/**
 * A check over the members of one comparison key. It sees nothing else, so that a new report costs only its own keys; the
 * members come one per report and figure, copies of one report already left out.
 */
export interface CrossRule<Member> {
  kind: FlagKind;
  severity: Severity;
  /** The keys it looks at begin so. */
  prefix: string;
  check(members: readonly Member[], key: string): Iterable<CrossFinding>;
}
