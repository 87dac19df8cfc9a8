import type { Report } from '../../schemas/report.ts';
import type { ReportHead } from '../../schemas/search.ts';
import type { Facts } from '../facts.ts';
import type { Asker } from '../port.ts';
import { compareReports } from '../query/rank.ts';
import type { Database } from './database.ts';
import { FacetValues } from './facets.ts';

export interface KnownReport extends Facts {
  id: number;
  sha: string;
  /** Its passages are numbered from here. */
  firstPassage: number;
  passages: number;
  collections: string[];
  /** Numbers of its facet values, and of its collections among them. */
  values: number[];
  collectionValues: number[];
}

type Row = [id: number, sha: string, firstPassage: number, passages: number, facts: Facts];

/**
 * What is held in memory of all reports: a query must know date, place and collections of every hit. A row never
 * changes under its number, so after a change only the new ones are read.
 */
export class Reports {
  readonly facets = new FacetValues();
  /** No passage has this number or a higher one. */
  size = 1;
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

  /** Facet values that name a collection the asker may not see. */
  hiddenCollections({ collections }: Asker): ReadonlySet<number> {
    if (collections === null) return new Set();
    const names = new Set(this.#ordered.flatMap((report) => report.collections));
    const hidden = [...names].filter((name) => !collections.includes(name));
    return new Set(hidden.map((name) => this.facets.number('collection', name)));
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
    const fresh = database.jsonColumn<Row>(
      `SELECT json_array(id, sha, first_passage, passages, json(facts)) AS x
       FROM report WHERE id > ? ORDER BY id`,
      this.#newest,
    );
    for (const [id, sha, firstPassage, passages, facts] of fresh) {
      const values = this.facets.of(facts);
      const own = { id, sha, firstPassage, passages, values };
      this.#byId.set(id, { ...own, ...facts, collections: [], collectionValues: [] });
      this.#newest = id;
      this.size = Math.max(this.size, firstPassage + passages);
    }
    for (const report of this.#byId.values()) Object.assign(report, { collections: [], collectionValues: [] });
    const placed = 'SELECT json_array(report, collection) AS x FROM placement GROUP BY report, collection';
    for (const [id, collection] of database.jsonColumn<[number, string]>(placed)) {
      const report = this.#byId.get(id);
      report?.collections.push(collection);
      report?.collectionValues.push(this.facets.number('collection', collection));
    }
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
