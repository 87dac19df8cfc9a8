import { createHash } from 'node:crypto';
import { type LedgerBalance, type LedgerEntry, LedgerState, ledgerColumns } from '../../schemas/ledger.ts';
import type { Ledger } from '../port.ts';
import { bulk, type Operation } from './bulk.ts';
import type { Placement } from './documents.ts';
import { type Condition, combinations, find } from './find.ts';
import { gathered } from './gathered.ts';
import type { Server, Stored } from './server.ts';
import { together } from './together.ts';

/** A row as it is kept: with the report that lies at its path. */
export type LedgerRow = LedgerEntry & { placed: string | null };

const told = ledgerColumns.filter((column) => column !== 'updated');
const BATCH = 500;
/** Where a report lies at so many places, the first of them is looked for among these before it is searched for. */
const FEW_PLACES = 50;
const withOutcome: ReadonlySet<LedgerEntry['state']> = new Set(['indexed', 'partial', 'failed']);

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
  const firstRow = firstRows(server);
  /** Outcomes without a report that this connection wrote, and how many of them searches have seen. */
  let failures = 0;
  let shown = 0;
  return {
    async get(collection, path) {
      const id = rowId(collection, path);
      const row = (await readRows(server, [id])).get(id);
      return row ? entryOf(row.source) : null;
    },
    async firstWithBytes(collection, sha256, otherThan = '') {
      // Other workers may have met the same bytes a moment ago: their report tells at once where it lies.
      const lies = await placesOf(server, collection, sha256);
      const rows = await readRows(server, lies.slice(0, FEW_PLACES));
      const isFirst = ({ source: row }: Stored<LedgerRow>): boolean =>
        row.sha256 === sha256 && row.path !== otherThan && withOutcome.has(row.state);
      const placed = [...rows.values()].find(isFirst);
      if (placed) return entryOf(placed.source);
      // Of what gave no report others may not know yet: read once more, it comes to the same.
      const known = failures;
      if (lies.length > 0 || known > shown) {
        await seeRows();
        shown = Math.max(shown, known);
      }
      return firstRow({ collection, sha256, otherThan });
    },
    async write(entries) {
      await writeRows(server, await settlePlaces(entries));
      if (entries.some(({ state }) => withOutcome.has(state))) failures++;
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

/** Rows of the paths in this collection where the report made of these bytes lies. */
async function placesOf(server: Server, collection: string, sha256: string): Promise<string[]> {
  const wanted = { index: 'reports' as const, id: sha256, fields: ['placements'] };
  const [report] = await server.get<{ placements: Placement[] }>([wanted]);
  const here = report?.source.placements.filter((place) => place.collection === collection) ?? [];
  return here.map(({ path }) => rowId(collection, path));
}

/** The first row with an outcome of each that is asked for, as far as searches see it. */
function firstRows(server: Server) {
  return gathered(async (wanted: readonly { collection: string; sha256: string; otherThan: string }[]) => {
    const { responses } = await server.ask((client) =>
      client.msearch<LedgerRow>({
        searches: wanted.flatMap(({ collection, sha256, otherThan }) => {
          const other = { bool: { must_not: [{ term: { path: otherThan } }] } };
          const query = all([
            { term: { sha256 } },
            { term: { collection } },
            { terms: { state: [...withOutcome] } },
            other,
          ]);
          const { fields: _source, ...asked } = inOrder(query);
          return [{ index: server.alias('ledger') }, { ...asked, _source, size: 1, track_total_hits: false }];
        }),
      }),
    );
    return responses.map((response) => {
      if ('error' in response) throw new Error(JSON.stringify(response.error));
      const [first] = response.hits.hits;
      return first ? entryOf(first._source!) : null;
    });
  });
}

const all = (conditions: Condition[]): Condition => ({ bool: { filter: conditions } });

const inOrder = (query: Condition) => ({ query, sort: ['collection', 'path'], fields: [...ledgerColumns] });

function entryOf(row: LedgerRow): LedgerEntry {
  return Object.fromEntries(ledgerColumns.map((column) => [column, row[column]])) as LedgerEntry;
}
