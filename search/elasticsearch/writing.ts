import { setTimeout as pause } from 'node:timers/promises';
import type { Condition } from './find.ts';
import { rowIndices } from './mappings.ts';
import type { Server, Stored } from './server.ts';

/** A report that is being changed, and by whom: the file whose job it is. */
export interface Mark {
  report: string;
  job: string;
  /** Tells this writing from others of the same job. */
  generation: number;
  /** `written`: all its rows are there, and wait to be seen by searches. */
  state: 'writing' | 'written' | 'erasing';
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
    seen = await readMarks(server);
  }
}

export async function readMarks(server: Server): Promise<Stored<Marks> | null> {
  const [marks] = await server.get<Marks>([MARKS]);
  return marks ?? null;
}

/** Holds for everything whose report is whole. The engine reads the marks of this moment, refreshed or not. */
export function whole(server: Server): Condition {
  const lookup = { index: server.alias(MARKS.index), id: MARKS.id, path: 'marks.report' };
  return { bool: { must_not: [{ terms: { report: lookup } }] } };
}

/**
 * Shows what is written, whoever wrote it: a refresh costs the engine as much for one report as for hundreds, so a writer
 * does not wait for its own.
 */
export async function publish(server: Server): Promise<void> {
  const marks = await readMarks(server);
  const written = marks?.source.marks.filter(({ state }) => state === 'written') ?? [];
  if (written.length === 0) return;
  await server.refresh(['reports', ...rowIndices]);
  const shown = new Set(written.map(keyOf));
  await changeMarks(server, marks, (all) => all.filter((mark) => mark.state !== 'written' || !shown.has(keyOf(mark))));
}

const keyOf = ({ report, job, generation }: Mark): string => `${report} ${job} ${generation}`;
