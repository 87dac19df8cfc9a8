import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectRoom, Objects } from '../ports.ts';

/** Objects in a folder: `originals/ab/abcd…`. A file appears under its name only when it is whole. */
export function folderObjects(root: string): Objects {
  const folderOf = (room: ObjectRoom, name: string): string => join(root, room, name.slice(0, 2));
  const pathOf = (room: ObjectRoom, name: string): string => join(folderOf(room, name), name);
  return {
    async put(room, name, bytes) {
      const folder = folderOf(room, name);
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `.${randomUUID()}`);
      try {
        await writeFile(draft, bytes, { flush: true });
        await rename(draft, pathOf(room, name));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(room, name) {
      return readFile(pathOf(room, name)).catch(missingAsNull);
    },
    async has(room, name) {
      return access(pathOf(room, name)).then(
        () => true,
        () => false,
      );
    },
    async remove(room, name) {
      await rm(pathOf(room, name), { force: true });
    },
  };
}

function missingAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
