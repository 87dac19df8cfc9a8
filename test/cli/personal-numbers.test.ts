import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { afterAll, expect, test } from 'vitest';
import { makeDoc } from '../../extractors/doc/testing/word-97.ts';
import { makeDocx, p } from '../../extractors/docx/testing/package.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-personal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = 'Ông Lê Văn A, CCCD số 031088001234, điện thoại 0912345678, kiến nghị sửa đường thôn Đông.';
const NUMBERS = /031088001234|0912345678/;

async function odt(): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('mimetype', 'application/vnd.oasis.opendocument.text');
  const names = 'xmlns:office="urn:office" xmlns:text="urn:text"';
  const body = `<office:body><office:text><text:p>${TEXT} Bản ODT.</text:p></office:text></office:body>`;
  zip.file('content.xml', `<office:document-content ${names}>${body}</office:document-content>`);
  return zip.generateAsync({ type: 'uint8array' });
}

test('citizen ids and phone numbers of any format are in no answer, export, log or kept reading', async () => {
  const from = join(folder, 'in');
  mkdirSync(from);
  const rtf = TEXT.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0)}?`);
  const files: Record<string, Uint8Array | string> = {
    'a.docx': await makeDocx({ body: p(`${TEXT} Bản DOCX.`) }),
    'a.doc': makeDoc({ pieces: [{ text: `${TEXT}\r` }] }),
    'a.rtf': `{\\rtf1\\ansi\\pard ${rtf}\\par}`,
    'a.html': `<html><meta charset="utf-8"><p>${TEXT} Bản HTML.</p></html>`,
    'a.odt': await odt(),
    'a.txt': `${TEXT} Bản chữ.`,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(from, name), content);
  const data = join(folder, 'data');
  const ingested = await run(['ingest', from, '--data', data]);
  expect(ingested.status, ingested.stdout).toBe(0);
  for (const args of [
    ['dump'],
    ['search', 'kiến nghị', '--json'],
    ['search', '0912345678', '--json'],
    ['issues', '--json'],
    ['indicators', '--json'],
    ['jobs', '--json'],
  ]) {
    const { stdout, stderr } = await run([...args, '--data', data]);
    // What was asked is repeated in the answer.
    const said = (stdout + stderr).replaceAll(args[1] === '0912345678' ? args[1] : '\u0000', '');
    expect(said, args.join(' ')).not.toMatch(NUMBERS);
  }
  const extracted = await run(['extract', ...Object.keys(files).map((name) => join(from, name)), '--json']);
  expect(extracted.stdout.split('\n').filter(Boolean)).toHaveLength(6);
  expect(ingested.stdout + ingested.stderr + extracted.stdout + extracted.stderr).not.toMatch(NUMBERS);
  // The original is the user's own; all else in the data folder is ours.
  const kept = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const ours = kept.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes('originals'));
  expect(ours.filter((path) => path.endsWith('.gz'))).toHaveLength(6);
  for (const path of ours) {
    const bytes = readFileSync(path);
    expect((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1'), path).not.toMatch(NUMBERS);
  }
});
