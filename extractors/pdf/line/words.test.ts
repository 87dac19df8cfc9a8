import { describe, expect, test } from 'vitest';
import { linesOf, textsOf, typeset } from '../testing/typeset.ts';

describe('words of a line', () => {
  test('letters that a second font fills into the gaps of the first come back in order', () => {
    const whole = typeset('ĐẢNG BỘ THỊ XÃ', 50, 100);
    const isVietnamese = (text: string) => /[ẢỘỊÃ]/.test(text);
    const drawn = [...whole.filter((g) => !isVietnamese(g.text)), ...whole.filter((g) => isVietnamese(g.text))];
    expect(textsOf(drawn)).toEqual(['ĐẢNG BỘ THỊ XÃ']);
  });

  test('a blank of no width inside a word is no blank', () => {
    const word = typeset('được', 50, 100);
    const blank = { ...typeset(' ', 65, 100)[0]!, width: 0 };
    expect(textsOf([...word.slice(0, 3), blank, ...word.slice(3)])).toEqual(['được']);
  });

  test('words without blanks between them are parted by the gap', () => {
    const glyphs = [...typeset('Kế', 50, 100), ...typeset('hoạch', 62.5, 100), ...typeset('số', 90, 100)];
    expect(textsOf(glyphs)).toEqual(['Kế hoạch số']);
  });

  test('kerning does not part a word', () => {
    const glyphs = [...typeset('V', 50, 100), ...typeset('ăn', 55.6, 100), ...typeset(' phòng', 65.6, 100)];
    expect(textsOf(glyphs)).toEqual(['Văn phòng']);
  });

  test('a title set s p a c e d out keeps its words', () => {
    const glyphs = typeset('BÁO CÁO QUÝ', 50, 100).map((glyph, i) => ({ ...glyph, x: glyph.x + 2.5 * i }));
    expect(textsOf(glyphs)).toEqual(['BÁO CÁO QUÝ']);
  });

  test('words of one letter far apart are words', () => {
    const glyphs = ['A', 'B', 'C', 'D', 'E', 'G'].flatMap((letter, i) => typeset(letter, 50 + 12 * i, 100));
    expect(textsOf(glyphs)).toEqual(['A B C D E G']);
  });

  test('bold made by drawing a letter twice is read once, a double letter twice', () => {
    const glyphs = typeset('xoong', 50, 100).flatMap((glyph) => [glyph, { ...glyph, x: glyph.x + 0.4 }]);
    expect(textsOf(glyphs)).toEqual(['xoong']);
  });

  test('tone marks drawn by themselves stay behind their letter', () => {
    expect(textsOf(typeset('Quyê\u0301t đi\u0323nh', 50, 100)).map((text) => text.normalize('NFC'))).toEqual([
      'Quyết định',
    ]);
  });

  test('a wide gap parts two columns', () => {
    const glyphs = [...typeset('HUYỆN ỦY', 50, 100), ...typeset('ĐẢNG CỘNG SẢN', 150, 100)];
    expect(textsOf(glyphs)).toEqual(['HUYỆN ỦY', 'ĐẢNG CỘNG SẢN']);
  });

  test('lines of different height are not mixed', () => {
    expect(textsOf([...typeset('dòng hai', 50, 114), ...typeset('dòng một', 50, 100)])).toEqual([
      'dòng một',
      'dòng hai',
    ]);
  });
});

describe('superscripts', () => {
  test('a small raised figure belongs to the line it touches', () => {
    const [line] = linesOf([
      ...typeset('khóa IX', 50, 100),
      ...typeset('2', 83, 96.7, { size: 6 }),
      ...typeset(' và', 86, 100),
    ]);
    expect(line!.pieces.map((piece) => [piece.text, piece.raised > 0.15])).toEqual([
      ['khóa', false],
      ['IX', false],
      ['2', true],
      ['và', false],
    ]);
  });

  test('small text of its own line stays there', () => {
    expect(
      textsOf([...typeset('chữ thường ở trên', 50, 100), ...typeset('chú thích nhỏ', 50, 111, { size: 8 })]),
    ).toEqual(['chữ thường ở trên', 'chú thích nhỏ']);
  });

  test('small text in another column at nearly the same height stays there', () => {
    expect(textsOf([...typeset('cột trái', 50, 100), ...typeset('cột phải', 200, 97, { size: 8 })])).toEqual([
      'cột phải',
      'cột trái',
    ]);
  });
});
