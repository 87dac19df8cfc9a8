import { type ChildProcess, execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Engine } from './engine.ts';
import { greyFile } from './grey-file.ts';
import { LANGUAGE, LANGUAGE_FOLDER, TAKE } from './language-data.ts';

const PROGRAM = 'tesseract';
/** The neural recogniser and hOCR as it is read here are there from this version on. */
const OLDEST = 4;
/** hOCR of a page is some 100 kB; more than this is no page. */
const MAX_ANSWER = 64_000_000;

/** The installed Tesseract, or null where there is none. It is run directly, never through a shell. */
export async function nativeEngine(): Promise<Engine | null> {
  if ((await installedVersion()) < OLDEST) return null;
  const folder = await dataFolder().catch(() => null);
  if (folder === null) return null;
  let running: ChildProcess | null = null;
  return {
    recognise: (bitmap, segmentation) =>
      new Promise((resolve, reject) => {
        const { mode, only } = TAKE[segmentation];
        const how = ['--tessdata-dir', folder, '-l', LANGUAGE, '--psm', mode, '-c', `tessedit_char_whitelist=${only}`];
        const child = execFile(
          PROGRAM,
          ['stdin', 'stdout', ...how, '-c', 'tessedit_create_hocr=1'],
          // One page, one core: the pool decides how many pages are read at a time.
          { maxBuffer: MAX_ANSWER, env: { ...process.env, OMP_THREAD_LIMIT: '1' } },
          (error, stdout) => (error ? reject(error) : resolve(stdout)),
        );
        running = child;
        // A program that ends early closes its input; what that means comes with its end.
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(greyFile(bitmap));
      }),
    async stop() {
      running?.kill('SIGKILL');
    },
  };
}

async function installedVersion(): Promise<number> {
  try {
    const { stdout, stderr } = await promisify(execFile)(PROGRAM, ['--version']);
    return Number(/tesseract v?(\d+)/.exec(stdout || stderr)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * The program wants its data unpacked in a folder. They are unpacked once for each user of the machine, into a folder
 * that nobody else can write to, and renamed into place so that no process sees half of them.
 */
async function dataFolder(): Promise<string> {
  const user = process.getuid?.() ?? 'user';
  const folder = join(tmpdir(), `doisoat-ocr-${user}`);
  await mkdir(folder, { mode: 0o700 }).catch(() => undefined);
  const found = await lstat(folder);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid()))
    throw new Error(`${folder} belongs to somebody else`);
  await chmod(folder, 0o700);
  const name = `${LANGUAGE}.traineddata`;
  const data = await promisify(gunzip)(await readFile(join(LANGUAGE_FOLDER, `${name}.gz`)));
  const kept = await lstat(join(folder, name)).catch(() => null);
  if (kept?.isFile() && kept.size === data.length) return folder;
  const half = join(folder, randomUUID());
  await writeFile(half, data);
  await rename(half, join(folder, name));
  return folder;
}
