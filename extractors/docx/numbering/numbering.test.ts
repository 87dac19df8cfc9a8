import { describe, expect, test } from 'vitest';
import { li, p } from '../testing/package.ts';
import { textsOf } from '../testing/reading.ts';
import { formatNumber } from './formats.ts';

interface LevelParts {
  text: string;
  format?: string;
  start?: number;
  more?: string;
}

const level = (index: number, { text, format = 'decimal', start = 1, more = '' }: LevelParts): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

const definition = (id: number, levels: readonly LevelParts[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map((parts, index) => level(index, parts)).join('')}</w:abstractNum>`;

const num = (id: number, definitionId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${overrides}</w:num>`;

const startAt = (index: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

const read = (numbering: string, ...items: string[]): Promise<string[]> => textsOf(items.join(''), { numbering });

describe('formats', () => {
  test.each([
    ['decimal', [1, 10], ['1', '10']],
    ['decimalZero', [1, 9, 10], ['01', '09', '10']],
    ['upperRoman', [1, 4, 9, 14, 40, 99], ['I', 'IV', 'IX', 'XIV', 'XL', 'XCIX']],
    ['lowerRoman', [3, 8], ['iii', 'viii']],
    ['upperLetter', [1, 26, 27, 54], ['A', 'Z', 'AA', 'BBB']],
    ['lowerLetter', [1, 5], ['a', 'e']],
    ['none', [3], ['']],
    ['numberInDash', [3], ['- 3 -']],
    [
      'vietnameseCounting',
      [1, 10, 11, 15, 20, 21, 24],
      ['một', 'mười', 'mười một', 'mười lăm', 'hai mươi', 'hai mươi mốt', 'hai mươi bốn'],
    ],
    ['chicago', [1, 2, 5], ['*', '†', '**']],
    ['upperRoman', [0, 4000, -1], ['0', '4000', '-1']],
    ['somethingElse', [7], ['7']],
  ])('%s', (format, values, shown) => {
    expect(values.map((value) => formatNumber(value, format))).toEqual(shown);
  });
});

describe('lists', () => {
  const report = definition(0, [
    { text: '%1.', format: 'upperRoman' },
    { text: '%2.' },
    { text: '%2.%3.' },
    { text: '%4)', format: 'lowerLetter' },
    { text: '-', format: 'bullet' },
  ]);

  test('levels count on below each other and start again above', async () => {
    const items = [
      li('Tình hình', 1, 0),
      li('Thuận lợi', 1, 1),
      li('Về kinh tế', 1, 2),
      li('Về văn hóa', 1, 2),
      li('ý một', 1, 3),
      li('ý hai', 1, 3),
      li('gạch', 1, 4),
      li('Khó khăn', 1, 1),
      li('Về nguồn lực', 1, 2),
      li('Kết quả', 1, 0),
      li('Công tác tuyên truyền', 1, 1),
    ];
    expect(await read(report + num(1, 0), ...items)).toEqual([
      'I. Tình hình',
      '1. Thuận lợi',
      '1.1. Về kinh tế',
      '1.2. Về văn hóa',
      'a) ý một',
      'b) ý hai',
      '- gạch',
      '2. Khó khăn',
      '2.1. Về nguồn lực',
      'II. Kết quả',
      '1. Công tác tuyên truyền',
    ]);
  });

  test('text between the items does not stop the count; empty items count and show nothing', async () => {
    expect(await read(report + num(1, 0), li('a', 1, 1), p('giữa'), li('', 1, 1), li('b', 1, 1))).toEqual([
      '1. a',
      'giữa',
      '3. b',
    ]);
  });

  test('lists of one definition count on together, unless one says where it starts', async () => {
    const numbering =
      definition(0, [{ text: '%1.' }]) + num(1, 0) + num(2, 0) + num(3, 0, startAt(0, 1)) + num(4, 0, startAt(0, 5));
    const items = [li('a', 1), li('b', 2), li('c', 3), li('d', 3), li('e', 4), li('f', 1)];
    expect(await read(numbering, ...items)).toEqual(['1. a', '2. b', '1. c', '2. d', '5. e', '6. f']);
  });

  test('a level that starts elsewhere than at one starts there again', async () => {
    const numbering = definition(0, [{ text: '%1.' }, { text: '%1.%2', start: 3 }]) + num(1, 0);
    expect(await read(numbering, li('a', 1), li('b', 1, 1), li('c', 1, 1), li('d', 1), li('e', 1, 1))).toEqual([
      '1. a',
      '1.3 b',
      '1.4 c',
      '2. d',
      '2.3 e',
    ]);
  });

  test('a level that never starts again, and one that does so only below the first', async () => {
    const numbering =
      definition(0, [
        { text: 'Chương %1', format: 'upperRoman' },
        { text: 'Điều %2.', more: '<w:lvlRestart w:val="0"/>' },
        { text: '%3)', more: '<w:lvlRestart w:val="1"/>' },
      ]) + num(1, 0);
    const items = [
      li('a', 1),
      li('b', 1, 1),
      li('x', 1, 2),
      li('c', 1, 1),
      li('y', 1, 2),
      li('d', 1),
      li('e', 1, 1),
      li('z', 1, 2),
    ];
    expect(await read(numbering, ...items)).toEqual([
      'Chương I a',
      'Điều 1. b',
      '1) x',
      'Điều 2. c',
      '2) y',
      'Chương II d',
      'Điều 3. e',
      '1) z',
    ]);
  });

  test('a deeper level first shows the start of those above', async () => {
    const numbering = definition(0, [{ text: '%1.' }, { text: '%1.%2.' }]) + num(1, 0);
    expect(await read(numbering, li('a', 1, 1), li('b', 1, 0))).toEqual(['1.1. a', '1. b']);
  });

  test('all counters as digits where Roman ones stand above', async () => {
    const numbering =
      definition(0, [
        { text: '%1', format: 'upperRoman' },
        { text: '%1.%2', more: '<w:isLgl/>' },
      ]) + num(1, 0);
    expect(await read(numbering, li('a', 1), li('b', 1), li('c', 1, 1))).toEqual(['I a', 'II b', '2.1 c']);
  });

  test('a level replaced for one list', async () => {
    const replaced = `<w:lvlOverride w:ilvl="0">${level(0, { text: '%1/', start: 4 })}</w:lvlOverride>`;
    expect(await read(definition(0, [{ text: '%1.' }]) + num(1, 0, replaced), li('a', 1), li('b', 1))).toEqual([
      '4/ a',
      '5/ b',
    ]);
  });

  test('bullets by their look', async () => {
    const font = (name: string): string => `<w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}"/></w:rPr>`;
    const one = (id: number, text: string, name = ''): string =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/>${font(name)}</w:lvl></w:abstractNum>${num(id, id)}`;
    const numbering =
      one(1, '+') +
      one(2, '\uf0b7', 'Symbol') +
      one(3, 'o', 'Courier New') +
      one(4, '\uf0fc', 'Wingdings') +
      one(5, '\uf0ff', 'Khac');
    expect(await read(numbering, li('a', 1), li('b', 2), li('c', 3), li('d', 4), li('e', 5))).toEqual([
      '+ a',
      '• b',
      '○ c',
      '✓ d',
      '• e',
    ]);
  });

  test('nothing between number and text where the list says so', async () => {
    expect(
      await read(definition(0, [{ text: '%1.', more: '<w:suff w:val="nothing"/>' }]) + num(1, 0), li('a', 1)),
    ).toEqual(['1.a']);
  });

  test('numbers of their own format stand beside a common one', async () => {
    const custom =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>' +
      '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>';
    expect(await read(custom + num(1, 0), li('a', 1))).toEqual(['01 a']);
  });

  test('list 0, unknown lists and levels number nothing', async () => {
    expect(await read(definition(0, [{ text: '%1.' }]) + num(1, 0), li('a', 0), li('b', 9), li('c', 1, 12))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('numbers through styles', () => {
  const style = (id: string, inside: string, more = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}">${more}<w:pPr>${inside}</w:pPr></w:style>`;
  const styled = (text: string, id: string, more = ''): string => p(text, `<w:pStyle w:val="${id}"/>${more}`);
  const numbering =
    definition(0, [
      { text: '%1.', more: '<w:pStyle w:val="Muc1"/>' },
      { text: '%1.%2.', more: '<w:pStyle w:val="Muc2"/>' },
    ]) + num(1, 0);
  const styles =
    style('Muc1', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
    style('Muc2', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') +
    style('Con', '', '<w:basedOn w:val="Muc2"/>');

  test('the style names the list, the list names the level', async () => {
    const body = styled('a', 'Muc1') + styled('b', 'Muc2') + styled('c', 'Con') + styled('d', 'Muc1');
    expect(await textsOf(body, { numbering, styles })).toEqual(['1. a', '1.1. b', '1.2. c', '2. d']);
  });

  test('a paragraph may leave the list of its style', async () => {
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    expect(await textsOf(styled('a', 'Muc1') + styled('b', 'Muc1', none), { numbering, styles })).toEqual([
      '1. a',
      'b',
    ]);
  });

  test('a list that only names a numbering style', async () => {
    const linked = `<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>${num(7, 5)}`;
    const list =
      '<w:style w:type="numbering" w:styleId="DanhSach"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(await textsOf(li('a', 7) + li('b', 7, 1), { numbering: numbering + linked, styles: list })).toEqual([
      '1. a',
      '1.1. b',
    ]);
  });

  test('styles and lists that refer to themselves end', async () => {
    const loop = style('Vong', '<w:numPr><w:numId w:val="8"/></w:numPr>', '<w:basedOn w:val="Vong"/>');
    const list =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>';
    const linked = `<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>${num(8, 5)}`;
    expect(await textsOf(styled('a', 'Vong'), { numbering: linked, styles: loop + list })).toEqual(['a']);
  });
});
