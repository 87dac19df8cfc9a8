import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../schemas/settings.ts';
import { databaseFile } from './compose.ts';

/** What keeps a backup or a restore from being made; the command puts it into words. */
export class BackupError extends Error {
  readonly code: 'no-store' | 'not-empty' | 'not-a-backup' | 'distributed';
  readonly path: string;
  constructor(code: BackupError['code'], path: string) {
    super(`${code}: ${path}`);
    this.name = 'BackupError';
    this.code = code;
    this.path = path;
  }
}

const ROOMS = ['originals', 'readings'] as const;

/**
 * Copies the store into an empty folder while it may be in use: first the database, as of one moment, then the objects
 * (they are named by their content and never change, so all that the copied database names are there).
 */
export async function backupHome(settings: Settings, to: string): Promise<void> {
  refuseDistributed(settings);
  if (!existsSync(databaseFile(settings.data))) throw new BackupError('no-store', settings.data);
  await refuseFull(to);
  await mkdir(to, { recursive: true });
  const { backup, DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(databaseFile(settings.data), { readOnly: true });
  try {
    await backup(database, databaseFile(to));
  } finally {
    database.close();
  }
  await copyRooms(settings.data, to);
}

/** Copies a backup into an empty data folder; its database is checked before anything is copied. */
export async function restoreHome(settings: Settings, from: string): Promise<void> {
  refuseDistributed(settings);
  if (!existsSync(databaseFile(from)) || !(await isSound(databaseFile(from))))
    throw new BackupError('not-a-backup', from);
  await refuseFull(settings.data);
  await mkdir(settings.data, { recursive: true });
  try {
    await copyRooms(from, settings.data);
    // The database last: its presence is what makes the folder a store.
    await cp(databaseFile(from), databaseFile(settings.data));
  } catch (error) {
    await rm(databaseFile(settings.data), { force: true });
    throw error;
  }
}

/** What Elasticsearch holds is backed up by its own snapshots. */
function refuseDistributed({ elasticsearchUrl, redisUrl }: Settings): void {
  if (elasticsearchUrl !== null || redisUrl !== null) throw new BackupError('distributed', '');
}

async function isSound(file: string): Promise<boolean> {
  const { DatabaseSync } = await import('node:sqlite');
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return Object.values(database.prepare('PRAGMA integrity_check').get() ?? {})[0] === 'ok';
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

async function refuseFull(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length > 0) throw new BackupError('not-empty', folder);
}

async function copyRooms(from: string, to: string): Promise<void> {
  for (const room of ROOMS) {
    if (existsSync(join(from, room))) await cp(join(from, room), join(to, room), { recursive: true });
  }
}
