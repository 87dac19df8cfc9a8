import { describe, expect, test } from 'vitest';
import { drawCells } from '../docx/testing/reading.ts';
import { readRtf } from './read.ts';

const FONTS =
  '{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset0 .VnTime;}{\\f2\\fnil .VnTimeH;}{\\f3\\froman\\fcharset163 Times New Roman (Vietnamese);}{\\f4\\froman\\fcharset2 Symbol;}}';
const read = (body: string) => readRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}\n${body}}`, 'latin1'));
const texts = (body: string): string[] => read(body).blocks.map((block) => block.text);

describe('letters', () => {
  test('Unicode with a letter for old readers behind it', () => {
    expect(texts("\\pard Qu\\uc1 y\\u7871\\'65t \\u273?\\u7883\\'5fnh{\\uc0 s\\u7889 }{\\uc2 \\u272 ??}\\par")).toEqual(
      ['Quyết địnhsốĐ'],
    );
  });

  test('bytes of the font: western, Vietnamese code page, TCVN3 with capitals', () => {
    expect(texts("\\pard \\f3 V\\'e3n s\\'f4\\'ec \\'f0\\'ea\\'cc\\par")).toEqual(['Văn số đề']);
    expect(texts("\\pard {\\f2 ®¶ng ñy} {\\f1 ph\\'ad\\'acng, x\\'b7}\\par")).toEqual(['ĐẢNG ỦY phương, xã']);
  });

  test('signs of their own, braces, hyphens of document numbers', () => {
    expect(
      texts('\\pard \\ldblquote a\\rdblquote  \\endash  217\\_Q\\u272?/TW \\{b\\} tri\\-\\u7875?n\\~khai\\line x\\par'),
    ).toEqual(['“a” – 217-QĐ/TW {b} triển khai x']);
    expect(texts("\\pard \\f4 \\'b3\\f0  90\\%\\par")).toEqual(['≥ 90']);
  });

  test('looks hold until their group ends', () => {
    expect(texts('\\pard 5 m{\\super 2} {\\v \\u7849?n}{\\caps huy\\u7879?n}{\\deleted x}\\par')).toEqual([
      '5 m² HUYỆN',
    ]);
  });
});

describe('structure', () => {
  test('headings by style, lists with their numbers, no second numbers from old readers’ text', () => {
    const lists =
      "{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc1\\levelstartat1\\levelfollow0{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}{\\listlevel\\levelnfc0\\levelstartat1{\\leveltext\\'04\\'00.\\'01.;}{\\levelnumbers\\'01\\'03;}}\\listid7}}" +
      '{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}}{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}}';
    const { blocks } = read(
      `${lists}{\\listtext I.\\tab}\\pard\\s1\\ls1\\ilvl0 K\\u7871?t qu\\u7843?\\par{\\listtext I.1.\\tab}\\pard\\ls1\\ilvl1 Chung\\par\\pard sau\\par`,
    );
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: I. Kết quả',
      'paragraph: I.1. Chung',
      'paragraph: sau',
    ]);
  });

  test('merged cells by edges and flags; nested tables', () => {
    const row1 =
      '\\trowd\\trhdr\\clvmgf\\clbrdrt\\brdrs\\cellx500\\cellx4500\\pard\\intbl TT\\cell S\\u7889?\\cell\\row';
    const row2 =
      '\\trowd\\clvmrg\\cellx502\\cellx2500\\cellx4500\\pard\\intbl\\cell a\\par\\intbl b\\cell 1\\cell\\row';
    const nested =
      '\\trowd\\cellx4500\\pard\\intbl\\itap2 x\\nestcell{\\*\\nesttableprops\\trowd\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 y\\cell\\row';
    const { blocks } = read(`${row1}${row2}\\pard sau\\par ${nested}\\pard\\par`);
    expect(drawCells(blocks[0])).toEqual(['TT 0,0 2×1', 'Số 0,1 1×2', 'a b 1,1', '1 1,2']);
    expect(blocks[0]?.table?.headerRows).toBe(1);
    expect(blocks.slice(1).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'paragraph: sau',
      'table: y',
      'table: x',
    ]);
    expect(blocks[3]?.parent).toEqual({ block: blocks[2]?.id, row: 0, col: 0 });
  });

  test('notes at their marks, page edges, comments, text boxes, fields', () => {
    const { blocks } = read(
      '{\\header\\pard Tr\\u224?n trang\\par}\\pard kh\\u243?a IX{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} M\\u7897?t.}} v\\u224?{\\super *}{\\footnote\\pard * Hai.} x{\\super\\chftn{\\footnote\\ftnalt\\pard\\chftn  Cu\\u7889?i.}}' +
        '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt  n\\u7919?a}}{\\*\\atnid A}{\\*\\annotation\\pard\\chatn xem}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard khung\\par}}{\\shprslt{\\*\\do x}}}\\par',
    );
    expect(blocks.map(({ kind, text, note }) => `${kind}: ${text}${note ? ` (${note.mark} ${note.at})` : ''}`)).toEqual(
      [
        'paragraph: khóa IX và x nữa',
        'footnote: Một. (1 7)',
        'footnote: Hai. (* 10)',
        'endnote: Cuối. (i 12)',
        'text-box: khung',
        'page-header: Tràn trang',
        'comment: xem',
      ],
    );
  });

  test('data is not read, optional groups neither', () => {
    expect(
      texts(
        '{\\*\\generator Riched20;}{\\info{\\title x}}\\pard a{\\pict\\wmetafile8 0102}{\\*\\xyz b}\\bin3 }}}c\\par',
      ),
    ).toEqual(['ac']);
  });
});

test('a file that is cut off is partial', () => {
  const { blocks, diagnostics } = readRtf(Buffer.from('{\\rtf1\\ansi\\pard Một phần\\par hai', 'latin1'));
  expect(blocks).toHaveLength(2);
  expect(diagnostics).toMatchObject([{ code: 'file-cut-off', severity: 'error' }]);
});

test('nesting without end is named', () => {
  expect(() => readRtf(Buffer.from(`{\\rtf1${'{'.repeat(100_000)}`))).toThrow(
    expect.objectContaining({ code: 'corrupt' }),
  );
});
