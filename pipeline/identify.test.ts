import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { identify } from './identify.ts';

async function zip(names: string[]): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const name of names) archive.file(name, '<x/>');
  return archive.generateAsync({ type: 'uint8array' });
}

test('a Word package is told by its parts, in any order', async () => {
  for (const names of [
    ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'],
    ['word/document.xml', 'word/styles.xml', '[Content_Types].xml'],
  ]) {
    expect((await identify(await zip(names))).reader).toBe('docx');
  }
});

test('a PDF may have lines before its header', async () => {
  expect((await identify(Buffer.from('Content-Type: application/pdf\r\n\r\n%PDF-1.4\n'))).reader).toBe('pdf');
});

test('text is text, with or without a byte order mark, also when a letter is cut at 64 kB', async () => {
  expect((await identify(Buffer.from('BÁO CÁO\nkết quả công tác'))).reader).toBe('plain');
  expect((await identify(Buffer.from('\ufeffBÁO CÁO', 'utf16le'))).reader).toBe('plain');
  expect((await identify(Buffer.from(`a${'ế'.repeat(40_000)}`))).reader).toBe('plain');
});

test('a photo of a page is read off the picture; what is no report has no reader', async () => {
  const gif = Buffer.from('474946383961', 'hex');
  expect(await identify(gif)).toEqual({ mediaType: 'image/gif', reader: null });
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
  expect(await identify(png)).toEqual({ mediaType: 'image/png', reader: 'picture' });
  expect((await identify(Buffer.from([0, 0, 0, 1, 2, 3]))).reader).toBeNull();
});
