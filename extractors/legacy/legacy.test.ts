import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import { decodeLine } from './decode-line.ts';
import { encodingOfLetters } from './detect.ts';
import { legacyFont } from './fonts.ts';
import { encodeTcvn3, encodeVni } from './testing/encode.ts';

const SENTENCE =
  'Năm 2022, Đảng ủy xã Hòa Bình đã mở 12 lớp bồi dưỡng; 1.206 hộ được vay vốn, tỷ lệ đạt 93,5%. Uỷ ban ghi nhận ý kiến về cây xoài, rẫy nương, quỹ khuyến học, dự án kè suối, chợ phiên, mỏ đá, lễ hội và đề nghị xử lý.';

/** Every letter of the alphabet with every tone. */
const LETTERS = Array.from('aăâeêioôơuưyđ').flatMap((letter) =>
  letter === 'đ'
    ? [letter]
    : ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (letter + tone).normalize('NFC')),
);

const line = (text: string, font?: string): string => decodeLine([{ text, font }], null).texts.join('');

describe('tables', () => {
  test('every letter there and back, one code for one letter', () => {
    for (const letter of LETTERS) {
      expect(decode(encodeTcvn3(letter)[0]!.text, 'tcvn3')).toBe(letter);
      expect(decode(encodeVni(letter), 'vni')).toBe(letter);
      expect(decode(encodeVni(letter.toUpperCase()), 'vni')).toBe(letter.toUpperCase());
    }
    expect(new Set(LETTERS.map((letter) => encodeTcvn3(letter)[0]!.text)).size).toBe(LETTERS.length);
    expect(new Set(LETTERS.map(encodeVni)).size).toBe(LETTERS.length);
  });

  test('the capitals that TCVN3 has', () => {
    expect(decode('¡¢£¤¥¦§', 'tcvn3')).toBe('ĂÂÊÔƠƯĐ');
  });

  test('a capital whose sign was typed small', () => {
    expect(decode('Ñaûng uûy, Aùnh, Oâng', 'vni')).toBe('Đảng ủy, Ánh, Ông');
  });

  test('VIQR: signs in words, dots that end sentences, signs that are only signs', () => {
    expect(decode("DDa?ng u?y xa~ dda~ mo+? lo+'p", 'viqr')).toBe('Đảng ủy xã đã mở lớp');
    expect(decode("nhie^.m vu. tro.ng ta^m. Ke^'t qua?: co^ng ty.", 'viqr')).toBe(
      'nhiệm vụ trọng tâm. Kết quả: công ty.',
    );
    expect(decode('gia\\? phu.c vu.; 3(a)', 'viqr')).toBe('gia? phục vụ; 3(a)');
  });
});

describe('by font', () => {
  test('TCVN3, with capitals of the capital font', () => {
    const pieces = encodeTcvn3('ĐẢNG ỦY xã Hòa An').map(({ text, isCapital }) => ({
      text,
      font: isCapital ? '.VnTimeH' : '.VnTime',
    }));
    expect(decodeLine(pieces, null).texts.join('')).toBe('ĐẢNG ỦY xã Hòa An');
    expect(line('b¸o c¸o', '.VnTimeH')).toBe('BÁO CÁO');
  });

  test('names of fonts', () => {
    expect(legacyFont('.VnArial NarrowH')).toEqual({ encoding: 'tcvn3', isCapital: true });
    expect(legacyFont('ABCDEF+.VnTimeH,Bold')).toEqual({ encoding: 'tcvn3', isCapital: true });
    expect(legacyFont('.VnTime')).toEqual({ encoding: 'tcvn3', isCapital: false });
    expect(legacyFont('VNI-Helve')).toEqual({ encoding: 'vni', isCapital: false });
    for (const name of ['Times New Roman', 'Verdana', 'VNPT Sans', undefined]) expect(legacyFont(name)).toBeNull();
  });

  test('letters moved up into the private area', () => {
    expect(line('x\uf0b7 §\uf0b6ng', '.VnTime')).toBe('xã Đảng');
  });

  test('Unicode pasted into an old font stays', () => {
    for (const text of ['Đảng ủy xã', 'và', 'quyết định', 'là có']) expect(line(text, '.VnTime')).toBe(text);
    const pieces = [
      { text: 'Trong đó ', font: '.VnTime' },
      { text: 'Tân An', font: 'Times New Roman' },
      { text: ' có', font: '.VnTime' },
    ];
    expect(decodeLine(pieces, null).texts.join('')).toBe('Trong đó Tân An có');
  });

  test('both in one line', () => {
    const pieces = [
      { text: 'NghÞ quyÕt sè 25', font: '.VnTime' },
      { text: ' của Trung ương về ', font: 'Times New Roman' },
      { text: 'coâng taùc daân vaän', font: 'VNI-Times' },
    ];
    expect(decodeLine(pieces, null).texts.join('')).toBe('Nghị quyết số 25 của Trung ương về công tác dân vận');
  });
});

describe('by letters', () => {
  const tcvn3 = encodeTcvn3(SENTENCE)
    .map(({ text }) => text)
    .join('');
  test('whole sentences', () => {
    expect(encodingOfLetters(tcvn3)).toBe('tcvn3');
    expect(encodingOfLetters(encodeVni(SENTENCE))).toBe('vni');
    expect(line(encodeVni(SENTENCE))).toBe(SENTENCE);
    expect(line(tcvn3).toLowerCase()).toBe(SENTENCE.toLowerCase());
  });

  test('a short line only where the rest of the document says so', () => {
    expect(encodingOfLetters('Hµ Néi')).toBeNull();
    expect(encodingOfLetters('Hµ Néi', 'tcvn3')).toBe('tcvn3');
    expect(encodingOfLetters('Haø Noäi', 'vni')).toBe('vni');
  });

  test('what is Unicode or another language stays, whatever the rest is', () => {
    for (const text of [
      SENTENCE,
      'và có là',
      'Hà Nam',
      'Die Übung für größere Häuser ist schön',
      "L'élève a été très sage à l'école, où çà",
      '25 °C ± 2 °C, § 5, «trích», 3 × 4 ÷ 2',
      'What is it? (a) I do+ not: A^2 + b^2 = c^2, o^2, e^x, u+v',
    ])
      for (const expected of [null, 'tcvn3', 'vni'] as const)
        expect([text, encodingOfLetters(text, expected)]).toEqual([text, null]);
  });
});
