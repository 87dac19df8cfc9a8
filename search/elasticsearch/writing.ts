import { setTimeout as pause } from 'node:timers/promises';
import type { Condition } from './find.ts';
import type { Server, Stored } from './server.ts';

/** A report that is being written or taken out, and by whom: the file whose job it is. */
export interface Mark {
  report: string;
  job: string;
  erases: boolean;
}

/** All marks, in one document that every search looks up, so that half a report is never seen. */
export interface Marks {
  marks: readonly Mark[];
}
export const MARKS = { index: 'writing', id: 'marks' } as const;

const LONGEST_PAUSE_MS = 50;

/** Changes the marks of a moment into those of the next; tries again where another writer came between. */
export async function changeMarks(
  server: Server,
  before: Stored<Marks> | null,
  change: (marks: readonly Mark[]) => readonly Mark[],
): Promise<void> {
  for (let seen = before; ; ) {
    const marks = seen?.source.marks ?? [];
    const next = change(marks);
    if (next.length === marks.length && next.every((mark, i) => mark === marks[i])) return;
    if (await server.replace(MARKS.index, MARKS.id, { marks: next } satisfies Marks, seen)) return;
    // writers that met once should not meet again
    await pause(Math.random() * LONGEST_PAUSE_MS);
    [seen] = (await server.get<Marks>([MARKS])) as [Stored<Marks> | null];
  }
}

/** Holds for everything whose report is whole. The engine reads the marks of this moment, refreshed or not. */
export function whole(server: Server): Condition {
  const lookup = { index: server.alias(MARKS.index), id: MARKS.id, path: 'marks.report' };
  return { bool: { must_not: [{ terms: { report: lookup } }] } };
}
