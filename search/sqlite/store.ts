import type { Desk } from '../desk-port.ts';
import { keptExtraction } from '../kept-extraction.ts';
import type { People } from '../people-port.ts';
import type { Asker, Store } from '../port.ts';
import { sqliteComparisons } from './comparisons.ts';
import { coverageOf } from './coverage.ts';
import { Database } from './database.ts';
import { sqliteDesk } from './desk.ts';
import { directives, links, mentions } from './directives.ts';
import { dump } from './dump.ts';
import { type QueueRows, sqliteLedger, sqliteQueueRows } from './ledger.ts';
import { list } from './lists.ts';
import { type Held, holdLock } from './lock.ts';
import { sqlitePeople } from './people.ts';
import { collectionsOf, Reports, visiblePlacement } from './reports.ts';
import { search } from './search.ts';
import { put, remove } from './write.ts';

export interface SqliteStore extends Store, QueueRows {
  /** The sole right to work on the queue of this store, or null while another process has it. */
  lock(): Held | null;
  desk: Desk;
  people: People;
}

/** Opens the embedded store, making or migrating it where needed. */
export function openSqliteStore(file: string): SqliteStore {
  const database = new Database(file);
  const reports = new Reports(database);
  return {
    ...sqliteQueueRows(database),
    lock: () => holdLock(`${file}-lock`),
    ledger: sqliteLedger(database),
    desk: sqliteDesk(database),
    people: sqlitePeople(database),
    put: async (indexed, entry) => put(database, indexed, entry),
    remove: async (sha) => remove(database, sha),
    report: async (asker, idPrefix) => database.snapshot(() => oneReport(database, reports, asker, idPrefix)),
    async reports(asker, { offset, limit }) {
      return database.snapshot(() => {
        const visible = reports.visible(asker);
        const headOf = reports.heads(asker);
        const shown = visible.slice(offset, offset + limit);
        return { total: visible.length, reports: shown.map(({ id }) => headOf(id)) };
      });
    },
    bodies: async (asker) =>
      database.snapshot(() =>
        reports.visible(asker).map(({ sha, units, from, to }) => ({ report: sha, units, from, to })),
      ),
    search: async (asker, query, page) => search(database, reports, asker, query, page),
    list: async (asker, kind, filter, page) => list(database, reports, asker, kind, filter, page),
    directives: async (asker, filter, page) => directives(database, asker, filter, page),
    coverage: async (asker, filter) => coverageOf(database, reports, asker, filter),
    mentions: async (asker, wanted, page) => mentions(database, reports, asker, wanted, page),
    links: async (asker, targets) => links(database, asker, targets),
    comparisons: sqliteComparisons(database, reports),
    async *dump() {
      yield* dump(database);
    },
    // A report and its outcome are one transaction: there is no half.
    repair: async () => 0,
    rebuild: null,
    health: async () => health(database),
    async close() {
      database.close();
    },
  };
}

/** The only report whose id begins so. */
function oneReport(database: Database, reports: Reports, asker: Asker, idPrefix: string) {
  if (!/^[0-9a-f]{4,64}$/.test(idPrefix)) return null;
  const found = reports.visible(asker).filter(({ sha }) => sha.startsWith(idPrefix));
  const [only] = found;
  if (!only || found.length > 1) return null;
  const head = reports.heads(asker)(only.id);
  const blob = database.value<Uint8Array>('SELECT extraction FROM report WHERE id = ?', only.id);
  const paths = database.column<string>(
    `SELECT path AS x FROM placement WHERE report = ?1 AND ${visiblePlacement('?2')} ORDER BY collection, path`,
    only.id,
    collectionsOf(asker),
  );
  return { ...head, extraction: keptExtraction(blob, head.path), paths };
}

function health(database: Database): Awaited<ReturnType<Store['health']>> {
  const check = database.value<string>('PRAGMA quick_check(1)');
  return {
    kind: 'sqlite',
    version: database.value<string>('SELECT sqlite_version()'),
    details: {
      file: database.file,
      schema: database.version(),
      reports: database.value<number>('SELECT count(*) FROM report'),
      passages: database.value<number>('SELECT count(*) FROM passage'),
      bytes: database.value<number>('SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()'),
    },
    warnings: check === 'ok' ? [] : [check],
  };
}
