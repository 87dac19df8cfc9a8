import { stat } from 'node:fs/promises';
import type { Settings } from '../schemas/settings.ts';
import { jobId } from './job-id.ts';
import type { OutcomeCode } from './outcomes.ts';
import type { FileJob, Objects } from './ports.ts';
import { withRegularFile } from './regular-file.ts';

/**
 * Workers on other hosts share the data folder, not the folders that people ingest from: the bytes of a file are
 * brought into the data folder when it is queued, and are gone from there when its outcome stands in the ledger.
 */
export async function bring(
  { objects, settings }: { objects: Objects; settings: Settings },
  job: FileJob,
): Promise<OutcomeCode | null> {
  const done = await withRegularFile(job.path, settings.fileMb * 1_000_000, async (file) => {
    await objects.copy('incoming', jobId(job), file.pieces());
    return job;
  });
  return typeof done === 'string' ? done : null;
}

/** What was brought is there no more: another worker has carried the job to its end. */
export class BroughtGone extends Error {
  override name = 'BroughtGone';
}

/**
 * Works on what was brought, again if a newer version was brought meanwhile, and clears it away after that. False where
 * nothing lies there, or nothing any more: a worker that lay still for longer than its lock (a suspended machine, a disk
 * that hangs) finds that another one has done its work.
 */
export async function withBrought(
  objects: Objects,
  job: FileJob,
  work: (path: string) => Promise<void>,
): Promise<boolean> {
  const brought = await objects.locate('incoming', jobId(job));
  if (brought === null) return false;
  try {
    for (let seen = ''; ; ) {
      const present = await versionOf(brought);
      if (present === seen) break;
      seen = present;
      await work(brought);
    }
  } catch (error) {
    if (error instanceof BroughtGone) return false;
    throw error;
  }
  await objects.remove('incoming', jobId(job));
  return true;
}

async function versionOf(path: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new BroughtGone() : error;
  });
  return `${ino} ${mtimeMs} ${size}`;
}
