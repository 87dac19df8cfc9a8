import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORT = /\.(docx|pdf|txt|doc)$/;
/** Reports that are always compared: the samples of the project. */
const SAMPLES = join(ROOT, 'fixtures', 'documents');

type Mentions = Map<string, string[]>;

/**
 * `npm run evaluate -- --against BASE [DIR…]`: which mentions appear or vanish, over the samples and every report below
 * DIR…, between the version BASE (a commit, a tag) and the files as they are now.
 */
export function compareAgainst(base: string, folders: readonly string[]): void {
  const files = [SAMPLES, ...folders.map((folder) => resolve(folder))].flatMap(reportsBelow);
  const work = mkdtempSync(join(tmpdir(), 'doisoat-against-'));
  try {
    const list = join(work, 'files.txt');
    writeFileSync(list, files.join('\n'));
    const other = join(work, 'base');
    checkOut(base, other);
    printChanges(mentionsOf(other, list), mentionsOf(ROOT, list));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function reportsBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => REPORT.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The files of BASE with the packages of today: the version is left as it is, and so is the checkout. */
function checkOut(base: string, folder: string): void {
  mkdirSync(folder);
  const archive = execFileSync('git', ['archive', '--format=tar', base], { cwd: ROOT, maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'evaluate'), { recursive: true });
  copyFileSync(join(ROOT, 'evaluate', 'mentions.ts'), join(folder, 'evaluate', 'mentions.ts'));
}

function mentionsOf(version: string, list: string): Mentions {
  const output = execFileSync(process.execPath, [join(version, 'evaluate', 'mentions.ts'), list], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = output.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const { path, mentions } = JSON.parse(line) as { path: string; mentions: string[] };
      return [path, mentions];
    }),
  );
}

function printChanges(before: Mentions, now: Mentions): void {
  const gains: string[] = [];
  const losses: string[] = [];
  for (const [path, mentions] of now) {
    const name = relative(process.cwd(), path);
    const earlier = before.get(path) ?? [];
    gains.push(...minus(mentions, earlier).map((mention) => `${name} · ${mention}`));
    losses.push(...minus(earlier, mentions).map((mention) => `${name} · ${mention}`));
  }
  console.log(`There were ${gains.length} gains and ${losses.length} losses in ${now.size} reports.`);
  for (const gain of gains) console.log(`  gained ${gain}`);
  for (const loss of losses) console.log(`  lost   ${loss}`);
}

/** What `a` has more often than `b`. */
function minus(a: readonly string[], b: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of b) left.set(one, (left.get(one) ?? 0) + 1);
  return a.filter((one) => {
    const times = left.get(one) ?? 0;
    if (times > 0) left.set(one, times - 1);
    return times === 0;
  });
}

/** Is there such a version? */
export function isVersion(base: string): boolean {
  try {
    execFileSync('git', ['rev-parse', '--verify', '--quiet', `${base}^{commit}`], { cwd: ROOT, stdio: 'ignore' });
    return existsSync(join(ROOT, '.git'));
  } catch {
    return false;
  }
}
