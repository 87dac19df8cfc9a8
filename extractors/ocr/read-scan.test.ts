import { describe, expect, test } from 'vitest';
import { turned } from './bitmap.ts';
import { type Recognise, readScan } from './read-scan.ts';
import { box, drawing, textRows } from './testing/draw.ts';

const page = drawing(900, 700, textRows(60, 60, 780, 13));

/** A recogniser that answers with one line of words, each with its confidence. */
const line = (words: [string, number][], y = 100) =>
  `<p><span class='ocr_line' id='line_1_${y}' title="bbox 60 ${y} 800 ${y + 30}; baseline 0 -6; x_size 36; x_descenders 9; x_ascenders 9">${words
    .map(
      ([word, sure], i) =>
        `<span class='ocrx_word' title='bbox ${60 + 80 * i} ${y} ${125 + 80 * i} ${y + 30}; x_wconf ${sure}'>${word}</span>`,
    )
    .join(' ')}</span></p>`;
const good = line([
  ['Các', 96],
  ['cấp', 95],
  ['ủy', 96],
]);
const garbage = line([
  ['uẹ1', 31],
  ['dn}', 20],
]);
const textOf = async (recognise: Recognise, bitmap = page) => {
  const content = await readScan({ bitmap, dpi: 200, number: 1 }, recognise);
  return { text: content.glyphs.map((glyph) => glyph.text).join(''), content };
};

describe('a page', () => {
  test('that is read surely is read once', async () => {
    let asked = 0;
    const { text } = await textOf(async () => {
      asked++;
      return good;
    });
    expect([text, asked]).toEqual(['Các cấp ủy', 1]);
  });

  test('that lies on its side is turned until it can be read', async () => {
    const sizes: string[] = [];
    const { text, content } = await textOf(
      async ({ width, height }) => {
        sizes.push(`${width}×${height}`);
        return sizes.length === 2 ? good : garbage;
      },
      turned(page, 90),
    );
    expect(sizes).toEqual(['900×700', '900×700']);
    expect([text, content.width > content.height]).toEqual(['Các cấp ủy', true]);
  });

  test('with nothing but blots has no text, and tells how many signs were left out', async () => {
    const { text, content } = await textOf(async () => garbage);
    expect([text, content.unclear]).toEqual(['', 2]);
  });

  test('with a misread number has it mended', async () => {
    const { text, content } = await textOf(async () =>
      line([
        ['số', 96],
        ['218-QD/TW', 90],
      ]),
    );
    expect(text).toBe('số 218-QĐ/TW');
    expect(content.repairs).toEqual([{ read: '218-QD/TW', meant: '218-QĐ/TW' }]);
  });

  test('of another resolution has its letters where they stand on paper', async () => {
    const content = await readScan({ bitmap: page, dpi: 100, number: 1 }, async () => good);
    // 100 dots an inch are enlarged to 200; the sheet stays 9 by 7 inches.
    expect([content.width, content.height]).toEqual([648, 504]);
    expect(content.glyphs[0]!.x).toBeCloseTo((60 * 72) / 200);
  });
});

test('cells are read from a sheet of their own and put back', async () => {
  const borders = [
    ...[100, 200].map((y) => box(100, y, 700, y + 2)),
    ...[100, 400, 698].map((x) => box(x, 100, x + 2, 202)),
  ];
  const asked: string[] = [];
  const content = await readScan(
    { bitmap: drawing(900, 700, [...borders, ...textRows(120, 140, 200, 1)]), dpi: 200, number: 1 },
    async (_, segmentation) => {
      asked.push(segmentation);
      return segmentation === 'column' ? line([['Tổng', 95]], 40) : '';
    },
  );
  expect(asked.slice(0, 2)).toEqual(['page', 'column']);
  const first = content.glyphs[0]!;
  expect(first.x).toBeGreaterThan((100 * 72) / 200);
  expect(first.y).toBeGreaterThan((100 * 72) / 200);
  expect(first.y).toBeLessThan((200 * 72) / 200);
});
