import type { Decision, SignOff } from '../../schemas/decision.ts';
import { ReportStatus } from '../../schemas/search.ts';
import type { Facts } from '../facts.ts';
import { type Settled, settledBy, statusesOf } from '../report-status.ts';
import type { Database } from './database.ts';
import type { FacetValues } from './facets.ts';
import { Growing } from './growing.ts';

const all = ReportStatus.options;

/**
 * How reports stand with their auditors. That changes without anything else about a report: so it stands beside the
 * columns (`ReportColumns`), a bit for each status.
 */
export class ReportStatuses {
  readonly #marks = new Growing();
  #settled: Settled = { flags: new Set(), reports: new Set() };
  #entries = 0;

  /** True if auditors have said anything since the last time. */
  refresh(database: Database): boolean {
    // entries are only ever added
    const entries = database.value<number>("SELECT count(*) FROM history WHERE kind IN ('decision', 'sign-off')");
    if (entries === this.#entries) return false;
    this.#entries = entries;
    const settled = { flags: new Set<string>(), reports: new Set<string>() };
    for (const entry of database.jsonColumn<Decision | SignOff>(LAST_WORDS)) {
      const { kind, name } = settledBy(entry) ?? {};
      if (kind && name) settled[kind].add(name);
    }
    this.#settled = settled;
    return true;
  }

  of(sha: string, facts: Facts): ReportStatus[] {
    return statusesOf(sha, facts, this.#settled);
  }

  /** Those of the report in the next column. */
  add(statuses: readonly ReportStatus[]): void {
    this.#marks.append([marksOf(statuses)]);
  }

  set(column: number, statuses: readonly ReportStatus[]): void {
    this.#marks.numbers[column] = marksOf(statuses);
  }

  /** For each column: adds its hits under each of its statuses. */
  count(facets: FacetValues, counts: Uint32Array, columns: readonly number[], hits: Uint32Array): void {
    const marks = this.#marks.numbers;
    const byMarks = new Uint32Array(1 << all.length);
    for (const column of columns) byMarks[marks[column]!]! += hits[column]!;
    all.forEach((status, bit) => {
      const number = facets.number('status', status);
      byMarks.forEach((found, mark) => {
        if (mark & (1 << bit)) counts[number]! += found;
      });
    });
  }
}

const marksOf = (statuses: readonly ReportStatus[]): number =>
  statuses.reduce((marks, status) => marks | (1 << all.indexOf(status)), 0);

/** The body that stands beside the highest version under each key. */
const LAST_WORDS = `SELECT body AS x, max(version) FROM history WHERE kind IN ('decision', 'sign-off') GROUP BY kind, key`;
