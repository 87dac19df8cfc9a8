import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../schemas/document.ts';
import { Report } from '../../schemas/report.ts';
import { DocumentBuilder } from '../document/builder.ts';
import { normalizeText } from '../text/normalize.ts';
import { describeReport } from './describe.ts';

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/corpora/anatomy/${name}.json`, import.meta.url), 'utf8')) as T;

type Piece = string | { cells: string[] };

function build(pieces: readonly Piece[]): Block[] {
  const builder = new DocumentBuilder();
  for (const piece of pieces) {
    if (typeof piece === 'string') builder.add('paragraph', normalizeText(piece));
    else
      builder.addTable(
        piece.cells.map((text, col) => ({ row: 0, col, rowSpan: 1, colSpan: 1, text: normalizeText(text) })),
        0,
      );
  }
  return builder.blocks;
}

interface Letterhead {
  name: string;
  blocks: Piece[];
  report: Partial<Report>;
  period?: [string, string | null, string | null] | null;
  units: string[];
}

describe('header facts', () => {
  for (const { name, blocks, report, period, units } of fixture<Letterhead[]>('letterheads')) {
    test(name, () => {
      const found = describeReport(build(blocks)).report;
      expect(Report.parse(found)).toMatchObject(report);
      expect(found.units.map((unit) => unit.name)).toEqual(units);
      if (period === undefined) return;
      expect(found.period && [found.period.label, found.period.from, found.period.to]).toEqual(period);
    });
  }
});

describe('sections', () => {
  for (const { name, lines } of fixture<{ name: string; lines: [string, string, string | null][] }[]>('sections')) {
    test(name, () => {
      const { blocks } = describeReport(
        build(['BÁO CÁO', 'kết quả công tác', '-----', ...lines.map(([text]) => text)]),
      );
      expect(blocks.slice(3).map((block) => [block.text, block.kind, block.section])).toEqual(lines);
    });
  }
});

test('parts of a report have their kinds; tables, notes and running heads keep theirs', () => {
  const builder = new DocumentBuilder();
  builder.add('paragraph', 'HUYỆN ỦY TÂN LỘC');
  builder.add('paragraph', 'Số 12-BC/HU');
  builder.add('paragraph', 'BÁO CÁO');
  builder.add('paragraph', 'công tác dân vận năm 2023');
  builder.add('paragraph', 'I. KẾT QUẢ');
  const body = builder.add('paragraph', 'Huyện mở 03 lớp cho 120 người.');
  builder.addNote('footnote', 'Lớp thứ nhất mở ngày 05/3/2023.', { mark: '1', block: body.id, at: 15 });
  builder.add('page-footer', 'Trang 2');
  builder.add('paragraph', 'Nơi nhận:');
  builder.add('paragraph', '- Tỉnh ủy,');
  builder.add('paragraph', 'T/M BAN THƯỜNG VỤ');
  builder.add('paragraph', 'BÍ THƯ');
  builder.add('paragraph', 'Lê Văn Tám');
  builder.add('paragraph', 'BIỂU TỔNG HỢP');
  builder.addTable([{ row: 0, col: 0, rowSpan: 1, colSpan: 1, text: 'TT' }], 1);
  const { blocks } = describeReport(builder.blocks);
  expect(blocks.map((block) => [block.kind, block.section])).toEqual([
    ['header', null],
    ['header', null],
    ['heading', null],
    ['heading', null],
    ['heading', 'I'],
    ['paragraph', 'I'],
    ['footnote', 'I'],
    ['page-footer', 'I'],
    ['recipients', null],
    ['recipients', null],
    ['signature', null],
    ['signature', null],
    ['signature', null],
    ['heading', 'PL1'],
    ['table', 'PL1'],
  ]);
  expect(builder.blocks[0]?.kind).toBe('paragraph');
});

test('a text without any of this is described as saying nothing', () => {
  expect(describeReport(build(['Một đoạn văn thường, không có gì thêm.'])).report).toEqual({
    number: null,
    type: null,
    title: null,
    issuer: null,
    units: [],
    date: null,
    period: null,
    signer: null,
    source: null,
  });
});
