import type { Decision, DecisionState, DeskFlag, FlagCounts, FlagFile } from '../../schemas/decision.ts';
import type { ReportHead } from '../../schemas/search.ts';
import type { Asker, ReportFilter } from '../../search/port.ts';
import { countFlags, type FlagFilter, listFlags, type Reading } from '../desk/flags.ts';
import { placeFinder } from '../desk/places.ts';

/** More findings than anybody signs; ask for fewer. */
export const MOST_FINDINGS = 1000;

export class TooManyFindings extends Error {
  override name = 'TooManyFindings';
  readonly found: number;
  constructor(found: number) {
    super(`${found} findings do not fit into one protocol`);
    this.found = found;
  }
}

/** What a protocol says, before it is put on paper. */
export interface Protocol {
  made: Date;
  /** In the order of lists, each once. */
  reports: ReportHead[];
  counts: FlagCounts;
  byState: Record<DecisionState, number>;
  findings: Finding[];
  /** Who has decided, in the order of names. */
  auditors: string[];
}

export interface Finding {
  /** From 1, as the protocol numbers them. */
  number: number;
  flag: DeskFlag;
  places: FlagFile['places'];
  history: Decision[];
}

/** Throws `TooManyFindings`. */
export async function collectProtocol(
  reading: Reading,
  asker: Asker,
  filter: FlagFilter,
  made: Date,
): Promise<Protocol> {
  const { total, records } = await listFlags(reading, asker, filter, { offset: 0, limit: MOST_FINDINGS });
  if (total > MOST_FINDINGS) throw new TooManyFindings(total);
  const placesOf = placeFinder(reading.store, asker);
  const findings: Finding[] = [];
  for (const flag of records)
    findings.push({
      number: findings.length + 1,
      flag,
      places: await placesOf(flag),
      history: await reading.desk.decisions.of(flag.id),
    });
  const byState = { open: 0, confirmed: 0, dismissed: 0, fixed: 0 };
  for (const { state } of records) byState[state]++;
  return {
    made,
    reports: [...new Map(records.flatMap(({ reports }) => reports.map((report) => [report.id, report]))).values()],
    counts: await countFlags(reading, asker, onReports(filter)),
    byState,
    findings,
    auditors: [...new Set(findings.flatMap(({ history }) => history.map(({ by }) => by)))].sort(),
  };
}

/** What was checked is told of the reports asked for, whichever of their flags are listed. */
function onReports({ report, place, issuer, from, to, directive }: FlagFilter): ReportFilter {
  const all = { report, place, issuer, from, to, directive };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
