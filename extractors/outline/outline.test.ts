import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractBytes } from '../../pipeline/stages.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { OutlineAnswer, OutlineItem, type OutlineState } from '../../schemas/outline.ts';
import { OUTLINE_TYPE } from '../../schemas/report.ts';
import { checkReport } from './check-report.ts';
import { readOutline } from './read-outline.ts';

interface Case {
  name: string;
  /** Lines of the outline and of the report, letterhead and all: they are read the whole way. */
  outline: string[];
  report: string[];
  states: Record<string, OutlineState>;
}

const fixtures = new URL('../../fixtures/outline/', import.meta.url);
const cases = JSON.parse(readFileSync(new URL('cases.json', fixtures), 'utf8')) as Case[];

const read = (lines: readonly string[]): Promise<Extraction> =>
  extractBytes('a.txt', Buffer.from(lines.join('\n')), { maxPages: 10 });

describe('an outline and a report', () => {
  test.each(cases.map((one): [string, Case] => [one.name, one]))('%s', async (_name, given) => {
    const [outline, report] = await Promise.all([read(given.outline), read(given.report)]);
    const items = readOutline(outline.blocks).map((item) => OutlineItem.parse(item));
    const texts = new Map(outline.blocks.map(({ id, text }) => [id, text]));
    for (const { block, start, end, quote } of items) expect(texts.get(block)!.slice(start, end)).toBe(quote);
    const answers = checkReport({ items, blocks: outline.blocks }, report).map((one) => OutlineAnswer.parse(one));
    const told = new Map(report.blocks.map(({ id, text }) => [id, text]));
    for (const { place } of answers)
      if (place) expect(told.get(place.block)!.slice(place.start, place.end)).toBe(place.quote);
    expect(Object.fromEntries(answers.map(({ item, state }) => [item, state]))).toEqual(given.states);
  });
});

describe('places to be filled in', () => {
  const blanks = JSON.parse(readFileSync(new URL('blanks.json', fixtures), 'utf8')) as {
    name: string;
    lines: string[];
  }[];

  test.each(blanks.map(({ name, lines }): [string, string[]] => [name, lines]))('%s', async (_name, lines) => {
    const { indicators, flags, citations, coverage, report } = await read(lines);
    expect(indicators.map(({ quote }) => quote)).toEqual([]);
    expect(flags).toEqual([]);
    expect(citations).toEqual([]);
    expect(coverage.claimsChecked).toBe(0);
    expect(report.units).toEqual([]);
  });

  test('a place of a sum that is to be filled in is not zero', async () => {
    const rows = (place: string) => [
      'Biểu 1',
      'STT\tThôn\tSố hộ\tSố khẩu',
      '1\tNam Hà\t120\t480',
      `2\tHải Tiến\t${place}\t310`,
      '3\tĐồng Lá\t95\t350',
      '\tTổng cộng\t330\t1.140',
    ];
    expect((await read(rows('115'))).flags).toEqual([]);
    expect((await read(rows('105'))).flags).toHaveLength(1);
    const { flags, coverage } = await read(rows('……'));
    expect(flags).toEqual([]);
    expect(coverage.byFate.notCheckable).toMatchObject({ 'unfilled-place': 1 });
  });

  test('a report that is one keeps its figures beside a place that was left blank', async () => {
    const { indicators } = await read([
      'I. KẾT QUẢ',
      'Tổ chức 12 cuộc đối thoại với …… lượt người; 8/12 thôn đạt chuẩn…',
    ]);
    expect(indicators.map(({ raw }) => raw)).toEqual(['12', '8', '12']);
  });
});

describe('what is an outline', () => {
  const typeOf = async (...lines: string[]): Promise<[string | null, string | null]> => {
    const { report } = await read([...lines, '-----', 'I. KẾT QUẢ', '- Số tổ hòa giải.']);
    return [report.type, report.title];
  };

  test('one that asks for a report', async () => {
    expect(await typeOf('ĐỀ CƯƠNG', 'Báo cáo kết quả hòa giải năm 2024')).toEqual([
      OUTLINE_TYPE,
      'kết quả hòa giải năm 2024',
    ]);
    expect(await typeOf('ĐỀ CƯƠNG BÁO CÁO', 'kết quả hòa giải năm 2024')).toEqual([
      OUTLINE_TYPE,
      'kết quả hòa giải năm 2024',
    ]);
    expect((await typeOf('ĐỀ CƯƠNG TUYÊN TRUYỀN', 'kỷ niệm 70 năm ngày thành lập huyện'))[0]).toBe('Đề cương');
    expect((await typeOf('BÁO CÁO', 'kết quả hòa giải năm 2024'))[0]).toBe('Báo cáo');
  });
});
