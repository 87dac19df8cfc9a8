import { describe, expect, test } from 'vitest';
import { line, linesOf, typeset } from '../testing/typeset.ts';
import { joinLines } from './join.ts';
import { settle } from './marks.ts';
import { isSyllable } from './syllable.ts';

function joined(...texts: string[]): string {
  return joinLines(texts.map((text, i) => line(text, 50, 100 + 14 * i)));
}

describe('line ends', () => {
  test.each([
    ['Nghị quyết số 45-', 'NQ/TW, ngày', 'Nghị quyết số 45-NQ/TW, ngày'],
    ['Quyết định số 218-QĐ/', 'TW', 'Quyết định số 218-QĐ/TW'],
    ['đã giải quyết 3.585/', '5.242 vụ', 'đã giải quyết 3.585/5.242 vụ'],
    ['giai đoạn 2021 -', '2025', 'giai đoạn 2021 - 2025'],
    ['giai đoạn 2021-', '2025', 'giai đoạn 2021-2025'],
    ['kinh tế -', 'xã hội', 'kinh tế - xã hội'],
    ['các xã, phường', 'trên địa bàn', 'các xã, phường trên địa bàn'],
    ['gồm:', '- Ban Dân vận', 'gồm: - Ban Dân vận'],
    ['năm 2022', '45 cuộc', 'năm 2022 45 cuộc'],
  ])('%s | %s', (a, b, expected) => {
    expect(joined(a, b)).toBe(expected);
  });
});

describe('narrow cells', () => {
  // The cell reaches from 50 to 75: five letters of size 10 fill it.
  const cell = (...texts: string[]) =>
    joinLines(
      texts.map((text, i) => line(text, 50, 100 + 12 * i)),
      { right: 75 },
    );

  test.each([
    [['14.27', '3'], '14.273'],
    [['3.040', '8'], '3.0408'],
    [['huyệ', 'n'], 'huyện'],
    [['huy', 'ện'], 'huy ện'],
    [['Thươn', 'g mại'], 'Thương mại'],
    [['thườn', 'g', 'xuyên'], 'thường xuyên'],
    [['thu/tổ', 'ng số'], 'thu/tổng số'],
    [['chính', 'ủy'], 'chính ủy'],
    [['Đồng', 'chí'], 'Đồng chí'],
    [['1.204', 'người'], '1.204 người'],
    [['12', '45'], '12 45'],
    [['UBMTT', 'Q'], 'UBMTTQ'],
    [['THỐNG', 'KÊ'], 'THỐNG KÊ'],
    [['số hội', 'nghị'], 'số hội nghị'],
    [['chính', 'nghiê', 'ng'], 'chính nghiêng'],
    [['thườn', 'g', 'ủy'], 'thường ủy'],
    [['cuộcx', ')'], 'cuộcx)'],
    [['12.34', '/', '5'], '12.34/5'],
    [['Quậnx', ', huyện'], 'Quậnx, huyện'],
  ])('%j', (texts, expected) => {
    expect(cell(...texts)).toBe(expected);
  });

  test('letters without a vowel go with the rest of the next word', () => {
    // Two letters fill this cell.
    const lines = ['Số', 'ng', 'ườ', 'i'].map((text, i) => line(text, 50, 100 + 12 * i));
    expect(joinLines(lines, { right: 60 })).toBe('Số người');
  });

  test('without a measure nothing is put together', () => {
    expect(joined('14.27', '3')).toBe('14.27 3');
  });
});

describe('syllables', () => {
  test.each([
    'Người',
    'huyện',
    'nghiêng',
    'quyền',
    'gì',
    'ủy',
    'THƯỜNG',
    'khuya',
    'yêu',
    'hoạch',
    'huỳnh',
    'lệnh',
    'xoong',
    'giếng',
  ])('%s', (word) => {
    expect(isSyllable(word)).toBe(true);
  });
  test.each(['cơở', 'Tậpthể', 'Đồngchí', 'xãấp', 'TT', 'ng', 'chínhủy', 'báncông', 'hộing', 'mainh', 'tổch'])(
    'not %s',
    (word) => {
      expect(isSyllable(word)).toBe(false);
    },
  );
});

describe('superscripts in text', () => {
  const raw = (text: string, mark: string, rest: string) => {
    const width = typeset(text, 50, 100).reduce((sum, glyph) => sum + glyph.width, 0);
    const glyphs = [
      ...typeset(text, 50, 100),
      ...typeset(mark, 50 + width, 96.5, { size: 6 }),
      ...typeset(rest, 50 + width + 3 * mark.length, 100),
    ];
    return joinLines(linesOf(glyphs));
  };

  test('a mark is taken out and its place kept', () => {
    expect(settle(raw('875-QĐ/TU', '27', ' và 99'), [true])).toEqual({ text: '875-QĐ/TU và 99', places: [9] });
  });

  test('a mark at a line end parts neither the word nor what follows it', () => {
    const lines = [
      ...linesOf([...typeset('đối thoại', 50, 100), ...typeset('6', 92.5, 96.5, { size: 6 })]),
      line(', tiếp dân', 50, 114),
    ];
    expect(settle(joinLines(lines), [true])).toEqual({ text: 'đối thoại, tiếp dân', places: [9] });
  });

  test('what is no mark stays a superscript', () => {
    expect(settle(raw('21,6 km', '2', '; dân số'), [false])).toEqual({ text: '21,6 km²; dân số', places: [] });
  });

  test('a mark between blanks leaves one blank', () => {
    expect(settle(raw('chương trình ', '5', ' của tỉnh'), [true])).toEqual({
      text: 'chương trình của tỉnh',
      places: [13],
    });
  });

  test('the place counts in normalised text', () => {
    expect(settle(raw('Quyê\u0301t', '1', ' nghị'), [true])).toEqual({ text: 'Quyết nghị', places: [5] });
  });
});
