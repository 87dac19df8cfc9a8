import { createHash } from 'node:crypto';
import type { Operation } from './bulk.ts';
import { type Scanned, scan } from './find.ts';
import type { DocumentOf } from './mappings.ts';
import type { Server } from './server.ts';
import { readMarks } from './writing.ts';

/** Keys that a change of this report has touched; `stale`: who its copies are has to be found out first. */
export interface Waiting extends DocumentOf<'waiting'> {
  report: string;
  stale: boolean;
  keys: string[];
  /** Of a report that was taken out. */
  gone: Gone | null;
}

/** Where a report lay, and which report its file holds now. */
export interface Gone {
  collections: readonly string[];
  successor: string | null;
}

/**
 * Written while the mark of the report is on, so that nobody takes it for done before its rows can be seen. Its name comes
 * from what it says: two changes never hide each other.
 */
export function waitingOperation(
  report: string,
  keys: Iterable<string>,
  { stale = true, gone = null }: Partial<Pick<Waiting, 'stale' | 'gone'>> = {},
): Operation {
  const distinct = [...new Set(keys)];
  const hash = createHash('sha256')
    .update(JSON.stringify([stale, distinct, gone]))
    .digest('hex');
  const document: Waiting = { report, stale, keys: distinct, gone };
  return { index: 'waiting', id: `${report}-${hash}`, document };
}

/**
 * What waits at this moment, a few at a time, of reports that nobody is writing. First what waits is read and then the
 * marks: what was there before a mark was taken off belongs to rows that can be seen.
 */
export async function* settledWaiting(
  server: Server,
  stale: boolean,
  together: number,
): AsyncGenerator<Scanned<Waiting>[]> {
  const question = { query: { term: { stale } }, sort: ['report'], fields: ['report', 'stale', 'keys', 'gone'] };
  let few: Scanned<Waiting>[] = [];
  const settled = async (): Promise<Scanned<Waiting>[]> => {
    const marked = new Set((await readMarks(server))?.source.marks.map(({ report }) => report));
    return few.filter(({ source }) => !marked.has(source.report));
  };
  for await (const one of scan<Waiting>(server, 'waiting', question, together)) {
    few.push(one);
    if (few.length < together) continue;
    yield await settled();
    few = [];
  }
  if (few.length > 0) yield await settled();
}
