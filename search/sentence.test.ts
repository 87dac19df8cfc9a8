import { expect, test } from 'vitest';
import { sentenceAround } from './sentence.ts';

/** The part in brackets asks; the answer is the sentence. */
function around(marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const found = sentenceAround(text, start, end);
  return text.slice(found.start, found.end);
}

test.each([
  ['Thực hiện [218-QĐ/TW] tại quận.', 'Thực hiện 218-QĐ/TW tại quận.'],
  ['Xong việc. Đã sơ kết [218-QĐ/TW] năm 2023; Ban hành kế hoạch.', 'Đã sơ kết 218-QĐ/TW năm 2023;'],
  ['Phường\t[218-QĐ/TW] đã xong\nXã', '218-QĐ/TW đã xong'],
  ['Tăng 1.234 lượt theo [218-QĐ/TW]', 'Tăng 1.234 lượt theo 218-QĐ/TW'],
  ['[218]', '218'],
])('%s', (marked, expected) => {
  expect(around(marked)).toBe(expected);
});

test('endless sentences are cut at a blank', () => {
  const quote = around(`${'dân '.repeat(1000)}[218-QĐ/TW] ${'dân '.repeat(1000)}`);
  expect(quote).toMatch(/^(dân )+218-QĐ\/TW( dân)+$/);
  expect(quote.length).toBeLessThan(620);
});
