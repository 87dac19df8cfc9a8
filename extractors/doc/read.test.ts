import { describe, expect, test } from 'vitest';
import { ReadError } from '../document/read-error.ts';
import { drawCells } from '../docx/testing/reading.ts';
import { readDoc } from './read.ts';
import { compoundFile, makeDoc, type Word97 } from './testing/word-97.ts';

const texts = (doc: Word97): string[] => readDoc(makeDoc(doc)).blocks.map((block) => block.text);

const SPECIAL = [0x55, 0x08, 1];
const DELETED = [0x00, 0x08, 1];
const IN_TABLE = [0x16, 0x24, 1];
const ROW_END = [...IN_TABLE, 0x17, 0x24, 1];

function codeOf(bytes: Uint8Array): string {
  try {
    readDoc(bytes);
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
  return 'read';
}

describe('text', () => {
  test('8-bit and 16-bit pieces, quotation marks of Windows', () => {
    const pieces = [{ text: 'K\u0095 h\u0093ay\u0094 ', width: 1 as const }, { text: 'kế hoạch\rhết\r' }];
    expect(texts({ pieces })).toEqual(['K• h“ay” kế hoạch', 'hết']);
  });

  test('hyphens of Word: the hard one in a number, the soft one in a word', () => {
    expect(texts({ pieces: [{ text: 'số 218\x1eQĐ/TW, tri\x1fển khai\r' }] })).toEqual(['số 218-QĐ/TW, triển khai']);
  });

  test('deleted text is out, fields show their results, line breaks part words', () => {
    const pieces = [
      { text: 'có ' },
      { text: '12', look: DELETED },
      { text: '15 hộ\vở ' },
      { text: '\x13 HYPERLINK "x" \x14xã\x15 Hòa An\r' },
    ];
    expect(texts({ pieces })).toEqual(['có 15 hộ ở xã Hòa An']);
    expect(readDoc(makeDoc({ pieces })).diagnostics.map(({ code }) => code)).toEqual(['tracked-changes']);
  });

  test('a raised 2 is a power', () => {
    const raised = [0x48, 0x2a, 1];
    expect(texts({ pieces: [{ text: '1.500 m' }, { text: '2', look: raised }, { text: '\r' }] })).toEqual(['1.500 m²']);
  });

  test('letters of Symbol by their look', () => {
    const look = [...SPECIAL, 0x09, 0x6a, 1, 0, 0xb3, 0xf0];
    const pieces = [{ text: 'đạt ' }, { text: '(', look }, { text: ' 90%\r' }];
    expect(texts({ pieces, fonts: ['Times New Roman', 'Symbol'] })).toEqual(['đạt ≥ 90%']);
  });

  test('what a quick save laid over a piece', () => {
    const pieces = [{ text: 'giữ ' }, { text: 'bỏ', over: 0 }, { text: '\r' }];
    expect(texts({ pieces, laidOver: [DELETED] })).toEqual(['giữ']);
  });
});

describe('tables', () => {
  test('cells and rows, without a word on their edges', () => {
    const table = 'Đơn vị\x07Số hộ\x07\x07Xã A\x0712\x07\x07sau\r';
    const paragraphs = [IN_TABLE, IN_TABLE, ROW_END, IN_TABLE, IN_TABLE, ROW_END];
    const { blocks } = readDoc(makeDoc({ pieces: [{ text: table }], paragraphs }));
    expect(drawCells(blocks[0])).toEqual(['Đơn vị 0,0', 'Số hộ 0,1', 'Xã A 1,0', '12 1,1']);
    expect(blocks[1]?.text).toBe('sau');
  });

  test('merged cells by their edges and flags', () => {
    const row = (edges: number[], flags: number[]): number[] => {
      const shape = [flags.length, ...edges.flatMap((edge) => [edge & 0xff, edge >> 8])];
      for (const flag of flags) shape.push(flag, 0, ...new Array(18).fill(0));
      return [...ROW_END, 0x08, 0xd6, (shape.length + 1) & 0xff, (shape.length + 1) >> 8, ...shape];
    };
    const text = 'TT\x07Số hộ\x07\x07\x07nghèo\x07cận nghèo\x07\x07';
    const paragraphs = [
      IN_TABLE,
      IN_TABLE,
      row([0, 500, 4500], [0x60, 0]),
      IN_TABLE,
      IN_TABLE,
      IN_TABLE,
      row([0, 505, 2500, 4495], [0x20, 0, 0]),
    ];
    const { blocks } = readDoc(makeDoc({ pieces: [{ text }], paragraphs }));
    expect(drawCells(blocks[0])).toEqual(['TT 0,0 2×1', 'Số hộ 0,1 1×2', 'nghèo 1,1', 'cận nghèo 1,2']);
  });
});

test('notes at their marks, a mark typed by hand too', () => {
  const pieces = [
    { text: 'khóa IX' },
    { text: '\x02', look: SPECIAL },
    { text: ' và nghị quyết* nữa\r' },
    { text: '\x02 Một.\r* Hai.\r\r' },
  ];
  const footnotes = {
    length: 15,
    marks: [
      { at: 7, isAutomatic: true },
      { at: 22, isAutomatic: false },
    ],
    texts: [0, 7, 14, 15],
  };
  const { blocks } = readDoc(makeDoc({ pieces, footnotes }));
  expect(blocks.map(({ kind, text, note }) => [kind, text, note?.mark, note?.at])).toEqual([
    ['paragraph', 'khóa IX và nghị quyết nữa', undefined, undefined],
    ['footnote', 'Một.', '1', 7],
    ['footnote', 'Hai.', '*', 21],
  ]);
});

describe('what cannot be read has a name', () => {
  const doc = makeDoc({ pieces: [{ text: 'chữ\r' }] });
  test('encrypted, too old, other Office files, broken', () => {
    expect(codeOf(makeDoc({ pieces: [{ text: 'x\r' }], flags: 0x100 }))).toBe('encrypted');
    expect(codeOf(makeDoc({ pieces: [{ text: 'x\r' }], streams: { EncryptedPackage: Buffer.alloc(8) } }))).toBe(
      'encrypted',
    );
    expect(codeOf(makeDoc({ pieces: [{ text: 'x\r' }], version: 0xa5dc }))).toBe('unsupported-type');
    expect(codeOf(compoundFile({ Workbook: Buffer.alloc(4096) }))).toBe('unsupported-type');
    expect(codeOf(compoundFile({ Contents: Buffer.alloc(4096) }))).toBe('corrupt');
    expect(codeOf(Buffer.from('khong phai'))).toBe('corrupt');
  });

  test('cut anywhere, or with any byte changed: read or named, never stuck', () => {
    for (let length = 0; length < doc.length; length += 97)
      expect(['read', 'corrupt']).toContain(codeOf(doc.subarray(0, length)));
    for (let at = 0; at < doc.length; at += 13) {
      const changed = Uint8Array.from(doc);
      changed[at] = changed[at]! ^ 0xff;
      expect(['read', 'corrupt', 'unsupported-type', 'encrypted']).toContain(codeOf(changed));
    }
  });
});
