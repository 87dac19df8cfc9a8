import { type LedgerBalance, type LedgerEntry, ledgerColumns } from '../../schemas/ledger.ts';
import type { Ledger } from '../port.ts';
import type { Database } from './database.ts';
import { displace, place } from './placement.ts';

const key: readonly (keyof LedgerEntry)[] = ['collection', 'path'];
const changing = ledgerColumns.filter((column) => !key.includes(column));
const told = changing.filter((column) => column !== 'updated');

/** Writes a row unless it says all that already, the time aside. */
const UPSERT = `INSERT INTO ledger (${ledgerColumns.join(', ')}) VALUES (${ledgerColumns.map(() => '?').join(', ')})
  ON CONFLICT DO UPDATE SET ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
  WHERE ${told.map((column) => `ledger.${column} IS NOT excluded.${column}`).join(' OR ')}`;

export function writeEntry(database: Database, entry: LedgerEntry): void {
  database.run(UPSERT, ...ledgerColumns.map((column) => entry[column]));
}

export function sqliteLedger(database: Database): Ledger {
  const select = `SELECT ${ledgerColumns.join(', ')} FROM ledger`;
  return {
    async get(collection, path) {
      return database.get<LedgerEntry>(`${select} WHERE collection = ? AND path = ?`, collection, path) ?? null;
    },
    async firstWithBytes(collection, sha256, otherThan = '') {
      const final = "state IN ('indexed', 'partial', 'failed')";
      const where = `WHERE sha256 = ? AND collection = ? AND path <> ? AND ${final} ORDER BY path LIMIT 1`;
      return database.get<LedgerEntry>(`${select} ${where}`, sha256, collection, otherThan) ?? null;
    },
    async write(entries) {
      database.transaction(() => {
        for (const entry of entries) {
          writeEntry(database, entry);
          settlePlace(database, entry);
        }
      });
    },
    async list({ state, collection }, { offset, limit }) {
      const where = 'WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR collection = ?2)';
      const order = 'ORDER BY collection, path LIMIT ?3 OFFSET ?4';
      return database.all<LedgerEntry>(`${select} ${where} ${order}`, state ?? null, collection ?? null, limit, offset);
    },
    async balance(collection) {
      const balance: LedgerBalance = {
        files: 0,
        queued: 0,
        reading: 0,
        indexed: 0,
        partial: 0,
        failed: 0,
        duplicate: 0,
      };
      const sql = 'SELECT state, count(*) AS files FROM ledger WHERE ?1 IS NULL OR collection = ?1 GROUP BY state';
      for (const { state, files } of database.all<{ state: LedgerEntry['state']; files: number }>(
        sql,
        collection ?? null,
      )) {
        balance[state] = files;
        balance.files += files;
      }
      return balance;
    },
    async collections() {
      return database.column<string>('SELECT DISTINCT collection AS x FROM ledger ORDER BY collection');
    },
  };
}

/**
 * A file that turns out to hold the same bytes as another lies where it lies; one that can no longer be read holds no
 * report. Of a file whose bytes are unknown (it could not be opened) nothing is concluded.
 */
function settlePlace(database: Database, { state, sha256, collection, path }: LedgerEntry): void {
  if (sha256 === null) return;
  if (state === 'failed') displace(database, collection, path);
  if (state !== 'duplicate') return;
  const report = database.value<number | undefined>('SELECT id FROM report WHERE sha = ?', sha256);
  if (report === undefined) displace(database, collection, path);
  else place(database, collection, path, report);
}

/** The rows of the ledger as the queue of the embedded home. */
export interface QueueRows {
  claim(limit: number): LedgerEntry[];
  requeueReading(): number;
}

export function sqliteQueueRows(database: Database): QueueRows {
  return {
    claim(limit) {
      return database.transaction(() => {
        const queued = `SELECT ${ledgerColumns.join(', ')} FROM ledger WHERE state = 'queued' ORDER BY collection, path LIMIT ?`;
        return database.all<LedgerEntry>(queued, limit).map((entry) => {
          const claimed: LedgerEntry = { ...entry, state: 'reading', attempts: entry.attempts + 1 };
          writeEntry(database, claimed);
          return claimed;
        });
      });
    },
    requeueReading() {
      return database.transaction(() => database.run("UPDATE ledger SET state = 'queued' WHERE state = 'reading'"));
    },
  };
}
