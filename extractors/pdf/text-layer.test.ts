import { expect, test } from 'vitest';
import type { PageContent } from './page/content.ts';
import { typeset } from './testing/typeset.ts';
import { pageNeedsOcr } from './text-layer.ts';

function page(text: string, pictured = 0, hidden = false): PageContent {
  return {
    number: 1,
    width: 595,
    height: 842,
    glyphs: typeset(text, 85, 100, { hidden }),
    rulings: [],
    pictured,
    slanted: 0,
  };
}

const TEXT = 'Các cấp ủy đã lãnh đạo, chỉ đạo thực hiện tốt công tác dân vận trong sáu tháng đầu năm.';

test.each<[string, PageContent, boolean]>([
  ['a picture without text', page('', 0.98), true],
  ['a picture with nothing but a page number', page('3', 0.98), true],
  [
    'a picture with the OCR text of a scanner that knew no Vietnamese',
    page('CQng hoa xa hQi chu nghia Vi?t Narn DQc l?p Tl,l' + ' dcr hl;lnh phuc lanh d;;to qu;1n huy?n', 0.98, true),
    true,
  ],
  ['private signs instead of letters', page('\uE123\uE124\uE125\uF0AB\uF0AC'.repeat(10)), true],
  [
    'letters of TCVN3',
    page('C¸c cÊp ñy ®· l·nh ®¹o, chØ ®¹o thùc hiÖn tèt c«ng t¸c d©n vËn trong s¸u th¸ng ®Çu n¨m.'),
    true,
  ],
  ['a French text', page('Le comité a étudié la façon dont le rôle du maire a été défini à Hué, où il est né.'), false],
  ['a picture with good OCR text', page(TEXT, 0.98, true), false],
  ['text', page(TEXT), false],
  ['text with a small picture', page(TEXT, 0.2), false],
  ['text over a picture of paper', page(TEXT, 0.98), false],
  ['a table of figures', page('1 12 3.450 27,5 118 2.015 44 640 9 21 0 35 71 88'), false],
  ['an empty page', page(''), false],
  [
    'a foreign text',
    page('The committee met on Monday and approved the plan for the coming year, as reported.'),
    false,
  ],
])('%s', (_, content, expected) => {
  expect(pageNeedsOcr(content)).toBe(expected);
});
