import { expect, test } from 'vitest';
import { fold } from '../../../../pipeline/annotate/folded-text.ts';
import type { Block } from '../../../../schemas/document.ts';
import { locate } from './located-text.ts';

const block = (id: string, text: string): Block => ({
  id,
  kind: 'paragraph',
  text,
  section: null,
  page: null,
  ocrConfidence: null,
  note: null,
  parent: null,
  table: null,
});

/** What is found, in the letters of what is shown. */
function found(
  shown: string,
  blocks: Block[],
  quotes: [block: string, quote: string, nth?: number][],
): (string | null)[] {
  const letters = fold(shown).text;
  const stretches = quotes.map(([id, quote, nth = 0]) => {
    const { text } = blocks.find((one) => one.id === id)!;
    let start = text.indexOf(quote);
    for (let i = 0; i < nth; i++) start = text.indexOf(quote, start + 1);
    return { block: id, start, end: start + quote.length };
  });
  const all = locate(
    letters,
    blocks,
    Map.groupBy(stretches, (one) => one.block),
  );
  const places = [...all].flat();
  return stretches.map((one) => {
    const place = places.find(({ stretch }) => stretch === one);
    return place ? `${letters.slice(0, place.from).length}:${letters.slice(place.from, place.to)}` : null;
  });
}

test('lines broken elsewhere and marks composed otherwise make no difference', () => {
  const text = 'Tổ chức 12 cuộc đối thoại với Nhân dân';
  const shown = text.normalize('NFD').replace('cuộc '.normalize('NFD'), 'cuộc\n '.normalize('NFD'));
  expect(found(shown, [block('a', text)], [['a', '12 cuộc']])).toEqual(['6:12cuộc']);
});

test('a text that stands twice is found where it belongs', () => {
  const blocks = [block('a', 'Năm trước: 12 cuộc.'), block('b', 'Năm nay: 12 cuộc.')];
  const shown = 'Năm trước: 12 cuộc. Năm nay: 12 cuộc.';
  expect(
    found(shown, blocks, [
      ['a', '12'],
      ['b', '12'],
    ]),
  ).toEqual(['9:12', '23:12']);
});

test('an automatic number that is not shown does not hide what follows it', () => {
  const blocks = [block('a', '1.2. Tiếp 30 lượt công dân, giải quyết 28 vụ việc')];
  expect(
    found('Tiếp 30 lượt công dân, giải quyết 28 vụ việc', blocks, [
      ['a', '30 lượt'],
      ['a', '28 vụ việc'],
    ]),
  ).toEqual(['4:30lượt', '27:28vụviệc']);
});

test('a paragraph that goes on over the page is found on either side', () => {
  const blocks = [block('a', 'Toàn quận có 210 tổ hòa giải, hòa giải thành 350 vụ, đạt tỷ lệ cao')];
  expect(
    found('hòa giải thành 350 vụ, đạt tỷ lệ cao', blocks, [
      ['a', '210 tổ'],
      ['a', '350 vụ'],
    ]),
  ).toEqual([null, '12:350vụ']);
});

test('a lone figure that cannot be told from others is left out', () => {
  expect(found('Ô: 12 và 12', [block('a', '12')], [['a', '12']])).toEqual(['2:12']);
  expect(found(`${'Một đoạn dài không liên quan. '.repeat(3)} 12`, [block('a', '12')], [['a', '12']])).toEqual([null]);
  expect(found('Bảng khác: 12 và 12', [block('a', 'Cột 12')], [['a', '12']])).toEqual([null]);
});
