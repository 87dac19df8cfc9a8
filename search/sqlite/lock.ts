import { DatabaseSync } from 'node:sqlite';

export interface Held {
  release(): void;
}

/**
 * An exclusive lock that the operating system frees when its holder dies, however it dies: a transaction held open in a
 * small database of its own. A file with a process number in it would outlive `kill -9`. Null while another holds it.
 */
export function holdLock(file: string): Held | null {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    const { errcode } = error as { errcode?: number };
    const BUSY = 5;
    if (errcode === BUSY) return null;
    throw error;
  }
}
