import { Worker } from 'node:worker_threads';
import type { Settings } from '../../../schemas/settings.ts';
import { ProblemError } from '../problem.ts';
import type { Given, Result, Work } from './work.ts';

/** Questions that take longer are too wide; whoever waits is told to ask for less. */
const PATIENCE_MS = 50_000;
const MEMORY_MB = 1_024;
/** More that wait are turned away: they would wait in vain. */
const MOST_WAITING = 20;

export interface Question {
  id: number;
  work: Work;
  given: unknown;
}
export type Answer = { id: number } & ({ result: unknown } | { error: { name: string; message: string } });

/** Long work in a thread of its own, with its own eyes on the store; the server goes on answering. */
export interface Aside {
  ask<W extends Work>(work: W, given: Given<W>): Promise<Result<W>>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export function openAside(settings: Settings): Aside {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let asked = 0;

  const start = (): Worker => {
    const begun = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    begun.on('message', (answer: Answer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('result' in answer) one?.resolve(answer.result);
      else one?.reject(Object.assign(new Error(answer.error.message), { name: answer.error.name }));
    });
    // What was asked dies with it: it ran out of memory or time, or the server ends.
    const over = (): void => {
      if (thread !== begun) return;
      thread = null;
      for (const one of waiting.values()) one.reject(new ProblemError('too-wide'));
      waiting.clear();
    };
    begun.on('error', over).on('exit', over);
    begun.unref();
    return begun;
  };

  return {
    async ask<W extends Work>(work: W, given: Given<W>): Promise<Result<W>> {
      if (waiting.size >= MOST_WAITING) throw new ProblemError('unavailable');
      thread ??= start();
      const running = thread;
      const id = asked++;
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      const tooLong = setTimeout(() => void running.terminate(), PATIENCE_MS);
      running.postMessage({ id, work, given } satisfies Question);
      try {
        return (await answer) as Result<W>;
      } finally {
        clearTimeout(tooLong);
      }
    },
    async close() {
      await thread?.terminate();
    },
  };
}
