import type { Report } from '../../schemas/report.ts';
import type { ReportHead } from '../../schemas/search.ts';
import type { Asker } from '../port.ts';
import { compareReports } from '../query/rank.ts';
import type { Database } from './database.ts';
import type { Facts } from './facts.ts';

export interface KnownReport extends Facts {
  id: number;
  sha: string;
  collections: string[];
}

/**
 * What is held in memory of all reports: a query must know date, place and collections of every hit. A row never
 * changes under its number, so after a change only the new ones are read.
 */
export class Reports {
  readonly #database: Database;
  #byId = new Map<number, KnownReport>();
  #ordered: KnownReport[] = [];
  #newest = 0;
  #seen: string | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** All reports in the order of answers. */
  all(): readonly KnownReport[] {
    this.#refresh();
    return this.#ordered;
  }

  visible(asker: Asker): readonly KnownReport[] {
    const all = this.all();
    const { collections } = asker;
    return collections === null ? all : all.filter((report) => report.collections.some((c) => collections.includes(c)));
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
      `SELECT sha, head, (SELECT path FROM placement WHERE report = ?1 AND ${visiblePlacement('?2')}
         ORDER BY collection, path LIMIT 1) AS path
       FROM report WHERE id = ?1`,
      id,
      collections,
    );
    if (!row) throw new Error(`report ${id} is not in the store`);
    return { id: row.sha, path: row.path, ...(JSON.parse(row.head) as Report) };
  }

  #refresh(): void {
    const state = `${this.#database.foreignChanges()} ${this.#database.ownChanges()}`;
    if (state === this.#seen) return;
    if (this.#read()) {
      this.#ordered = [...this.#byId.values()].sort((a, b) =>
        compareReports({ date: a.date, id: a.sha }, { date: b.date, id: b.sha }),
      );
    }
    this.#seen = state;
  }

  /** Brings what is held up to date; true if reports came or went. */
  #read(): boolean {
    const database = this.#database;
    const ids = new Set(database.column<number>('SELECT id AS x FROM report'));
    const before = this.#byId.size;
    for (const id of this.#byId.keys()) if (!ids.has(id)) this.#byId.delete(id);
    const gone = this.#byId.size < before;
    const fresh = database.jsonColumn<[number, string, Facts]>(
      'SELECT json_array(id, sha, json(facts)) AS x FROM report WHERE id > ? ORDER BY id',
      this.#newest,
    );
    for (const [id, sha, facts] of fresh) {
      this.#byId.set(id, { id, sha, ...facts, collections: [] });
      this.#newest = id;
    }
    for (const report of this.#byId.values()) report.collections = [];
    const placed = 'SELECT json_array(report, collection) AS x FROM placement GROUP BY report, collection';
    for (const [id, collection] of database.jsonColumn<[number, string]>(placed))
      this.#byId.get(id)?.collections.push(collection);
    return gone || fresh.length > 0;
  }
}

/** The asker's collections as the value of a statement: JSON, or null for all. */
export function collectionsOf({ collections }: Asker): string | null {
  return collections === null ? null : JSON.stringify(collections);
}

/** Condition on `placement`: it lies in one of the asker's collections. */
export function visiblePlacement(value: string): string {
  return `(${value} IS NULL OR collection IN (SELECT value FROM json_each(${value})))`;
}

/** Condition on a column that names a report: the asker may see it. */
export function visibleReport(column: string, value: string): string {
  return `(${value} IS NULL OR ${column} IN (SELECT report FROM placement WHERE ${visiblePlacement(value)}))`;
}
