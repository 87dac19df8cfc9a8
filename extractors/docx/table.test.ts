import { describe, expect, test } from 'vitest';
import { footnote, footnoteMark, p, r, tbl, tc, tr } from './testing/package.ts';
import { blocksOf, drawCells } from './testing/reading.ts';

const draw = async (rows: readonly (readonly string[] | string)[]): Promise<string[]> =>
  drawCells((await blocksOf({ body: tbl(rows) }))[0]);

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const restart = '<w:vMerge w:val="restart"/>';
const goesOn = '<w:vMerge/>';

describe('merged cells', () => {
  test('a cell over two columns', async () => {
    expect(
      await draw([
        [tc('Số cuộc', span(2)), 'Ghi chú'],
        ['12', '34', ''],
      ]),
    ).toEqual(['Số cuộc 0,0 1×2', 'Ghi chú 0,2', '12 1,0', '34 1,1', '1,2']);
  });

  test('a cell over three rows', async () => {
    expect(
      await draw([
        [tc('Quận', restart), '1'],
        [tc('', goesOn), '2'],
        [tc('', goesOn), '3'],
      ]),
    ).toEqual(['Quận 0,0 3×1', '1 0,1', '2 1,1', '3 2,1']);
  });

  test('a cell over two rows and two columns', async () => {
    const rows = [
      [tc('Đơn vị', restart + span(2)), 'Năm 2022'],
      [tc('', span(2) + goesOn), 'Năm 2023'],
      ['Quận', 'An Hải', '7'],
    ];
    expect(await draw(rows)).toEqual([
      'Đơn vị 0,0 2×2',
      'Năm 2022 0,2',
      'Năm 2023 1,2',
      'Quận 2,0',
      'An Hải 2,1',
      '7 2,2',
    ]);
  });

  test('two cells merged one below the other in one column', async () => {
    const rows = [
      [tc('Trên', restart), 'a'],
      [tc('', goesOn), 'b'],
      [tc('Dưới', restart), 'c'],
      [tc('', goesOn), 'd'],
    ];
    expect(await draw(rows)).toEqual(['Trên 0,0 2×1', 'a 0,1', 'b 1,1', 'Dưới 2,0 2×1', 'c 2,1', 'd 3,1']);
  });

  test('"goes on" with nothing above, or below a cell of other width, is a cell of its own', async () => {
    expect(await draw([[tc('Một', goesOn), 'x'], [tc('Hai', `${span(2)}${goesOn}`)]])).toEqual([
      'Một 0,0',
      'x 0,1',
      'Hai 1,0 1×2',
    ]);
  });

  test('horizontal merging of old files', async () => {
    const rows = [
      [tc('Tổng', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), '5'],
      ['a', 'b', 'c'],
    ];
    expect((await draw(rows)).slice(0, 2)).toEqual(['Tổng 0,0 1×2', '5 0,2']);
  });

  test('columns left out at the beginning and the end of a row', async () => {
    const rows = [
      ['TT', 'Đơn vị', tc('Số hộ', restart), 'Ghi chú'],
      tr(['Cộng', tc('', goesOn)], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
      tr([tc('', goesOn), 'x'], '<w:gridBefore w:val="2"/>'),
    ];
    expect(await draw(rows)).toEqual(['TT 0,0', 'Đơn vị 0,1', 'Số hộ 0,2 3×1', 'Ghi chú 0,3', 'Cộng 1,1', 'x 2,3']);
  });

  test('cells missing at the end of a row', async () => {
    expect(
      await draw([
        ['1', 'Phường A', '20'],
        ['2', 'Phường B'],
        ['3', 'Phường C', '22'],
      ]),
    ).toEqual(['1 0,0', 'Phường A 0,1', '20 0,2', '2 1,0', 'Phường B 1,1', '3 2,0', 'Phường C 2,1', '22 2,2']);
  });

  test('a merged cell that claims more rows and columns than there are', async () => {
    const cells = await draw([[tc('Rộng', span(4_000_000_000)), 'sau'], ['a']]);
    expect(cells).toHaveLength(3);
    expect(cells[2]).toBe('a 1,0');
  });
});

describe('what a cell holds', () => {
  test('paragraphs are joined by a blank, line breaks are blanks', async () => {
    const cell = tc(p('Ủy ban') + p('') + p(`${r('nhân dân')}<w:r><w:br/></w:r>${r('quận')}`));
    expect(await draw([[cell, '2']])).toEqual(['Ủy ban nhân dân quận 0,0', '2 0,1']);
  });

  test('every cell has its place in the text of the block', async () => {
    const [block] = await blocksOf({
      body: tbl([
        ['Đơn vị', 'Số'],
        ['', '12'],
      ]),
    });
    const { text, table } = block!;
    expect(text).toBe('Đơn vị\tSố\n\t12');
    expect(table!.cells.map(({ start, end }) => text.slice(start, end))).toEqual(['Đơn vị', 'Số', '', '12']);
  });

  test('a table in a cell is a block of its own that knows its cell', async () => {
    const inner = tbl([['trong', '1']]);
    const blocks = await blocksOf({
      body: tbl([
        ['a', 'b'],
        ['c', tc(p('trước') + inner + p('sau'))],
      ]),
    });
    expect(blocks.map((block) => block.text)).toEqual(['a\tb\nc\ttrước sau', 'trong\t1']);
    expect(blocks[1]!.parent).toEqual({ block: blocks[0]!.id, row: 1, col: 1 });
  });

  test('tables three deep', async () => {
    const deep = tbl([[tc(tbl([[tc(tbl([['đáy']]))]]))]]);
    const blocks = await blocksOf({ body: deep });
    expect(blocks.map(({ parent }) => parent?.block ?? null)).toEqual([null, blocks[0]!.id, blocks[1]!.id]);
    expect(blocks[2]!.text).toBe('đáy');
  });

  test('a footnote in a cell stands at its place in the text of the table', async () => {
    const cell = tc(p(`${r('120')}${footnoteMark(2)}${r(' hộ')}`));
    const [table, note] = await blocksOf({
      body: tbl([
        ['Tên', 'Số'],
        ['Tổ 1', cell],
      ]),
      footnotes: footnote(2, 'Theo số liệu của quận.'),
    });
    expect(note).toMatchObject({ kind: 'footnote', text: 'Theo số liệu của quận.' });
    expect(table!.text.slice(0, note!.note!.at)).toBe('Tên\tSố\nTổ 1\t120');
  });

  test('an automatic number is the only text of a column "Stt"', async () => {
    const stt = tc(p('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'));
    const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>';
    const [block] = await blocksOf({
      body: tbl([
        ['Stt', 'Tên'],
        [stt, 'a'],
        [stt, 'b'],
      ]),
      numbering: `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    });
    expect(drawCells(block)).toEqual(['Stt 0,0', 'Tên 0,1', '1. 1,0', 'a 1,1', '2. 2,0', 'b 2,1']);
  });

  test('rows and cells inside content controls count', async () => {
    const sdt = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const rows = [sdt(tr(['a', 'b'])), tr([sdt(tc('c')), tc('d')])];
    expect(await draw(rows)).toEqual(['a 0,0', 'b 0,1', 'c 1,0', 'd 1,1']);
  });

  test('a table without any text is left out', async () => {
    expect(
      await blocksOf({
        body: tbl([
          ['', ''],
          ['', ''],
        ]),
      }),
    ).toEqual([]);
  });
});

describe('header rows', () => {
  const headerRows = async (rows: readonly (readonly string[] | string)[], properties = ''): Promise<number> =>
    (await blocksOf({ body: tbl(rows, properties) }))[0]!.table!.headerRows;
  const header = '<w:tblHeader/>';
  const bold = (text: string): string => tc(p(r(text, '<w:b/>')));
  const ruled = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>';

  test('rows marked to repeat, from the top', async () => {
    const rows = [tr(['Tên', 'Số'], header), tr(['huyện', 'xã'], header), tr(['a', '1']), tr(['b', '2'], header)];
    expect(await headerRows(rows)).toBe(2);
    expect(await headerRows([tr(['Tên', 'Số'], '<w:tblHeader w:val="0"/>'), ['a', 'b']])).toBe(0);
  });

  test('a row that numbers the columns belongs to the marked header', async () => {
    expect(
      await headerRows([
        tr(['TT', 'Tên', 'Nam', 'Nữ', 'Cộng'], header),
        ['A', 'B', '1', '2', '3'],
        ['1', 'x', '4', '5', '9'],
      ]),
    ).toBe(2);
  });

  test('names above figures', async () => {
    expect(
      await headerRows([
        ['Tên', 'Số'],
        ['a', '1'],
        ['b', '2'],
      ]),
    ).toBe(1);
    expect(
      await headerRows([
        ['Chỉ tiêu', '2022', '2023'],
        ['Hộ nghèo', '31', '12'],
      ]),
    ).toBe(1);
  });

  test('names parted below into sub-columns', async () => {
    const rows = [
      [tc('TT', restart), tc('Đơn vị', restart), tc('Số cuộc', span(2))],
      [tc('', goesOn), tc('', goesOn), 'Huyện', 'Xã'],
      ['1', 'Quận A', '4', '5'],
    ];
    expect(await headerRows(rows)).toBe(2);
    // The cells on the left are not merged but only left empty.
    expect(
      await headerRows([
        ['TT', 'Đơn vị', tc('Số cuộc', span(2))],
        ['', '', 'Huyện', 'Xã'],
        ['1', 'A', '4', '5'],
      ]),
    ).toBe(2);
  });

  test('down to the numbers of the columns', async () => {
    expect(
      await headerRows([
        ['TT', 'Tên', 'Nam', 'Nữ'],
        ['(1)', '(2)', '(3)', '(4)'],
        ['1', 'x', '4', '5'],
      ]),
    ).toBe(2);
  });

  test('a group title in the first row of figures is no header', async () => {
    expect(
      await headerRows([
        ['TT', 'Tên', 'Số'],
        ['I', 'Cấp huyện', ''],
        ['1', 'A', '7'],
      ]),
    ).toBe(1);
  });

  test('bold names above words, where lines show that it is a table', async () => {
    const rows = [
      [bold('Tổ chức'), bold('Nội dung')],
      ['Hội Nông dân', 'Giám sát'],
      ['Đoàn thanh niên', 'Góp ý'],
    ];
    expect(await headerRows(rows, ruled)).toBe(1);
    // The two columns of a letterhead have bold lines on top and no lines between.
    expect(
      await headerRows([
        [bold('ĐẢNG BỘ QUẬN'), bold('ĐẢNG CỘNG SẢN VIỆT NAM')],
        ['Số 12-BC/QU', 'ngày 3 tháng 5'],
      ]),
    ).toBe(0);
  });

  test('figures from the first row on: no header', async () => {
    expect(
      await headerRows([
        ['1', 'Phường A', '20'],
        ['2', 'Phường B', '21'],
      ]),
    ).toBe(0);
  });
});
