import type { ChildProcess } from 'node:child_process';
import { run, start } from '../../test/cli/run.ts';
import { type Effort, effortBetween, effortNow } from './effort.ts';

/** An ingest of the same files with so many reading processes in all. */
export interface Ingested extends Effort {
  dump: string;
}

export async function intoEmbedded(reports: string, data: string, processes: number): Promise<Ingested> {
  return measured({ DOISOAT_DATA: data }, (environment) =>
    run(['ingest', reports, '--concurrency', String(processes)], environment),
  );
}

/** Each worker reads with one process; the ingest itself is one of them. */
export async function intoDistributed(
  reports: string,
  settings: Record<string, string>,
  workers: number,
): Promise<Ingested> {
  return measured(settings, async (environment) => {
    const others = Array.from({ length: workers - 1 }, () => start(['worker', '--concurrency', '1'], environment));
    for (const { stdout, stderr } of others) {
      stdout?.resume();
      stderr?.resume();
    }
    await run(['ingest', reports, '--concurrency', '1'], environment);
    await Promise.all(others.map(ended));
  });
}

async function measured(
  environment: Record<string, string>,
  ingest: (environment: Record<string, string>) => Promise<unknown>,
): Promise<Ingested> {
  // Making the store is no part of filling it.
  await run(['jobs'], environment);
  const before = await effortNow();
  await ingest(environment);
  const effort = effortBetween(before, await effortNow());
  return { ...effort, dump: (await run(['dump'], environment)).stdout };
}

function ended(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    worker.on('close', () => resolve());
    worker.kill('SIGTERM');
  });
}
