import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ObjectRoom, Objects } from '../ports.ts';

/** Objects in a folder: `originals/ab/abcd…`. A file appears under its name only when it is whole. */
export function folderObjects(root: string): Objects {
  const folderOf = (room: ObjectRoom, name: string): string => join(root, room, name.slice(0, 2));
  const pathOf = (room: ObjectRoom, name: string): string => join(folderOf(room, name), name);
  const keep = async (
    room: ObjectRoom,
    name: string,
    content: Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<void> => {
    const folder = folderOf(room, name);
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.${randomUUID()}`);
    try {
      await writeFile(draft, content, { flush: true });
      await rename(draft, pathOf(room, name));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  };
  return {
    put: (room, name, bytes) => keep(room, name, bytes),
    copy: (room, name, from) => keep(room, name, from),
    async get(room, name) {
      return readFile(pathOf(room, name)).catch(missingAsNull);
    },
    async locate(room, name) {
      const path = pathOf(room, name);
      return access(path).then(() => path, missingAsNull);
    },
    async remove(room, name) {
      await rm(pathOf(room, name), { force: true });
    },
    async sweep(room, olderThanMs, which) {
      let swept = 0;
      const names = await readdir(join(root, room), { recursive: true }).catch(missingAsNull);
      for (const name of names ?? []) {
        const path = join(root, room, name);
        const about = await stat(path).catch(missingAsNull);
        if (!about?.isFile() || Date.now() - about.mtimeMs < olderThanMs) continue;
        if (which === 'halves' && !isHalf(name)) continue;
        await rm(path, { force: true });
        swept++;
      }
      return swept;
    },
  };
}

const isHalf = (name: string): boolean => basename(name).startsWith('.');

function missingAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
