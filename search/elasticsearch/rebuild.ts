import { DERIVATION, derive } from '../derive.ts';
import type { Comparables, IndexedReport } from '../port.ts';
import { ServerError } from '../server-error.ts';
import { bulk } from './bulk.ts';
import { type ReportDocument, reportDocument, rowOperations } from './documents.ts';
import { scan, takeWhere } from './find.ts';
import { createIndex } from './indices.ts';
import { type IndexName, indexNames, rowIndices, SHAPE } from './mappings.ts';
import { Server } from './server.ts';
import { ERASED, keep, type Reading, storedReading } from './settle.ts';

/** Made from readings and from nothing else; the ledger, decisions and people are never touched. */
const rebuilt: readonly IndexName[] = ['reports', ...rowIndices];
/** Reports whose rows go into one bulk. */
const TOGETHER = 8;

/** The indices that will take the place of the present ones. */
export class NextServer extends Server {
  override alias(index: IndexName): string {
    return rebuilt.includes(index) ? `${super.alias(index)}-next` : super.alias(index);
  }
}

/** What a report is compared by, as this program works it out. */
export type Compared = (extraction: IndexedReport['extraction']) => Promise<Comparables>;

type Copied = Pick<ReportDocument, 'report' | 'generation' | 'content' | 'placements'>;
const fields = ['report', 'generation', 'content', 'placements'];

/**
 * Makes the indices of all reports anew from their readings, with what they are compared by, beside the present ones, which answer and are written to
 * until the new ones are whole: then writing is held back for as long as it takes to copy what came last, and all names
 * change hands in one step. Ended anywhere, the next call goes on. Returns how many reports were written.
 */
export async function rebuild(server: Server, next: NextServer, comparablesOf: Compared): Promise<number> {
  await prepareNext(server, next);
  let written = await copyReports(server, next, comparablesOf);
  written += await copyReports(server, next, comparablesOf);
  const present = await namesBehind(server, server);
  await server.ask((client) => client.indices.addBlock({ index: present, block: 'write' }));
  try {
    written += await copyReports(server, next, comparablesOf, { last: true });
    await takeGone(server, next);
    await exchange(server, next, present);
  } catch (error) {
    await server.ask((client) =>
      client.indices.putSettings({
        index: present,
        settings: { 'index.blocks.write': null },
        ignore_unavailable: true,
      }),
    );
    throw error;
  }
  await server.ask((client) => client.indices.delete({ index: present }, { ignore: [404] }));
  return written;
}

/** The indices behind these names. */
async function namesBehind(server: Server, named: Server): Promise<string[]> {
  const found = await server.ask((client) =>
    client.indices.getAlias({ name: rebuilt.map((index) => named.alias(index)) }, { ignore: [404] }),
  );
  return Object.entries(found).flatMap(([index, told]) =>
    typeof told === 'object' && told !== null && 'aliases' in told ? [index] : [],
  );
}

/** Goes on with indices that an interrupted call left, if they are made as this program makes them. */
async function prepareNext(server: Server, next: NextServer): Promise<void> {
  const left = await namesBehind(server, next);
  const present = await namesBehind(server, server);
  // What a call left blocked that ended before the exchange.
  await server.ask((client) =>
    client.indices.putSettings({ index: present, settings: { 'index.blocks.write': null } }),
  );
  const mappings = left.length === 0 ? {} : await server.ask((client) => client.indices.getMapping({ index: left }));
  const usable = Object.values(mappings).filter(
    ({ mappings: there }) => there?._meta?.shape === SHAPE && there._meta.derivation === DERIVATION,
  );
  if (usable.length === rebuilt.length) return;
  const orphans = (await indicesOf(server)).filter((name) => !present.includes(name));
  if (orphans.length > 0) await server.ask((client) => client.indices.delete({ index: orphans }, { ignore: [404] }));
  const number = 1 + Math.max(...present.map((name) => Number(/-\d+-(\d+)$/.exec(name)?.[1] ?? 0)));
  for (const index of rebuilt)
    await createIndex(server, index, {
      name: `${server.alias(index)}-${SHAPE}-${number}`,
      alias: next.alias(index),
      meta: { derivation: DERIVATION },
    });
}

/** Every index of ours that a rebuild may have made, whatever its alias. */
async function indicesOf(server: Server): Promise<string[]> {
  const found = await server.ask((client) =>
    client.indices.get({ index: rebuilt.map((index) => `${server.alias(index)}-*`), features: ['aliases'] }),
  );
  const made = rebuilt.map((index) => new RegExp(`^${server.alias(index)}-\\d+(-\\d+)?$`));
  return Object.keys(found).filter((name) => made.some((pattern) => pattern.test(name)));
}

/** Writes every report that is otherwise there than here. What changes while it is looked at is left to the last pass. */
async function copyReports(
  server: Server,
  next: NextServer,
  comparablesOf: Compared,
  { last = false } = {},
): Promise<number> {
  await server.refresh(['reports']);
  let written = 0;
  let few: Copied[] = [];
  const copyFew = async (): Promise<void> => {
    written += await copy(server, next, comparablesOf, few, last);
    few = [];
  };
  const all = { query: { match_all: {} }, sort: ['report'], fields };
  for await (const { source } of scan<Copied>(server, 'reports', all)) {
    if (source.content !== ERASED) few.push(source);
    if (few.length >= TOGETHER) await copyFew();
  }
  await copyFew();
  return written;
}

async function copy(
  server: Server,
  next: NextServer,
  comparablesOf: Compared,
  reports: Copied[],
  last: boolean,
): Promise<number> {
  const there = await next.get<Copied>(reports.map(({ report }) => ({ index: 'reports', id: report, fields })));
  const other = reports.filter((report, i) => stateOf(report) !== (there[i] ? stateOf(there[i].source) : ''));
  const read: { report: Copied; reading: Reading }[] = [];
  for (const report of other) {
    try {
      const known = await storedReading(server, report.report, report.content);
      const reading = { ...known, comparables: await comparablesOf(known.extraction) };
      // A report that is written anew later, without having been read, is compared by what is kept.
      if (JSON.stringify(reading.comparables) !== JSON.stringify(known.comparables)) await keep(server, reading);
      read.push({ report, reading });
    } catch (error) {
      if (last || error instanceof ServerError) throw error;
    }
  }
  const made = read.map(({ report: { report: id, generation, placements }, reading }) => {
    const { extraction, content, comparables } = reading;
    const rows = derive(extraction);
    const writing = { generation, content, placements, comparables };
    return {
      rows: rowOperations(extraction, rows, writing),
      document: { index: 'reports' as const, id, document: reportDocument(extraction, rows, writing) },
    };
  });
  await bulk(
    next,
    made.flatMap(({ rows }) => rows),
  );
  // Last, so that a report that is there is whole.
  await bulk(
    next,
    made.map(({ document }) => document),
  );
  for (const [i, { report, generation }] of reports.entries()) {
    if (!there[i] || there[i].source.generation === generation) continue;
    const older = { bool: { filter: [{ term: { report } }, { range: { generation: { lt: generation } } }] } };
    await takeWhere(next, rowIndices, older);
  }
  return made.length;
}

const stateOf = ({ generation, content, placements }: Copied): string =>
  JSON.stringify([generation, content, placements]);

/** Takes out what was copied and has been removed since. */
async function takeGone(server: Server, next: NextServer): Promise<void> {
  await next.refresh(['reports']);
  const all = { query: { match_all: {} }, sort: ['report'], fields: ['report'] };
  for await (const { source } of scan<Copied>(next, 'reports', all)) {
    const [present] = await server.get<Copied>([{ index: 'reports', id: source.report, fields: ['content'] }]);
    if (present && present.source.content !== ERASED) continue;
    await takeWhere(next, rebuilt, { term: { report: source.report } });
  }
}

/** All names change hands in one step: nobody ever sees indices of both. */
async function exchange(server: Server, next: NextServer, present: string[]): Promise<void> {
  await next.refresh(rebuilt);
  const made = await namesBehind(server, next);
  const actions = indexNames
    .filter((index) => rebuilt.includes(index))
    .flatMap((index) => {
      const alias = server.alias(index);
      const own = (name: string): boolean => new RegExp(`^${alias}-\\d+(-\\d+)?$`).test(name);
      return [
        ...present.filter(own).map((name) => ({ remove: { index: name, alias } })),
        ...made
          .filter(own)
          .flatMap((name) => [
            { remove: { index: name, alias: next.alias(index) } },
            { add: { index: name, alias, is_write_index: true } },
          ]),
      ];
    });
  await server.ask((client) => client.indices.updateAliases({ actions }));
}
