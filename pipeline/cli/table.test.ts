import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { renderTable, wrap } from './table.ts';

test('a table fits the width it is given and loses no word', () => {
  const text = 'Tăng cường sự lãnh đạo của Đảng đối với công tác tiếp dân và giải quyết khiếu nại, tố cáo';
  const lines = renderTable(
    [
      { title: 'Số', min: 10 },
      { title: 'Trích yếu', min: 12 },
    ],
    [['35-CT/TW', text]],
    40,
  );
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(40);
  for (const word of text.split(' ')) expect(lines.join(' ')).toContain(word);
});

test('wrapping breaks at blanks, and a longer word where it must', () => {
  expect(wrap('một hai ba', 7)).toEqual(['một hai', 'ba']);
  expect(wrap('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
});
