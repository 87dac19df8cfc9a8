import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uploadName } from './upload-name.ts';

test.each([
  ['báo cáo quý I.docx', 'báo cáo quý I.docx'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\system.ini', 'system.ini'],
  ['..', 'tep'],
  ['.htaccess', 'htaccess'],
  ['con.docx', '_con.docx'],
  ['a\u202excod.exe', 'a_xcod.exe'],
  ['<img src=x>.pdf', '_img src=x_.pdf'],
  ['a\u0000b\n.pdf', 'a_b_.pdf'],
  ['', 'tep'],
])('%j is kept as %j', (given, kept) => {
  expect(uploadName(given)).toBe(kept);
});

test('a name of any length fits into a folder and keeps its extension', () => {
  const kept = uploadName(`${'Báo cáo tổng kết '.repeat(50)}.docx`);
  expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(200);
  expect(kept).toMatch(/^Báo cáo tổng kết .*\.docx$/);
});

test('no name leads out of its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const kept = uploadName(given);
      expect(kept).not.toMatch(/[/\\\p{Cc}]|^\.{1,2}$|^$/u);
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(200);
      expect(uploadName(kept)).toBe(kept);
    }),
  );
});
