import type { Report } from '../../schemas/report.ts';
import type { ReportHead, ReportStatus, SearchOrder } from '../../schemas/search.ts';
import type { Facts } from '../facts.ts';
import type { Asker } from '../port.ts';
import type { Database } from './database.ts';
import { FacetValues } from './facets.ts';
import { PassageLists } from './passage-lists.ts';
import { type Column, ReportColumns } from './report-columns.ts';
import { ReportOrder } from './report-order.ts';
import { ReportStatuses } from './report-statuses.ts';

export interface KnownReport extends Facts, Column {
  values: number[];
  id: number;
  sha: string;
  collections: string[];
  statuses: ReportStatus[];
}

type Row = [id: number, sha: string, firstPassage: number, passages: number, facts: Facts];

/**
 * What is held in memory of all reports: a query must know date, place and collections of every hit. A row never
 * changes under its number, so after a change only the reports are read that came or lie elsewhere.
 */
export class Reports {
  readonly facets = new FacetValues();
  readonly lists: PassageLists;
  /** No passage has this number or a higher one. */
  size = 1;
  readonly #database: Database;
  readonly columns = new ReportColumns();
  readonly statuses = new ReportStatuses();
  readonly #order = new ReportOrder<KnownReport>();
  #newest = 0;
  /** The last change of a placement that was seen. */
  #change = 0;
  #seen: string | null = null;

  constructor(database: Database) {
    this.#database = database;
    this.lists = new PassageLists(database);
  }

  /** All reports in the order of answers. */
  all(): readonly KnownReport[] {
    this.#refresh();
    return this.#order.reports;
  }

  visible(asker: Asker): readonly KnownReport[] {
    const all = this.all();
    return asker.collections === null ? all : all.filter((report) => isVisible(report, asker));
  }

  /** The columns of the reports that the asker may see and that pass the test, in the order of answers or the oldest first. */
  visibleColumns(asker: Asker, test: ((report: KnownReport) => boolean) | null, order: SearchOrder): readonly number[] {
    const reports = this.all();
    const { columns } = this.#order;
    const ranks = order === 'oldest' ? this.#order.fromOldest() : null;
    if (asker.collections === null && test === null && ranks === null) return columns;
    const passed: number[] = [];
    for (let at = 0; at < reports.length; at++) {
      const rank = ranks === null ? at : ranks[at]!;
      const report = reports[rank]!;
      if (isVisible(report, asker) && (test === null || test(report))) passed.push(columns[rank]!);
    }
    return passed;
  }

  /** Header facts of reports, each under the first of its paths that the asker may see, looked up once. */
  heads(asker: Asker): (id: number) => ReportHead {
    const collections = collectionsOf(asker);
    const known = new Map<number, ReportHead>();
    return (id) => {
      const head = known.get(id) ?? this.#head(collections, id);
      known.set(id, head);
      return head;
    };
  }

  #head(collections: string | null, id: number): ReportHead {
    const row = this.#database.get<{ sha: string; head: string; path: string }>(
      `SELECT sha, head, ${firstPath('id', '?2')} AS path FROM report WHERE id = ?1`,
      id,
      collections,
    );
    if (!row) throw new Error(`report ${id} is not in the store`);
    return { id: row.sha, path: row.path, ...(JSON.parse(row.head) as Report) };
  }

  #refresh(): void {
    const state = `${this.#database.foreignChanges()} ${this.#database.ownChanges()}`;
    if (state === this.#seen) return;
    const last = this.#database.value<number>('SELECT coalesce(max(seq), 0) FROM placement_change');
    const isSettled = this.statuses.refresh(this.#database);
    if (last !== this.#change) this.#read();
    if (isSettled) this.#settle();
    this.#change = last;
    this.#seen = state;
  }

  /** Reads the reports that came, went or lie elsewhere since the last time. */
  #read(): void {
    const database = this.#database;
    const since = this.#change;
    const changed = database.column<number>('SELECT report AS x FROM placement_change WHERE seq > ?', since);
    const isChanged = 'IN (SELECT report FROM placement_change WHERE seq > ?)';
    const rows = database.jsonColumn<Row>(
      `SELECT json_array(id, sha, first_passage, passages, json(facts)) AS x FROM report WHERE id ${isChanged}`,
      since,
    );
    const read = new Map(rows.map((row) => [row[0], this.#known(row)]));
    const placed = `SELECT DISTINCT json_array(report, collection) AS x FROM placement WHERE report ${isChanged}`;
    for (const [id, collection] of database.jsonColumn<[number, string]>(placed, since)) {
      const report = read.get(id);
      report?.collections.push(collection);
      report?.values.push(this.facets.number('collection', collection));
    }
    if (changed.some((id) => id <= this.#newest)) {
      const gone = new Set(changed);
      this.#order.remove(({ id }) => gone.has(id));
    }
    const fresh = [...read.values()];
    this.#numberPassages(fresh);
    this.#order.add(fresh.map((report) => [report, this.columns.add(report)]));
    for (const { statuses } of fresh) this.statuses.add(statuses);
  }

  /** Auditors have said more of reports that are known. */
  #settle(): void {
    this.#order.reports.forEach((report, rank) => {
      report.statuses = this.statuses.of(report.sha, report);
      this.statuses.set(this.#order.columns[rank]!, report.statuses);
    });
  }

  #known([id, sha, firstPassage, passages, facts]: Row): KnownReport {
    const values = this.facets.of(facts);
    return {
      id,
      sha,
      firstPassage,
      passages,
      values,
      ...facts,
      collections: [],
      statuses: this.statuses.of(sha, facts),
    };
  }

  /** The numbers of a report that went are given anew where they were the last ones. */
  #numberPassages(read: readonly KnownReport[]): void {
    if (read.some(({ id, firstPassage }) => id > this.#newest && firstPassage < this.size)) this.lists.forget();
    for (const { id, firstPassage, passages } of read) {
      this.#newest = Math.max(this.#newest, id);
      this.size = Math.max(this.size, firstPassage + passages);
    }
  }
}

const isVisible = (report: KnownReport, { collections }: Asker): boolean =>
  collections === null || report.collections.some((collection) => collections.includes(collection));

/** The asker's collections as the value of a statement: JSON, or null for all. */
export function collectionsOf({ collections }: Asker): string | null {
  return collections === null ? null : JSON.stringify(collections);
}

/** Condition on `placement`: it lies in one of the asker's collections. */
export function visiblePlacement(value: string): string {
  return `(${value} IS NULL OR collection IN (SELECT value FROM json_each(${value})))`;
}

/** The first path under which the asker may see the report that the column names. */
export function firstPath(column: string, value: string): string {
  return `(SELECT path FROM placement WHERE placement.report = ${column} AND ${visiblePlacement(value)}
    ORDER BY collection, path LIMIT 1)`;
}

/** Condition on a column that names a report: the asker may see it. */
export function visibleReport(column: string, value: string): string {
  return `(${value} IS NULL OR ${column} IN (SELECT report FROM placement WHERE ${visiblePlacement(value)}))`;
}
