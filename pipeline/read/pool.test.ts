import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PoolLimits, ReadingPool } from './pool.ts';

const limits: PoolLimits = {
  concurrency: 2,
  memoryMb: 128,
  silenceSeconds: 30,
  totalSeconds: 60,
  fileMb: 1,
  pages: 10,
  ocr: true,
  ocrPages: 5,
  ocrPageSeconds: 20,
  ocrMemoryMb: 512,
};
const misbehaving = fileURLToPath(new URL('./testing/misbehaving-child.ts', import.meta.url));

const code = async (pool: ReadingPool, path: string): Promise<string | undefined> =>
  (await pool.read({ path, source: path })).diagnostics[0]?.code;

describe('a process that misbehaves', () => {
  const cases: [string, Partial<PoolLimits>, string][] = [
    ['dies', {}, 'reader-crash'],
    ['aborts', {}, 'memory-limit'],
    ['throws', {}, 'reader-crash'],
    ['spins', { silenceSeconds: 3 }, 'silence-limit'],
    ['chatters', { silenceSeconds: 5, totalSeconds: 1 }, 'time-limit'],
    ['grows', { memoryMb: 64 }, 'memory-limit'],
    // The time of a scanned page is added to that of the file.
    ['scans', { totalSeconds: 2, ocrPageSeconds: 20 }, 'encrypted'],
  ];
  for (const [name, own, outcome] of cases) {
    test(`${name}: the file fails as ${outcome} and the next one is read`, async () => {
      const pool = new ReadingPool({ ...limits, ...own, concurrency: 1 }, () => {}, misbehaving);
      try {
        expect(await code(pool, name)).toBe(outcome);
        expect(await code(pool, 'behaves')).toBe('empty');
      } finally {
        await pool.close();
      }
    });
  }
});

describe('files that cannot be read', () => {
  let folder: string;
  let pool: ReadingPool;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'doisoat-pool-'));
    pool = new ReadingPool(limits);
    writeFileSync(join(folder, 'empty.docx'), '');
    writeFileSync(join(folder, 'large.pdf'), Buffer.alloc(1_000_001));
    writeFileSync(join(folder, 'photo.docx'), Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'));
    writeFileSync(join(folder, 'film.docx'), Buffer.from('474946383961', 'hex'));
    writeFileSync(join(folder, 'noise.pdf'), Buffer.from([0, 1, 2, 3, 250, 251, 0, 9]));
  });
  afterAll(async () => {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cases: [string, string][] = [
    ['nowhere.docx', 'missing'],
    ['empty.docx', 'empty'],
    ['large.pdf', 'file-too-large'],
    ['photo.docx', 'corrupt'],
    ['film.docx', 'unsupported-type'],
    ['noise.pdf', 'unsupported-type'],
    ['.', 'not-a-file'],
  ];
  for (const [name, outcome] of cases) {
    test(`${name}: ${outcome}`, async () => {
      expect(await code(pool, join(folder, name))).toBe(outcome);
    });
  }

  test('a device is never read', async () => {
    expect(await code(pool, process.platform === 'win32' ? '\\\\.\\NUL' : '/dev/zero')).toBe('not-a-file');
  });
});
