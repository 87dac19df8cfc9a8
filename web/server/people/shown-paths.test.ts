import { expect, test } from 'vitest';
import { shownPath } from './shown-paths.ts';

test.each([
  ['/home/lan/bao-cao/a.docx', 'a.docx'],
  ['/data/uploads/ab/abcd/Báo cáo.pdf', 'Báo cáo.pdf'],
  ['/home/lan/quy-2.zip › xã/b.docx', 'quy-2.zip › xã/b.docx'],
  ['a.docx', 'a.docx'],
])('%s', (path, shown) => {
  expect(shownPath({ collections: null }, path)).toBe(shown);
  expect(shownPath({ collections: ['chung'], seesFolders: true }, path)).toBe(path);
});
