import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Room for what a run keeps, and for the poison on its way. */
const SIZE = '600m';
const PIECE = Buffer.alloc(1_000_000);

/** A file system of its own for the data folder; null where this machine lets nobody make one. */
export function mountSmallDisk(folder: string): { fill(): void; free(): void; unmount(): void } | null {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    /** Another program takes all the room that is left. */
    fill() {
      for (let piece = PIECE; piece.length > 0; ) {
        try {
          appendFileSync(ballast, piece);
        } catch {
          piece = piece.subarray(0, Math.floor(piece.length / 2));
        }
      }
    },
    free: () => rmSync(ballast, { force: true }),
    unmount: () => void execFileSync('umount', ['-l', folder]),
  };
}
