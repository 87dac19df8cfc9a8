import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LedgerBalance } from '../schemas/ledger.ts';
import { folderObjects } from './objects/folder.ts';
import { sweep } from './sweep.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-sweep-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = {
  brought: 'incoming/ab/abcd',
  justBrought: 'incoming/cd/cdef',
  halfCopy: 'incoming/ab/.half',
  halfReading: 'readings/ab/.half',
  reading: 'readings/ab/abcd-1.json.gz',
  original: 'originals/ab/abcd',
};
function leave(): void {
  for (const [what, name] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'x');
    const hoursAgo = what === 'justBrought' ? 0 : 2;
    const at = new Date(Date.now() - hoursAgo * 3_600_000);
    utimesSync(path, at, at);
  }
}
const left = (): string[] =>
  Object.entries(files)
    .filter(([, name]) => existsSync(join(folder, name)))
    .map(([what]) => what);
const storeWith = (queued: number) => ({ ledger: { balance: async () => ({ queued, reading: 0 }) as LedgerBalance } });
const queueWith = (waiting: number) => ({ counts: async () => ({ waiting, running: 0 }) });

test('what the killed left behind is cleared away; what is kept or has just come stays', async () => {
  leave();
  expect(await sweep(storeWith(0), queueWith(0), folderObjects(folder))).toBe(3);
  expect(left()).toEqual(['justBrought', 'reading', 'original']);
});

test('while anything waits, nothing is touched', async () => {
  leave();
  expect(await sweep(storeWith(1), queueWith(0), folderObjects(folder))).toBe(0);
  expect(await sweep(storeWith(0), queueWith(1), folderObjects(folder))).toBe(0);
  expect(left()).toHaveLength(Object.keys(files).length);
});

test('an empty folder has nothing to clear away', async () => {
  expect(await sweep(storeWith(0), queueWith(0), folderObjects(folder))).toBe(0);
});
