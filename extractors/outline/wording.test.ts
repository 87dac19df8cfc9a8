import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { hasBlank, isBlank } from './blanks.ts';
import data from './wording.json' with { type: 'json' };
import { figureWords, piecesOf, titleWords } from './wording.ts';

test('the data are folded words, none of them in two groups', () => {
  const all = [...data.same.flat(), ...data.void, ...data.voidInTitles];
  for (const word of all) expect(word).toBe(fold(word).trim());
  expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
});

test('words that tell a title or a figure', () => {
  expect(titleWords('Những kết quả đạt được')).toEqual(titleWords('Ưu điểm'));
  expect(titleWords('Công tác tuyên truyền năm 2024')).toEqual(titleWords('Kết quả tuyên truyền'));
  expect(titleWords('Kết quả thực hiện')).not.toEqual([]);
  expect(figureWords('Tổng số tổ chức đảng')).toEqual(figureWords('số tổ chức cơ sở đảng'));
  expect(figureWords('dân số')).not.toEqual(figureWords('số thôn'));
  expect(piecesOf('Hạn chế, khuyết điểm và nguyên nhân (khách quan, chủ quan)')).toEqual([
    'Hạn chế',
    'khuyết điểm',
    'nguyên nhân',
  ]);
});

test.each(['Có …… cuộc', 'Số hộ: ..... hộ', 'Diện tích ____ ha', 'Số hộ: …', 'đạt ….%', 'có … hộ', 'chọn [  ]'])(
  'to be filled in: %s',
  (text) => {
    expect(hasBlank(text)).toBe(true);
  },
);

test.each([
  'thăm hỏi, tặng quà…',
  'tiếp dân, đối thoại... theo quy định',
  'nhân dân (thôn, xóm…) đồng tình',
  'Mục 1. Kết quả',
  '«…»',
])('nothing to be filled in: %s', (text) => {
  expect(hasBlank(text)).toBe(false);
});

test('nothing but places to be filled in', () => {
  for (const text of ['……………', '.....', '____ / ____', '- ……', '']) expect(isBlank(text)).toBe(true);
  for (const text of ['Không có', '…… hộ', '0']) expect(isBlank(text)).toBe(false);
});
