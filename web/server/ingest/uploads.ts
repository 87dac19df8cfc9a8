import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OutcomeCode } from '../../../pipeline/outcomes.ts';
import { uploadName } from './upload-name.ts';

export interface Kept {
  path: string;
  size: number;
}

/** Longer than any upload takes; what is older was left by a process that died. */
const ABANDONED_MS = 24 * 3_600_000;

/**
 * Uploaded files, each under the hash of its bytes and its own name: sent again they are where they were, and no other
 * file of that name is touched. A file is there only when it is whole.
 */
export function uploadFolder(data: string) {
  const folder = join(data, 'uploads');
  const drafts = join(folder, '.drafts');
  return {
    /** Writes what comes to disk as it comes; a stream that was cut off at the limit says so at its end. */
    async keep(name: string, bytes: Readable & { truncated: boolean }): Promise<Kept | OutcomeCode> {
      await mkdir(drafts, { recursive: true });
      const draft = join(drafts, randomUUID());
      const hash = createHash('sha256');
      let size = 0;
      try {
        await pipeline(
          bytes,
          async function* (pieces: AsyncIterable<Buffer>) {
            for await (const piece of pieces) {
              hash.update(piece);
              size += piece.length;
              yield piece;
            }
          },
          createWriteStream(draft, { flags: 'wx', flush: true }),
        );
        if (bytes.truncated) return 'file-too-large';
        if (size === 0) return 'empty';
        const sha256 = hash.digest('hex');
        const own = join(folder, sha256.slice(0, 2), sha256);
        await mkdir(own, { recursive: true });
        const path = join(own, uploadName(name));
        await rename(draft, path);
        return { path, size };
      } finally {
        await rm(draft, { force: true });
      }
    },
    /** Takes away what processes that died have left half written. */
    async tidy(now: number): Promise<void> {
      for (const name of await readdir(drafts).catch(() => [])) {
        const draft = join(drafts, name);
        if (now - (await stat(draft)).mtimeMs > ABANDONED_MS) await rm(draft, { force: true });
      }
    },
  };
}
