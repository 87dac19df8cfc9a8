import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from './run.ts';

const SCANS = ['report.pdf', 'annex-upside-down.png'].map((name) =>
  fileURLToPath(new URL(`../../fixtures/scans/${name}`, import.meta.url)),
);

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'doisoat-ocr-later-'));
});
afterAll(() => rmSync(data, { recursive: true }));

const ingest = async (...options: string[]) => {
  const { stdout } = await run(['ingest', ...SCANS, ...options, '--data', data, '--json']);
  const { files } = JSON.parse(stdout) as { files: { state: string; reason: string | null }[] };
  return files.map(({ state, reason }) => reason ?? state);
};

it('reads scans once OCR is switched on, though they were ingested without it', async () => {
  expect(await ingest('--no-ocr')).toEqual(['scan-without-ocr', 'scan-without-ocr']);
  expect(await ingest('--no-ocr')).toEqual(['scan-without-ocr', 'scan-without-ocr']);
  expect(await ingest()).toEqual(['indexed', 'indexed']);
  expect(await ingest('--no-ocr')).toEqual(['indexed', 'indexed']);
});
