import { createHash } from 'node:crypto';
import { type LedgerBalance, type LedgerEntry, LedgerState, ledgerColumns } from '../../schemas/ledger.ts';
import type { Ledger } from '../port.ts';
import { bulk, type Operation } from './bulk.ts';
import { type Condition, combinations, find } from './find.ts';
import type { Server, Stored } from './server.ts';
import { together } from './together.ts';

/** A row as it is kept: with the report that lies at its path. */
export type LedgerRow = LedgerEntry & { placed: string | null };

const told = ledgerColumns.filter((column) => column !== 'updated');
const BATCH = 500;

export const rowId = (collection: string, path: string): string =>
  createHash('sha256')
    .update(JSON.stringify([collection, path]))
    .digest('hex');

/** What is to be written of a row; without `placed`, where the report lies stays as it is. */
export interface Row {
  entry: LedgerEntry;
  placed?: string | null;
}

type Rows = ReadonlyMap<string, Stored<LedgerRow>>;

/**
 * Writes rows unless they say all that already, the time aside; each in place of the state it was read in, which may be
 * known already.
 */
export async function writeRows(server: Server, rows: readonly Row[], known?: Rows): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    // the last word on a file counts, wherever it stands in the list
    const last = new Map(rows.slice(at, at + BATCH).map((row) => [rowId(row.entry.collection, row.entry.path), row]));
    let before = known ?? (await readRows(server, [...last.keys()]));
    for (let left = last; ; before = await readRows(server, [...left.keys()])) {
      const operations = [...left].flatMap(([id, row]) => operationOf(id, row, before.get(id) ?? null));
      const conflicts = await bulk(server, operations);
      if (conflicts.length === 0) break;
      left = new Map(conflicts.map(({ id }) => [id, left.get(id)!]));
    }
  }
}

function operationOf(id: string, { entry, placed }: Row, before: Stored<LedgerRow> | null): Operation[] {
  const known = before?.source;
  const next: LedgerRow = { ...entry, placed: placed === undefined ? (known?.placed ?? null) : placed };
  const same = known && known.placed === next.placed && told.every((column) => known[column] === next[column]);
  return same ? [] : [{ index: 'ledger', id, document: next, before }];
}

export async function readRows(server: Server, ids: string[]): Promise<Rows> {
  const rows = await server.get<LedgerRow>(ids.map((id) => ({ index: 'ledger', id })));
  return new Map(rows.flatMap((row, i) => (row ? [[ids[i]!, row]] : [])));
}

/** `settlePlaces` brings the reports to where the entries say they lie, and tells what lies at each path then. */
export function elasticsearchLedger(
  server: Server,
  settlePlaces: (entries: readonly LedgerEntry[]) => Promise<Row[]>,
): Ledger {
  const seeRows = together(() => server.refresh(['ledger']));
  return {
    async get(collection, path) {
      const id = rowId(collection, path);
      const row = (await readRows(server, [id])).get(id);
      return row ? entryOf(row.source) : null;
    },
    async firstWithBytes(collection, sha256, otherThan = '') {
      // other workers may have met the same bytes a moment ago
      await seeRows();
      const final = { terms: { state: ['indexed', 'partial', 'failed'] } };
      const other = { bool: { must_not: [{ term: { path: otherThan } }] } };
      const query = all([{ term: { sha256 } }, { term: { collection } }, final, other]);
      const { hits } = await find<LedgerRow>(server, 'ledger', inOrder(query), { offset: 0, limit: 1 });
      return hits[0] ? entryOf(hits[0].source) : null;
    },
    async write(entries) {
      await writeRows(server, await settlePlaces(entries));
    },
    async list({ state, collection }, page) {
      await seeRows();
      const query = all([
        ...(state === undefined ? [] : [{ term: { state } }]),
        ...(collection === undefined ? [] : [{ term: { collection } }]),
      ]);
      return (await find<LedgerRow>(server, 'ledger', inOrder(query), page)).hits.map(({ source }) => entryOf(source));
    },
    async balance(collection) {
      await seeRows();
      const query = all(collection === undefined ? [] : [{ term: { collection } }]);
      const states = await combinations(server, 'ledger', query, ['state']);
      const counted = new Map(states.map(({ key, doc_count }) => [key.state, doc_count]));
      const files = states.reduce((sum, { doc_count }) => sum + doc_count, 0);
      const counts = Object.fromEntries(LedgerState.options.map((state) => [state, counted.get(state) ?? 0]));
      return { files, ...counts } as LedgerBalance;
    },
    async collections() {
      await seeRows();
      return (await combinations(server, 'ledger', all([]), ['collection'])).map(({ key }) => key.collection!);
    },
  };
}

const all = (conditions: Condition[]): Condition => ({ bool: { filter: conditions } });

const inOrder = (query: Condition) => ({ query, sort: ['collection', 'path'], fields: [...ledgerColumns] });

function entryOf(row: LedgerRow): LedgerEntry {
  return Object.fromEntries(ledgerColumns.map((column) => [column, row[column]])) as LedgerEntry;
}
