import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Block } from '../../schemas/document.ts';
import type { Reading } from '../document/builder.ts';
import { readPdf } from './read.ts';

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/pdf/${name}.pdf`, import.meta.url)));
const readFixture = (name: string) => readPdf(bytesOf(name));

const textsOf = ({ blocks }: Reading, kind = 'paragraph') =>
  blocks.filter((block) => block.kind === kind).map((block) => block.text);
const startsOf = (reading: Reading) => textsOf(reading).map((text) => text.split(' ').slice(0, 3).join(' '));

/** Rows of a table; `×` shows spans as rows by columns. */
function rowsOf({ blocks }: Reading): string[] {
  const rows: string[] = [];
  for (const { row, rowSpan, colSpan, text } of blocks.find((block) => block.table)!.table!.cells) {
    const cell = text + (rowSpan * colSpan > 1 ? ` ×${rowSpan}.${colSpan}` : '');
    rows[row] = rows[row] === undefined ? cell : `${rows[row]} | ${cell}`;
  }
  return rows;
}

describe('a report as LibreOffice prints it', () => {
  test('both sides of header and signature, left side first', async () => {
    const texts = textsOf(await readFixture('header-and-signature'));
    expect(texts.slice(0, 8)).toEqual([
      'TỈNH ỦY LÂM SƠN',
      'BAN DÂN VẬN',
      '*',
      'Số 58-BC/BDVTU',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Lâm Sơn, ngày 07 tháng 7 năm 2023',
      'BÁO CÁO',
      'công tác dân vận quý II năm 2023',
    ]);
    expect(texts.slice(-7)).toEqual([
      'Nơi nhận:',
      '- Thường trực Tỉnh ủy (để báo cáo),',
      '- Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh,',
      '- Lưu Văn phòng.',
      'K/T TRƯỞNG BAN',
      'PHÓ TRƯỞNG BAN',
      'Trần Thị Minh Hạnh',
    ]);
  });

  test('notes follow the block of their mark; powers stay', async () => {
    const { blocks, diagnostics } = await readFixture('footnotes');
    const notes = blocks.filter((block) => block.note);
    expect(diagnostics).toEqual([]);
    expect(
      notes.map(({ text, note }) => {
        const anchor = blocks.find((block) => block.id === note!.block)!;
        return [note!.mark, anchor.text.slice(0, note!.at).split(' ').slice(-2).join(' '), text.slice(0, 22)];
      }),
    ).toEqual([
      ['1', 'khóa XV', 'Nghị quyết số 01-NQ/ĐH'],
      ['2', 'số 412-QĐ/TU', 'Về trách nhiệm người đ'],
      ['3', 'năm 2022', 'Gồm 5 chỉ thị, 8 kế ho'],
      ['4', 'yêu cầu', '100% số xã, phường có '],
      ['5', 'đề án', 'Đề án số 06-ĐA/TU. Mặt'],
    ]);
    expect(blocks[1]!.text).toContain('6.512,3 km², trong đó đất ở đô thị bình quân 38 m²/người');
    expect(notes[4]!.text).toMatch(/mùa khô\.$/);
    expect(blocks[blocks.indexOf(notes[4]!) - 1]!.id).toBe(notes[4]!.note!.block);
  });

  test('page numbers and running lines stand apart, document numbers are whole', async () => {
    const reading = await readFixture('page-numbers');
    expect(textsOf(reading, 'page-header')).toEqual(['1', '2']);
    expect(new Set(textsOf(reading, 'page-footer'))).toEqual(new Set(['Báo cáo công tác dân vận năm 2023']));
    const listed = textsOf(reading).filter((text) => text.startsWith('Ban Thường vụ đã ban hành'));
    for (const text of listed) {
      const numbers = Array.from({ length: 9 }, (_, i) => `Kế hoạch số ${45 + i}-KH/TU,`);
      expect(numbers.filter((number) => text.includes(number))).toEqual(numbers);
      expect(text).toContain('giai đoạn 2021 - 2025.');
    }
    expect(listed).toHaveLength(2);
  });

  test('paragraphs without indents', async () => {
    expect(startsOf(await readFixture('without-indents'))).toEqual([
      '1. Kết quả',
      'Sáu tháng đầu',
      'Cấp ủy các',
      'Việc tiếp dân',
      '2. Hạn chế',
      'Mặt trận Tổ',
      'Nhân dân phấn',
      'Công tác dân',
    ]);
  });

  test('merged cells and a head turned upwards', async () => {
    const reading = await readFixture('merged-cells');
    expect(rowsOf(reading)).toEqual([
      'TT ×3.1 | Đơn vị ×3.1 | Tiếp công dân ×1.4 | Ghi chú ×3.1',
      'Định kỳ ×1.2 | Đột xuất ×1.2',
      'Số buổi | Số lượt người | Số buổi | Số lượt người',
      '1 | Huyện Bình Lạc | 12 | 46 | 3 | 9 | ',
      '2 ×2.1 | Thị xã Hòa Thuận | 24 | 118 | 5 | 21 | Có hai nơi tiếp dân ×2.1',
      'Trong đó: trụ sở thị ủy | 10 | 40 | 2 | 8',
      'Cộng ×1.2 | 36 | 164 | 8 | 30 | ',
    ]);
    expect(reading.blocks.find((block) => block.table)!.table).toMatchObject({ headerRows: 3, confidence: 1 });
  });

  test('a table over three pages is one, its rows whole', async () => {
    const reading = await readFixture('table-over-pages');
    const rows = rowsOf(reading);
    expect(reading.blocks.filter((block) => block.table)).toHaveLength(1);
    expect(rows).toHaveLength(17);
    rows.slice(1).forEach((row, i) => {
      expect(row).toMatch(
        new RegExp(`^${i + 1} \\| Mô hình “Tổ dân vận khéo số ${i + 1}” .*\\(mô hình thứ ${i + 1}\\)\\.$`),
      );
    });
  });

  test('numbers and words broken in narrow cells are whole', async () => {
    expect(rowsOf(await readFixture('narrow-cells'))).toEqual([
      'TT | Năm | Thường xuyên | Định kỳ | Đột xuất | Cộng | Người đứng đầu | Chính quyền | Tiếp thu | Không | Tổng',
      '1 | 2021 | 1.204 | 845 | 96 | 2.145 | 12.480 | 9.655 | 21.316 | 819 | 22.135',
      '2 | 2022 | 1.377 | 902 | 104 | 2.383 | 13.017 | 10.240 | 22.405 | 852 | 23.257',
    ]);
  });

  test('an annex in landscape', async () => {
    const reading = await readFixture('landscape');
    expect(rowsOf(reading)[1]).toBe('1 | Xã An Phú | 1.204 | 6 | 120,5');
    expect(reading.blocks.find((block) => block.table)!.page).toBe(2);
  });

  test('a table without lines is read, but not trusted', async () => {
    const reading = await readFixture('unruled-table');
    expect(rowsOf(reading)[3]).toBe('Thị xã Hòa Thuận | 21 | 2.015');
    expect(reading.blocks.find((block) => block.table)!.table!.confidence).toBeLessThan(0.8);
  });
});

describe('a report as a browser prints it', () => {
  test('header, spaced title, powers and notes', async () => {
    const reading = await readFixture('browser-report');
    expect(textsOf(reading).slice(0, 7)).toEqual([
      'HUYỆN ỦY ĐÔNG GIANG',
      'ĐẢNG ỦY XÃ AN THỊNH',
      '*',
      'Số 33-BC/ĐU',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'An Thịnh, ngày 15 tháng 12 năm 2023',
      'BÁO CÁO',
    ]);
    expect(textsOf(reading).at(-1)).toBe(
      'Xã có diện tích 21,6 km²; trong năm thực hiện Chỉ thị số 09-CT/HU và tiếp nhận 214 ý kiến, đã trả lời 209 ý kiến.',
    );
    expect(reading.blocks.filter((block) => block.note).map(({ note, text }) => [note!.mark, note!.at, text])).toEqual([
      ['1', 65, 'Chỉ thị ngày 14/3/2023 của Ban Thường vụ Huyện ủy.'],
      ['2', 89, '100% ý kiến có văn bản chuyển cơ quan trả lời.'],
    ]);
  });

  test('a table with merged cells', async () => {
    expect(rowsOf(await readFixture('browser-table'))).toEqual([
      'TT ×2.1 | Địa bàn ×2.1 | Số hộ ×1.2',
      'Nghèo | Cận nghèo',
      '1 | Thôn Đông | 12 | 30',
      '2 | Thôn Đoài | 8 | 25',
      'Cộng ×1.2 | 20 | 55',
    ]);
  });
});

describe('files that hold no text or cannot be read', () => {
  test('a scan names its page', async () => {
    const reading = await readFixture('scan');
    expect(reading.blocks).toEqual([]);
    expect(reading.diagnostics).toMatchObject([{ code: 'page-without-text', page: 1 }]);
  });

  test.each<[string, () => Uint8Array, string]>([
    ['encrypted', () => bytesOf('encrypted'), 'encrypted'],
    ['empty', () => new Uint8Array(), 'empty'],
    ['no PDF at all', () => new TextEncoder().encode('PK this is no PDF'), 'corrupt'],
    ['cut off in its first bytes', () => bytesOf('landscape').slice(0, 300), 'corrupt'],
  ])('%s', async (_, bytes, code) => {
    await expect(readPdf(bytes())).rejects.toMatchObject({ name: 'ReadError', code });
  });

  test('more pages than allowed', async () => {
    await expect(readPdf(bytesOf('landscape'), { maxPages: 1 })).rejects.toMatchObject({ code: 'too-many-pages' });
  });

  test('cut off at any place: a reading or a named error', async () => {
    const whole = bytesOf('browser-table');
    for (let share = 1; share < 20; share++) {
      const cut = whole.slice(0, Math.floor((whole.length * share) / 20));
      const outcome = await readPdf(cut).catch((error: unknown) => error);
      expect(outcome).toSatisfy((got: object) => {
        if ('code' in got) return got.code === 'corrupt';
        return (got as Reading).diagnostics.some(({ code }) => code === 'file-cut-off');
      });
    }
  });
});

test('the bytes given stay as they were, and reading them again gives the same', async () => {
  const bytes = bytesOf('landscape');
  const before = bytes.slice();
  const [first, second] = [await readPdf(bytes), await readPdf(bytes)];
  expect(bytes).toEqual(before);
  expect(second).toEqual(first);
});

test('blocks keep to the schema and pages are told as they are read', async () => {
  const told: number[][] = [];
  const { blocks } = await readPdf(bytesOf('table-over-pages'), {
    onProgress: (page, pages) => told.push([page, pages]),
  });
  expect(told).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  for (const block of blocks) {
    expect(() => Block.parse(block)).not.toThrow();
    for (const cell of block.table?.cells ?? []) expect(block.text.slice(cell.start, cell.end)).toBe(cell.text);
  }
});
