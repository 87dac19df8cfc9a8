import type { Server } from './server.ts';
import { settle } from './settle.ts';
import { type Mark, readMarks } from './writing.ts';

const nameOf = ({ report, job, generation }: Mark): string => `${report} ${job} ${generation}`;

/**
 * Puts right what processes left half-written whose jobs are over: one that lay still while another did its work, woke,
 * began again and died. Only marks that stood unchanged since the call before are taken for such; how many there were.
 */
export function repairer(server: Server): () => Promise<number> {
  let before = new Set<string>();
  return async () => {
    const marks = (await readMarks(server))?.source.marks.filter(({ state }) => state === 'writing') ?? [];
    const left = marks.filter((mark) => before.has(nameOf(mark)));
    for (const { report, job } of left)
      await settle(server, report, job, (known) => ({ placements: known?.placements ?? [] }));
    before = new Set(marks.map(nameOf));
    return left.length;
  };
}
