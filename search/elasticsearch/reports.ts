import type { Extraction } from '../../schemas/extraction.ts';
import type { ReportHead } from '../../schemas/search.ts';
import type { Asker, Body, Page } from '../port.ts';
import type { ReportDocument, Spoken } from './documents.ts';
import { visible } from './filters.ts';
import { combinations, type Found, find, type Question } from './find.ts';
import type { Server } from './server.ts';
import { ERASED, storedExtractions } from './settle.ts';

/** Newest first, undated last, then by hash. */
export const reportOrder = ['dateOrder', 'report'];
const headFields = ['report', 'head', 'placements'];

type Headed = Pick<ReportDocument, 'report' | 'head' | 'placements'>;

/** Header facts of these reports, each under the first of its paths that the asker may see. */
export async function heads(server: Server, asker: Asker, shas: Iterable<string>): Promise<Map<string, ReportHead>> {
  const ids = [...new Set(shas)];
  const found = await server.get<Headed>(ids.map((id) => ({ index: 'reports', id, fields: headFields })));
  return new Map(found.flatMap((stored) => (stored ? headOf(stored.source, asker) : [])));
}

/** What is read in these reports, by its hash; nothing of those that are not there. */
export async function contentsOf(server: Server, shas: Iterable<string>): Promise<Map<string, string>> {
  const ids = [...new Set(shas)];
  const found = await server.get<Pick<ReportDocument, 'content'>>(
    ids.map((id) => ({ index: 'reports', id, fields: ['content'] })),
  );
  return new Map(
    found.flatMap((stored, i) =>
      stored && stored.source.content !== ERASED ? [[ids[i]!, stored.source.content]] : [],
    ),
  );
}

/** What was found, each told with the head of its report, as far as that can still be seen. */
export async function withHeads<T extends { report: string }, R>(
  server: Server,
  asker: Asker,
  found: readonly Found<T>[],
  tell: (head: ReportHead, hit: Found<T>) => R,
): Promise<R[]> {
  const headOf = await heads(
    server,
    asker,
    found.map(({ source }) => source.report),
  );
  return found.flatMap((hit) => {
    const head = headOf.get(hit.source.report);
    return head ? [tell(head, hit)] : [];
  });
}

function headOf(document: Headed, asker: Asker): [string, ReportHead][] {
  const [path] = pathsOf(document, asker);
  return path === undefined ? [] : [[document.report, { id: document.report, path, ...document.head }]];
}

/** Placements are kept in order. */
function pathsOf({ placements }: Headed, { collections }: Asker): string[] {
  return placements
    .filter(({ collection }) => collections === null || collections.includes(collection))
    .map(({ path }) => path);
}

export async function reports(server: Server, asker: Asker, page: Page) {
  const { total, hits } = await find<Headed>(server, 'reports', ordered(server, asker, headFields), page);
  return { total, reports: hits.flatMap(({ source }) => headOf(source, asker).map(([, head]) => head)) };
}

/** Combinations come in the order of their fields, which is that of reports. */
export async function bodies(server: Server, asker: Asker): Promise<Body[]> {
  const query = { bool: { filter: visible(server, asker) } };
  const all = await combinations(server, 'reports', query, [...reportOrder, 'speaks']);
  return all.map(({ key }) => ({ report: key.report!, ...(JSON.parse(key.speaks!) as Spoken) }));
}

function ordered(server: Server, asker: Asker, fields: string[]): Question {
  return { query: { bool: { filter: visible(server, asker) } }, sort: reportOrder, fields };
}

/**
 * The only report whose id begins so. A half-written one as well: its document and its reading are whole, and taking it
 * out must find it.
 */
export async function oneReport(
  server: Server,
  asker: Asker,
  idPrefix: string,
): Promise<(ReportHead & { extraction: Extraction; paths: string[] }) | null> {
  if (!/^[0-9a-f]{4,64}$/.test(idPrefix)) return null;
  const { collections } = asker;
  const seen = collections === null ? [] : [{ terms: { collections: [...collections] } }];
  const erased = { term: { content: ERASED } };
  const query = { bool: { filter: [{ prefix: { report: idPrefix } }, ...seen], must_not: [erased] } };
  const question = { query, sort: reportOrder, fields: [...headFields, 'content'] };
  const { hits } = await find<Headed & { content: string }>(server, 'reports', question, { offset: 0, limit: 2 });
  const [only, ...others] = hits;
  if (!only || others.length > 0) return null;
  const [head] = headOf(only.source, asker);
  if (!head) return null;
  const [extraction] = await storedExtractions(server, [only.source], head[1].path);
  return { ...head[1], extraction: { ...extraction!, sha256: head[0] }, paths: pathsOf(only.source, asker) };
}
