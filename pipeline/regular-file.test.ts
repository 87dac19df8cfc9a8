import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readWhole, withRegularFile } from './regular-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-regular-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file that is written to while it is open shows another version', async () => {
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'Xã có 12 hộ nghèo.');
  const versions = await withRegularFile(path, 1_000, async (file) => {
    const before = await file.version();
    appendFileSync(path, ' Còn tiếp.');
    return [before, await file.version()];
  });
  expect(new Set(versions).size).toBe(2);
});

test('a file that grows while it is read is not taken half', async () => {
  const path = join(folder, 'b.txt');
  writeFileSync(path, Buffer.alloc(4_000_000, 'x'));
  const reading = readWhole(path, 1_000_000_000);
  let done = false;
  const growing = (async () => {
    while (!done) {
      appendFileSync(path, 'x');
      await new Promise(setImmediate);
    }
  })();
  expect(await reading).toBe('changed-while-reading');
  done = true;
  await growing;
});
