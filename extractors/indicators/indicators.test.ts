import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../schemas/citation.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import { emptyReport, type Period } from '../../schemas/report.ts';
import { describeReport } from '../anatomy/describe.ts';
import { tableCells } from '../checks/fixture-case.ts';
import { DocumentBuilder } from '../document/builder.ts';
import { fold } from '../text/fold.ts';
import { normalizeText } from '../text/normalize.ts';
import { extractIndicators } from './extract.ts';

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/corpora/indicators/${name}.json`, import.meta.url), 'utf8')) as T;

/** Cells row by row: «<» continues the cell to the left, «^» the one above. */
interface TableLines {
  header: number;
  rows: string[][];
}

interface Known {
  period?: Period;
  date?: string;
  unit?: string;
}

function indicatorsOf(lines: readonly (string | TableLines)[], known: Known = {}): Indicator[] {
  const builder = new DocumentBuilder();
  for (const line of ['BÁO CÁO', 'Kết quả công tác', '-----', ...lines]) {
    if (typeof line === 'string') builder.add('paragraph', normalizeText(line));
    else builder.addTable(tableCells(line.rows), line.header);
  }
  const { blocks, report } = describeReport(builder.blocks);
  const units = known.unit === undefined ? [] : [{ name: known.unit, level: 'province' as const, code: null }];
  const context = {
    file: 'f',
    report: { ...report, period: known.period ?? null, date: known.date ?? null, units },
    blocks,
  };
  const found = extractIndicators(context, []);
  for (const one of found) {
    const text = blocks.find((block) => block.id === one.block)!.text;
    expect(text.slice(one.start, one.end)).toBe(one.quote);
    expect(one.quote).toContain(one.raw);
    expect(one.label).not.toBe('');
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  return found;
}

interface Expected extends Partial<Omit<Indicator, 'of' | 'partOf'>> {
  /** Raw of the figure it is of, or a part of. */
  of?: string | null;
  partOf?: string | null;
}

function compare(found: readonly Indicator[], expected: readonly Expected[]): void {
  expect(found.map(({ label, raw }) => `${label} = ${raw}`)).toEqual(
    expected.map(({ label, raw, value }) => `${label} = ${raw ?? value}`),
  );
  const raws = new Map(found.map(({ id, raw }) => [id, raw]));
  expected.forEach(({ of, partOf, ...fields }, index) => {
    const one = found[index]!;
    expect(one).toMatchObject(fields);
    if (of !== undefined) expect(one.of === null ? null : raws.get(one.of)).toBe(of);
    if (partOf !== undefined) expect(one.partOf === null ? null : raws.get(one.partOf)).toBe(partOf);
  });
}

describe('figures of running text', () => {
  for (const { name, blocks, report, figures } of fixture<
    { name: string; blocks: string[]; report?: Known; figures: Expected[] }[]
  >('prose')) {
    test(name, () => compare(indicatorsOf(blocks, report), figures));
  }
});

describe('figures of tables', () => {
  for (const { name, blocks, report, figures } of fixture<
    { name: string; blocks: (string | TableLines)[]; report?: Known; figures: Expected[] }[]
  >('tables')) {
    test(name, () => compare(indicatorsOf(blocks, report), figures));
  }
});

describe('no figure', () => {
  for (const line of fixture<string[]>('nothing')) {
    test(line, () => expect(indicatorsOf([line]).map(({ label, raw }) => `${label} = ${raw}`)).toEqual([]));
  }
});

/** [label, value, unit, period, scope]; null: not judged. The label may say more. */
type Row = [string, number, string, string | null, string | null];

describe('whole pages', () => {
  for (const { name, blocks, report, figures } of fixture<
    { name: string; blocks: string[]; report: Known; figures: Row[] }[]
  >('pages')) {
    const key = (value: number, unit: string | null) => `${value} ${unit}`;

    test(`${name}: every figure and nothing else`, () => {
      const found = indicatorsOf(blocks, report);
      expect(found.map(({ value, unit }) => key(value, unit))).toEqual(
        figures.map(([, value, unit]) => key(value, unit)),
      );
    });

    test(`${name}: what, when and of whom`, () => {
      const found = indicatorsOf(blocks, report);
      figures.forEach(([label, value, , period, scope], index) => {
        const one = found[index]!;
        for (const word of fold(label).split(' ')) expect(fold(one.label), `${value}`).toContain(word);
        if (period !== null) expect(fold(one.period ?? ''), `${label} ${value}`).toContain(fold(period));
        if (scope !== null) expect(fold(one.scope ?? ''), `${label} ${value}`).toContain(fold(scope));
      });
    });
  }
});

test('a note tells of whom the sentence of its mark tells', () => {
  const builder = new DocumentBuilder();
  const text = 'Các huyện ủy đã chỉ đạo tổ chức đối thoại; Ban Dân vận Tỉnh ủy theo dõi việc thực hiện.';
  const anchor = builder.add('paragraph', text);
  builder.addNote('footnote', 'Đã tổ chức 120 cuộc.', { mark: '1', block: anchor.id, at: text.indexOf(';') });
  builder.addNote('footnote', 'Đã kiểm tra 05 cuộc.', { mark: '2', block: anchor.id, at: text.length - 1 });
  const found = extractIndicators({ file: 'f', report: emptyReport, blocks: builder.blocks }, []);
  expect(found.map(({ raw, scope }) => [raw, scope])).toEqual([
    ['120', 'Các huyện ủy'],
    ['05', 'Ban Dân vận Tỉnh ủy'],
  ]);
});

test('nothing inside a citation is a figure', () => {
  const builder = new DocumentBuilder();
  const text = 'Theo Báo cáo 12 cuộc giám sát năm 2022, tỉnh tổ chức 15 cuộc.';
  const block = builder.add('paragraph', text);
  const quote = 'Báo cáo 12 cuộc giám sát năm 2022';
  const citation = { block: block.id, start: 5, end: 5 + quote.length } as Citation;
  const found = extractIndicators({ file: 'f', report: emptyReport, blocks: builder.blocks }, [citation]);
  expect(found.map(({ raw }) => raw)).toEqual(['15']);
});

/** Texts end anywhere: in a page break, in a cell that was cut. `indicatorsOf` holds spans, quotes and ids of each. */
describe('cut anywhere', () => {
  for (const { name, blocks } of fixture<{ name: string; blocks: string[] }[]>('pages')) {
    test(`${name}: spans hold`, () => {
      const text = blocks.join(' ');
      for (let at = 1; at < text.length; at += 97) indicatorsOf([text.slice(0, at), text.slice(at, at + 400)]);
    });
  }
});
