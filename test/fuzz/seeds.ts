import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeDoc } from '../../extractors/doc/testing/word-97.ts';

const fixture = (path: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url)));

const TEXT =
  'Số 12-BC/HU\nHuyện ủy đã tổ chức 12 cuộc đối thoại, giải quyết 35 kiến nghị về đất đai theo Quyết định số 218-QĐ/TW.\n';

/** One sound file of each kind that can be read. */
export const seeds: Record<string, () => Uint8Array> = {
  'a.docx': () => fixture('documents/an-khanh-2023.docx'),
  'a.pdf': () => fixture('pdf/footnotes.pdf'),
  'a.doc': () => makeDoc({ pieces: [{ text: TEXT.replaceAll('\n', '\r') }] }),
  'a.rtf': () =>
    Buffer.from(
      '{\\rtf1\\ansi{\\fonttbl{\\f0 .VnTime;}}\\trowd\\clvmgf\\cellx900\\cellx1800\\pard\\intbl TT\\cell 1\\cell\\row\\pard b\\u225?o c\\u225?o{\\super\\chftn{\\footnote\\pard x}}\\par}',
    ),
  'a.html': () =>
    Buffer.from(
      `<html><body><h1>Báo cáo</h1><p>${TEXT}</p><table border=1><tr><td rowspan=2>a<td>1<tr><td>2</table></body></html>`,
    ),
  'a.txt': () => Buffer.from(TEXT.repeat(5)),
};
