import { describe, expect, test } from 'vitest';
import type { Matrix } from './matrix.ts';
import { OPS, type OperatorList, type PageFont } from './operators.ts';
import { PLAIN_FONT, readPage } from './read-page.ts';

const UPRIGHT: Matrix = [1, 0, 0, -1, 0, 800];

type Step = [op: number, ...args: unknown[]];

function read(steps: Step[], fontOf: (name: string) => PageFont = () => PLAIN_FONT, viewport = UPRIGHT) {
  const operators: OperatorList = {
    fnArray: steps.map((step) => step[0]),
    argsArray: steps.map((step) => step.slice(1)),
  };
  return readPage({ number: 1, width: 600, height: 800, viewport }, operators, fontOf);
}

/** Glyphs as pdfjs shows them: all 500 thousandths wide; numbers move the next one back. */
const shown = (...items: (string | number)[]): unknown[] =>
  items.flatMap<unknown>((item) =>
    typeof item === 'number'
      ? [item]
      : Array.from(item, (unicode) => ({ unicode, width: 500, isSpace: unicode === '2' })),
  );

const path = (how: number, numbers: number[], bounds: number[] = []): Step => [
  OPS.constructPath,
  how,
  [new Float32Array(numbers)],
  new Float32Array(bounds),
];
const BOX = [0, 50, 100, 1, 250, 100, 1, 250, 100.5, 1, 50, 100.5, 3];

const places = (steps: Step[]) => read(steps).glyphs.map(({ text, x, y, size }) => [text, x, y, size]);

describe('glyphs', () => {
  test('stand where text matrix, moves and kerning put them', () => {
    expect(
      places([
        [OPS.beginText],
        [OPS.setFont, 'f1', 10],
        [OPS.setTextMatrix, new Float32Array([1, 0, 0, 1, 100, 700])],
        [OPS.showText, shown('a', -1000, 'b')],
        [OPS.moveText, 0, -20],
        [OPS.showText, shown('c')],
      ]),
    ).toEqual([
      ['a', 100, 100, 10],
      ['b', 115, 100, 10],
      ['c', 100, 120, 10],
    ]);
  });

  test('follow scaling, spacing, leading and rise', () => {
    expect(
      places([
        [OPS.transform, 2, 0, 0, 2, 0, 0],
        [OPS.beginText],
        [OPS.setFont, 'f1', 10],
        [OPS.setCharSpacing, 1],
        [OPS.setHScale, 50],
        [OPS.setLeading, 12],
        [OPS.moveText, 50, 350],
        [OPS.showText, shown('ab')],
        [OPS.nextLine],
        [OPS.setTextRise, 3],
        [OPS.showText, shown('c')],
      ]),
    ).toEqual([
      ['a', 100, 100, 20],
      ['b', 106, 100, 20],
      ['c', 100, 118, 20],
    ]);
  });

  test('a saved state comes back, also around a form', () => {
    expect(
      places([
        [OPS.setFont, 'f1', 10],
        [OPS.paintFormXObjectBegin, [1, 0, 0, 1, 30, 40], null],
        [OPS.setFont, 'f1', 7],
        [OPS.beginText],
        [OPS.showText, shown('a')],
        [OPS.paintFormXObjectEnd],
        [OPS.beginText],
        [OPS.showText, shown('b')],
      ]),
    ).toEqual([
      ['a', 30, 760, 7],
      ['b', 0, 800, 10],
    ]);
  });

  test('a figure that has the code of a blank in its font is a figure', () => {
    const { glyphs } = read([[OPS.beginText], [OPS.setFont, 'f1', 10], [OPS.showText, shown('2 a')]]);
    expect(glyphs.map((glyph) => glyph.space)).toEqual([false, true, false]);
  });

  test('tell their direction; slanted ones are counted and left out', () => {
    const turned = (matrix: number[]): Step[] => [
      [OPS.beginText],
      [OPS.setFont, 'f1', 10],
      [OPS.setTextMatrix, new Float32Array(matrix)],
      [OPS.showText, shown('x')],
    ];
    const page = read([
      ...turned([0, 1, -1, 0, 50, 50]),
      ...turned([0, -1, 1, 0, 50, 50]),
      ...turned([0.7, 0.7, -0.7, 0.7, 50, 50]),
    ]);
    expect(page.glyphs.map((glyph) => glyph.turn)).toEqual([270, 90]);
    expect(page.slanted).toBe(1);
  });

  test('know bold, italic and invisible', () => {
    const fontOf = (name: string) => ({ ...PLAIN_FONT, bold: name === 'b', italic: name === 'i' });
    const { glyphs } = read(
      [
        [OPS.beginText],
        [OPS.setFont, 'b', 10],
        [OPS.showText, shown('x')],
        [OPS.setFont, 'i', 10],
        [OPS.setTextRenderingMode, 3],
        [OPS.showText, shown('y')],
      ],
      fontOf,
    );
    expect(glyphs.map(({ bold, italic, hidden }) => [bold, italic, hidden])).toEqual([
      [true, false, false],
      [false, true, true],
    ]);
  });

  test('outside the clipping area are not seen, unless that would take most of the page', () => {
    const clip: Step[] = [[OPS.clip], path(28, [], [0, 690, 600, 720])];
    const text = (x: number, y: number, letters: string): Step[] => [
      [OPS.beginText],
      [OPS.setFont, 'f1', 10],
      [OPS.moveText, x, y],
      [OPS.showText, shown(letters)],
    ];
    const seen = (steps: Step[]) =>
      read(steps)
        .glyphs.map((glyph) => glyph.text)
        .join('');
    expect(seen([...clip, ...text(50, 700, 'nhìnthấy'), ...text(50, 680, 'x')])).toBe('nhìnthấy');
    expect(seen([...clip, ...text(50, 700, 'ab'), ...text(50, 600, 'cdef')])).toBe('abcdef');
  });
});

describe('rulings', () => {
  test.each<[string, Step[], number]>([
    ['a stroked line', [path(OPS.stroke, [0, 50, 100, 1, 250, 100])], 1],
    ['a stroked box', [path(OPS.stroke, [0, 50, 100, 1, 250, 100, 1, 250, 150, 1, 50, 150, 3])], 4],
    ['a thin filled bar', [path(OPS.eoFill, BOX)], 1],
    ['a shaded box', [path(OPS.fill, [0, 50, 100, 1, 250, 100, 1, 250, 150, 1, 50, 150, 3])], 0],
    ['a white line', [[OPS.setStrokeRGBColor, '#ffffff'], path(OPS.stroke, [0, 50, 100, 1, 250, 100])], 0],
    ['a slanted line', [path(OPS.stroke, [0, 50, 100, 1, 250, 300])], 0],
    ['a curve', [path(OPS.stroke, [0, 50, 100, 2, 60, 110, 70, 110, 80, 100])], 0],
    ['a clipping path', [path(28, BOX)], 0],
  ])('%s', (_, steps, count) => {
    expect(read(steps).rulings).toHaveLength(count);
  });

  test('stand where they are drawn', () => {
    expect(read([path(OPS.fill, BOX)]).rulings[0]).toEqual({ horizontal: true, at: 699.75, from: 50, to: 250 });
  });
});

test('a picture left out by pdfjs still tells how much of the page it covers', () => {
  const picture: Step[] = [[OPS.save], [OPS.transform, 600, 0, 0, 400, 0, 0], [OPS.restore]];
  expect(read(picture).pictured).toBeCloseTo(0.5);
  expect(read([[OPS.save], [OPS.transform, 600, 0, 0, 400, 0, 0], path(OPS.fill, BOX), [OPS.restore]]).pictured).toBe(
    0,
  );
});
