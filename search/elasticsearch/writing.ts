import { setTimeout as pause } from 'node:timers/promises';
import { replace } from './bulk.ts';
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

type Change = (marks: readonly Mark[]) => readonly Mark[];

/** What a connection has to change: changes that meet are made in one writing. */
interface Board {
  waiting: Change[];
  /** The writing that will make what waits; begins when the one before is done. */
  next: Promise<void> | null;
  last: Promise<void>;
  /** The marks as this connection last saw them. */
  seen: Stored<Marks> | null;
}
const boards = new WeakMap<Server, Board>();

/** Changes the marks of this moment into others. */
export function changeMarks(server: Server, change: Change): Promise<void> {
  const board = boards.get(server) ?? { waiting: [], next: null, last: Promise.resolve(), seen: null };
  boards.set(server, board);
  board.waiting.push(change);
  if (!board.next) {
    board.next = board.last.then(() => makeChanges(server, board));
    board.last = board.next.catch(() => {});
  }
  return board.next;
}

/** Makes what waits; tries again where another process came between. */
async function makeChanges(server: Server, board: Board): Promise<void> {
  const changes = board.waiting.splice(0);
  board.next = null;
  for (let fresh = false; ; fresh = true) {
    const marks = board.seen?.source.marks ?? [];
    const next = changes.reduce((all, change) => change(all), marks);
    const same = next.length === marks.length && next.every((mark, i) => mark === marks[i]);
    if (same && fresh) return;
    if (!same) {
      const written = await replace<Marks>(server, MARKS.index, MARKS.id, { marks: next }, board.seen);
      if (written) {
        board.seen = written;
        return;
      }
      // processes that met once should not meet again
      await pause(Math.random() * LONGEST_PAUSE_MS);
    }
    board.seen = await readMarks(server);
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

/** Names of the reports that are written and wait to be seen. */
export const writtenIn = (marks: Stored<Marks> | null): string[] =>
  marks?.source.marks.filter(({ state }) => state === 'written').map(keyOf) ?? [];

/** Shows what is written, whoever wrote it. */
export async function publish(server: Server): Promise<void> {
  const written = new Set(writtenIn(await readMarks(server)));
  if (written.size === 0) return;
  await server.refresh(['reports', ...rowIndices]);
  await changeMarks(server, (all) => all.filter((mark) => mark.state !== 'written' || !written.has(keyOf(mark))));
}

const keyOf = ({ report, job, generation }: Mark): string => `${report} ${job} ${generation}`;
