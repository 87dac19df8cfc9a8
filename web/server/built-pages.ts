import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = join(ROOT, 'web/pages');
const BUILT = join(SOURCES, 'dist');
/** Beside the built pages: the hash of what they were built from. */
const STAMP = 'sources.sha256';

/** The pages could not be built; `output` is what the builder said. */
export class PagesError extends Error {
  override name = 'PagesError';
  readonly output: string;
  constructor(output: string) {
    super('the pages could not be built');
    this.output = output;
  }
}

/**
 * Builds the pages where what they are made of has changed since; `onBuild` is told before, as it takes some seconds. Where
 * they were brought along ready-made (no builder is installed) they are left as they are.
 */
export async function refreshPages(onBuild: () => void): Promise<void> {
  if (!hasBuilder()) return;
  const sources = await hashOfSources();
  const built = await readFile(join(BUILT, STAMP), 'utf8').catch(() => '');
  if (built.trim() === sources && existsSync(join(BUILT, 'index.html'))) return;
  onBuild();
  // In place of the old ones only when they are whole: a server may be showing those.
  const draft = `${BUILT}-${process.pid}`;
  try {
    await build(draft);
    await compress(draft);
    await writeFile(join(draft, STAMP), `${sources}\n`);
    await rm(BUILT, { recursive: true, force: true });
    await rename(draft, BUILT);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function hasBuilder(): boolean {
  if (!existsSync(join(SOURCES, 'vite.config.ts'))) return false;
  try {
    createRequire(import.meta.url).resolve('vite/package.json');
    return true;
  } catch {
    return false;
  }
}

/** Names and contents of everything the pages are made of, and the versions of what they bring along. */
async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(SOURCES, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.startsWith(BUILT))
    .sort();
  for (const path of [...names, join(ROOT, 'package-lock.json')]) {
    const content = await readFile(path);
    hash.update(`${path.slice(ROOT.length)}\u0000${content.length}\u0000`).update(content);
  }
  return hash.digest('hex');
}

/** Beside each file the same once more, packed: it need not be done for every visitor. */
async function compress(folder: string): Promise<void> {
  for (const { parentPath, name } of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!/\.(?:m?js|css|html|svg|wasm)$/.test(name)) continue;
    const path = join(parentPath, name);
    const content = await readFile(path);
    await writeFile(`${path}.gz`, await packed(content, { level: 9 }));
  }
}

const packed = promisify(gzip);

function build(folder: string): Promise<void> {
  const vite = [join(ROOT, 'bin/node24.mjs'), 'vite', 'build', SOURCES, '--outDir', folder, '--logLevel', 'warn'];
  const child = spawn(process.execPath, vite, { stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => (status === 0 ? resolve() : reject(new PagesError(output))));
  });
}
