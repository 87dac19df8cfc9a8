import type { Extraction } from '../../schemas/extraction.ts';
import { derive } from '../derive.ts';
import { keepComparables, keepExtraction, keptComparables, keptExtraction } from '../kept-extraction.ts';
import type { Comparables, IndexedReport } from '../port.ts';
import { bulk, replace } from './bulk.ts';
import { collectionsOf, type Placement, type ReportDocument, reportDocument, rowOperations } from './documents.ts';
import { scan, takeWhere } from './find.ts';
import { rowIndices } from './mappings.ts';
import type { Server, Stored } from './server.ts';
import { type Gone, waitingOperation } from './waiting.ts';
import { changeMarks, MARKS, type Mark, type Marks, publish, readMarks } from './writing.ts';

export interface Reading extends Pick<IndexedReport, 'extraction'> {
  comparables: Comparables | null;
  content: string;
}

/** How a report should be: where it lies (nowhere: taken out), and what it says, where that is not what is known. */
export interface Wish {
  placements: Placement[];
  reading?: Reading;
  /** Where it is taken out: the report that its last file holds now. */
  successor?: string | null;
}

interface Seen {
  report: Stored<ReportDocument> | null;
  marks: Stored<Marks> | null;
}

/**
 * Brings a report to what `decide` wants of its present state; true if anything was written. Whatever moment the process
 * dies at, the mark it leaves keeps the report out of every answer, and the same job done again puts it right:
 *
 * 1. the reading, under its own name, and the mark;  2. the document of the report, if nobody changed it meanwhile;
 * 3. its rows, and that their keys wait;  4. rows and reading of the writing before are taken out, their keys wait as
 * well;  5. the mark says `written`.
 */
export async function settle(
  server: Server,
  sha: string,
  job: string,
  decide: (known: ReportDocument | null) => Wish,
): Promise<boolean> {
  /** Somebody died here, or is at work here now: nothing of the rows is certain. */
  let unsure: boolean | null = null;
  for (;;) {
    const seen = await look(server, sha);
    const known = knownIn(seen);
    const wish = decide(known);
    unsure ??= marksOf(seen).some(({ report, state }) => report === sha && state !== 'written');
    const erases = wish.placements.length === 0;
    const generation = (seen.report?.source.generation ?? 0) + 1;
    const mine: Mark = { report: sha, job, generation, state: erases ? 'erasing' : 'writing' };
    if (erases) {
      if (!known && !unsure) return false;
      if (await erase(server, mine, seen, wish.successor ?? null)) return true;
    } else if (known && !wish.reading && !unsure && sameCollections(known, wish)) {
      if (JSON.stringify(known.placements) === JSON.stringify(wish.placements)) return unmark(server, mine);
      const moved: ReportDocument = { ...known, placements: wish.placements };
      if (!(await replace(server, 'reports', sha, moved, seen.report))) continue;
      await unmark(server, mine);
      return true;
    } else if (await write(server, mine, seen, wish)) return true;
  }
}

/** Stands in the document of a report that is being taken out: nothing can be made of it any more. */
export const ERASED = '';

function knownIn({ report }: Seen): ReportDocument | null {
  return report && report.source.content !== ERASED ? report.source : null;
}

const marksOf = ({ marks }: Seen): readonly Mark[] => marks?.source.marks ?? [];

const sameCollections = (known: ReportDocument, { placements }: Wish): boolean =>
  JSON.stringify(known.collections) === JSON.stringify(collectionsOf(placements));

async function look(server: Server, sha: string): Promise<Seen> {
  const [report, marks] = await server.get<unknown>([{ index: 'reports', id: sha }, MARKS]);
  return { report: report as Seen['report'], marks: marks as Seen['marks'] };
}

async function generationOf(server: Server, sha: string): Promise<number | undefined> {
  const fields = ['generation'];
  const [report] = await server.get<Pick<ReportDocument, 'generation'>>([{ index: 'reports', id: sha, fields }]);
  return report?.source.generation;
}

const readingId = (sha: string, content: string): string => `${sha}-${content}`;

export async function storedReading(server: Server, sha: string, content: string): Promise<Reading> {
  const id = readingId(sha, content);
  const [stored] = await server.get<ReadingDocument>([{ index: 'readings', id }]);
  const { extraction, comparables = null } = readingIn(stored ?? null, id);
  return {
    extraction: { ...keptExtraction(bytesOf(extraction), ''), sha256: sha },
    comparables: comparables === null ? null : keptComparables(bytesOf(comparables)),
    content,
  };
}

/** Both compressed, in base 64. */
interface ReadingDocument {
  report: string;
  extraction: string;
  comparables?: string | null;
}

const bytesOf = (kept: string): Uint8Array => Buffer.from(kept, 'base64');

function readingIn<T>(stored: Stored<T> | null, id: string): T {
  if (!stored) throw new Error(`the reading ${id} is not in the store`);
  return stored.source;
}

export async function storedExtractions(
  server: Server,
  reports: readonly Pick<ReportDocument, 'report' | 'content'>[],
  path: string,
): Promise<Extraction[]> {
  const ids = reports.map(({ report, content }) => readingId(report, content));
  const stored = await server.get<Pick<ReadingDocument, 'extraction'>>(
    ids.map((id) => ({ index: 'readings', id, fields: ['extraction'] })),
  );
  return stored.map((one, i) => keptExtraction(bytesOf(readingIn(one, ids[i]!).extraction), path));
}

/** False if another writer came between before anything was written: then everything is looked at again. */
async function write(server: Server, mine: Mark, seen: Seen, wish: Wish): Promise<boolean> {
  const sha = mine.report;
  const known = knownIn(seen);
  const { extraction, comparables, content } = wish.reading ?? (await storedReading(server, sha, known!.content));
  const { placements } = wish;
  await Promise.all([wish.reading && keep(server, wish.reading), mark(server, mine)]);
  const { generation } = mine;
  const rows = derive(extraction);
  const document = reportDocument(extraction, rows, { generation, content, placements, comparables });
  if (!(await replace(server, 'reports', sha, document, seen.report))) return false;
  const keys = comparables?.facts.flatMap((fact) => fact.keys);
  await bulk(server, [
    ...(keys ? [waitingOperation(sha, keys)] : []),
    ...rowOperations(extraction, rows, { generation, placements, comparables }),
  ]);
  if (seen.report) await takeRows(server, sha, generation);
  const current = await generationOf(server, sha);
  if (current === generation) {
    if (known && known.content !== content) await takeReading(server, sha, known.content);
  } else {
    // Somebody has written it anew from where this writing left it: theirs stands, and this one leaves nothing behind.
    await takeRows(server, sha, current ?? generation + 1);
  }
  // One who takes a report out writes no rows: a mark left by him has nothing more to hide.
  await changeMarks(server, (marks) => [
    ...marks.filter((one) => !isSame(one, mine) && !(one.report === sha && one.state === 'erasing')),
    { ...mine, state: 'written' },
  ]);
  return true;
}

/** The reading under its own name. */
export async function keep(server: Server, { extraction, comparables, content }: Reading): Promise<void> {
  const document: ReadingDocument = {
    report: extraction.sha256,
    extraction: keepExtraction(extraction).toString('base64'),
    comparables: comparables && keepComparables(comparables).toString('base64'),
  };
  await bulk(server, [{ index: 'readings', id: readingId(extraction.sha256, content), document }]);
}

const isSame = (a: Mark, b: Mark): boolean => a.report === b.report && a.job === b.job;

const mark = (server: Server, mine: Mark): Promise<void> =>
  changeMarks(server, (all) => [...all.filter((one) => !isSame(one, mine)), mine]);

/** Takes back a mark set in vain: another writer was quicker. What waits to be seen goes on waiting. */
async function unmark(server: Server, mine: Mark): Promise<false> {
  await changeMarks(server, (all) => all.filter((one) => !isSame(one, mine) || one.state === 'written'));
  return false;
}

/** Takes out a report with all its rows; false if another writer came between. */
async function erase(server: Server, mine: Mark, seen: Seen, successor: string | null): Promise<boolean> {
  const { report: sha, generation } = mine;
  await mark(server, mine);
  if (seen.report) {
    const erased: ReportDocument = { ...seen.report.source, generation, content: ERASED };
    if (!(await replace(server, 'reports', sha, erased, seen.report))) return false;
    await takeRows(server, sha, generation, { collections: erased.collections, successor });
    await takeWhere(server, ['readings'], { term: { report: sha } });
    const { report } = await look(server, sha);
    if (report?.source.generation !== generation || !(await server.take('reports', sha, report))) return false;
    await server.refresh(['reports']);
  }
  await changeMarks(server, (marks) =>
    marks.filter((one) => one.report !== sha || (one.job !== mine.job && one.state !== 'erasing')),
  );
  return true;
}

/** Does what processes left undone that died: takes out what they began to take out, and shows what they had written. */
export async function finishLeftovers(server: Server): Promise<void> {
  const marks = (await readMarks(server))?.source.marks ?? [];
  for (const { report: sha, job, state } of marks) {
    if (state !== 'erasing' || knownIn(await look(server, sha))) continue;
    await settle(server, sha, job, (known) => ({ placements: known?.placements ?? [] }));
  }
  if (marks.some(({ state }) => state === 'written')) await publish(server);
}

/** What is taken out leaves its keys waiting; `gone` where nothing of the report stays. */
async function takeRows(server: Server, sha: string, before: number, gone: Gone | null = null): Promise<void> {
  const older = { bool: { filter: [{ term: { report: sha } }, { range: { generation: { lt: before } } }] } };
  await server.refresh(rowIndices);
  const keys = new Set<string>();
  const touched = scan<{ keys: string[] }>(server, 'comparables', { query: older, sort: ['seq'], fields: ['keys'] });
  for await (const { source } of touched) for (const key of source.keys) keys.add(key);
  await bulk(server, [waitingOperation(sha, keys, { gone })]);
  await takeWhere(server, rowIndices, older);
}

async function takeReading(server: Server, sha: string, content: string): Promise<void> {
  const id = readingId(sha, content);
  const [stored] = await server.get([{ index: 'readings', id, fields: [] }]);
  if (stored) await server.take('readings', id, stored);
}
