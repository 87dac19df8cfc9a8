import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { BlockKind } from '../../schemas/document.ts';
import { DocumentBuilder } from '../document/builder.ts';
import { findSecretMarking, maskPersonalNumbers } from './index.ts';

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/corpora/masking/${name}.json`, import.meta.url), 'utf8')) as T;

const dots = (text: string) => text.replace(/\d/g, '•');

describe('maskPersonalNumbers', () => {
  for (const { text, masked } of fixture<{ text: string; masked: string[] }[]>('numbers')) {
    test(text, () => {
      const builder = new DocumentBuilder();
      builder.add('paragraph', text);
      const expected = masked.reduce((all, number) => all.replace(number, dots(number)), text);
      expect(maskPersonalNumbers(builder.blocks)[0]?.text).toBe(expected);
    });
  }

  test('a column is masked by its head, and cells agree with the text', () => {
    const builder = new DocumentBuilder();
    const rows = [
      ['TT', 'Họ tên', 'Số CMND/CCCD', 'Điện thoại', 'Kinh phí'],
      ['1', 'Nguyễn An', '201334556', '912345678', '201334556'],
      ['2', 'Trần Bình', '031085004417', '02253841234', '125000000000'],
    ];
    builder.addTable(
      rows.flatMap((cells, row) => cells.map((text, col) => ({ row, col, rowSpan: 1, colSpan: 1, text }))),
      1,
    );
    const [block] = maskPersonalNumbers(builder.blocks);
    const texts = block?.table?.cells.map((cell) => cell.text) ?? [];
    expect(texts.slice(5)).toEqual([
      '1',
      'Nguyễn An',
      '•'.repeat(9),
      '•'.repeat(9),
      '201334556',
      '2',
      'Trần Bình',
      '•'.repeat(12),
      '•'.repeat(11),
      '125000000000',
    ]);
    for (const cell of block?.table?.cells ?? []) expect(block?.text.slice(cell.start, cell.end)).toBe(cell.text);
  });

  test('does not touch a block without personal numbers, however long its digits', () => {
    const builder = new DocumentBuilder();
    builder.add('paragraph', '1'.repeat(200_000));
    builder.add('paragraph', '12 '.repeat(100_000));
    const masked = maskPersonalNumbers(builder.blocks);
    expect(masked[0]).toBe(builder.blocks[0]);
    expect(masked[1]).toBe(builder.blocks[1]);
  });
});

type Piece = string | { kind: Exclude<BlockKind, 'table'>; text: string } | { cells: string[] };

describe('findSecretMarking', () => {
  const cases = fixture<{ name: string; blocks: Piece[]; marking: string | null }[]>('secret-markings');
  for (const { name, blocks, marking } of cases) {
    test(name, () => {
      const builder = new DocumentBuilder();
      for (const piece of blocks) {
        if (typeof piece === 'string') builder.add('paragraph', piece);
        else if ('kind' in piece) builder.add(piece.kind, piece.text);
        else
          builder.addTable(
            piece.cells.map((text, col) => ({ row: 0, col, rowSpan: 1, colSpan: 1, text })),
            0,
          );
      }
      expect(findSecretMarking(builder.blocks)?.marking ?? null).toBe(marking);
    });
  }
});
