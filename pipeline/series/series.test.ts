import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { Series } from '../../schemas/series.ts';
import { en } from '../cli/messages/en.ts';
import { vi } from '../cli/messages/vi.ts';
import { buildSeries } from './build.ts';
import { csvOf } from './csv.ts';
import { seriesReport } from './figures.ts';
import { plotSeries } from './plot.ts';
import { halfYears, readText, reportText } from './testing/half-years.ts';
import { workbookOf } from './workbook.ts';

const nothing = { place: null, from: null, to: null };

async function seriesOf(
  texts: readonly string[],
  asked: { label: string } & Partial<typeof nothing | object>,
): Promise<Series> {
  const reports = await Promise.all(
    texts.map(async (text, i) => {
      const extraction = await readText(text);
      return seriesReport({ id: extraction.sha256, path: `/${i}.txt`, ...extraction.report }, extraction, asked.label);
    }),
  );
  const series = buildSeries({ ...nothing, ...asked }, reports);
  expect(buildSeries({ ...nothing, ...asked }, reports.reverse())).toEqual(series);
  return Series.parse(series);
}

const all = Object.values(halfYears);
const settled = (change = {}) => seriesOf(all, { label: 'hòa giải thành', ...change });
const told = (series: Series) =>
  series.charts.map(({ label, lines }) => [
    label,
    Object.fromEntries(
      lines.map(({ place, points }) => [
        place.name,
        points.map(({ time, values }) => `${time.from.slice(0, 4)}: ${values.map(({ value }) => value).join(' ≠ ')}`),
      ]),
    ),
  ]);

describe('points', () => {
  test('a table with a row or a column for every year is one line, beside what prose says of another', async () => {
    const head = ['HUYỆN ỦY CÔ TÔ', 'Số 45-BC/HU', 'Cô Tô, ngày 14 tháng 12 năm 2024', 'BÁO CÁO'];
    const texts = [
      ['kết quả đối thoại năm 2024', 'TT\tNăm\tSố cuộc đối thoại trực tiếp\n1\t2021\t5\n2\t2022\t7'],
      ['kết quả dân vận năm 2024', 'TT\tChỉ tiêu\t2022\t2023\n1\tSố cuộc đối thoại trực tiếp\t7\t9'],
      ['kết quả công tác năm 2024', 'Năm 2024, toàn huyện tổ chức 11 cuộc đối thoại trực tiếp.'],
    ].map(([title, body]) => [...head, title, 'I. KẾT QUẢ', body].join('\n'));
    expect(told(await seriesOf(texts, { label: 'đối thoại trực tiếp' })).map(([, lines]) => lines)).toEqual([
      { 'huyện Cô Tô': ['2021: 5', '2022: 7', '2023: 9', '2024: 11'] },
    ]);
  });

  test('the same figure of several places, a conflict shown as one, a copy counted once', async () => {
    const series = await settled();
    expect(told(series)).toEqual([
      [
        'vụ việc hòa giải thành',
        {
          'phường Phổ Hòa': ['2021: 9', '2023: 11 ≠ 14', '2024: 12'],
          'phường Phổ Minh': ['2022: 21', '2023: 23', '2024: 25'],
          'phường Đức Phổ': ['2026: 40'],
        },
      ],
    ]);
    const [, point] = series.charts[0]!.lines.find(({ place }) => place.name === 'phường Phổ Hòa')!.points;
    expect(point!.values.map(({ sources }) => sources.map(({ report }) => report.number))).toEqual([
      ['44-BC/ĐU'],
      ['31-BC/ĐU'],
    ]);
    for (const { sources } of point!.values) for (const { quote, raw } of sources) expect(quote).toContain(raw);
  });

  test('gaps are times that others tell, or that lie between, while the territory existed', async () => {
    const [chart] = (await settled()).charts;
    const gaps = Object.fromEntries(
      chart!.lines.map(({ place, gaps }) => [place.name, gaps.map(({ label }) => label)]),
    );
    expect(gaps).toEqual({
      'phường Phổ Hòa': ['6 tháng đầu năm 2022', '6 tháng đầu năm 2025'],
      'phường Phổ Minh': ['6 tháng đầu năm 2021', '6 tháng đầu năm 2025'],
      'phường Đức Phổ': [],
    });
  });

  test('a place with the wards that went into it, and no others', async () => {
    const wards = (series: Series) => series.charts.flatMap(({ lines }) => lines.map(({ place }) => place.name));
    expect(wards(await settled({ place: 'phường Đức Phổ' }))).toHaveLength(3);
    expect(wards(await settled({ place: 'phường Phổ Minh' }))).toEqual(['phường Phổ Minh']);
    expect(wards(await settled({ place: 'thị xã Đức Phổ' }))).toEqual(['phường Phổ Hòa', 'phường Phổ Minh']);
    expect(wards(await settled({ place: 'phường Trà Câu' }))).toEqual([]);
  });

  test('only times that lie within the days asked for', async () => {
    const series = await settled({ from: '2022-01-02', to: '2024-06-29' });
    expect(told(series)[0]![1]).toEqual({
      'phường Phổ Hòa': ['2023: 11 ≠ 14'],
      'phường Phổ Minh': ['2023: 23'],
    });
  });
});

const of2023 = (...lines: string[]) =>
  reportText({ number: '31-BC/ĐU', day: '14 tháng 6 năm 2023', period: '6 tháng đầu năm 2023', lines });

describe('what does not mean the same', () => {
  test.each([
    ['another deed', 'Trong 6 tháng đầu năm 2023, các tổ hòa giải hòa giải không thành 3 vụ việc.'],
    ['a part of it', 'Trong 6 tháng đầu năm 2023, toàn phường hòa giải thành 5 vụ việc tranh chấp đất đai.'],
  ])('%s is named beside, never mixed in', async (_name, line) => {
    const series = await seriesOf([...all, of2023(line)], { label: 'hòa giải thành' });
    expect(told(series)).toEqual(told(await settled()));
  });

  test('another length of time, another unit and a target have charts of their own', async () => {
    const year = reportText({
      number: '90-BC/ĐU',
      day: '12 tháng 12 năm 2023',
      period: 'năm 2023',
      lines: ['Năm 2023, toàn phường hòa giải thành 30 vụ việc.'],
    });
    const { charts } = await seriesOf([halfYears.hoa2024, year], { label: 'vụ việc hòa giải thành' });
    expect(charts.map(({ months }) => months).sort()).toEqual([12, 6]);
  });

  test('asked for by a wider name, the narrower thing that is told most is shown under its own', async () => {
    const series = await seriesOf(all, { label: 'hòa giải' });
    expect(series.charts[0]!.label).toBe('vụ việc hòa giải thành');
  });

  test('a report that gives two values for one figure means nothing by it', async () => {
    const twice = of2023(
      'Trong 6 tháng đầu năm 2023, toàn phường hòa giải thành 9 vụ việc.',
      'Trong 6 tháng đầu năm 2023, toàn phường hòa giải thành 8 vụ việc.',
    );
    expect(await seriesOf([twice], { label: 'hòa giải thành' })).toMatchObject({ charts: [], ambiguous: 2 });
  });

  test('printings of one amount in other units are one value', async () => {
    const money = (number: string, amount: string, day: string) =>
      reportText({
        number,
        day,
        period: number.startsWith('31') ? '6 tháng đầu năm 2023' : 'phát triển kinh tế 6 tháng đầu năm 2023',
        lines: [`Trong 6 tháng đầu năm 2023, thu ngân sách trên địa bàn đạt ${amount} đồng.`],
      });
    const { charts } = await seriesOf(
      [money('31-BC/ĐU', '1,2 tỷ', '14 tháng 6 năm 2023'), money('38-BC/ĐU', '1.214 triệu', '2 tháng 7 năm 2023')],
      { label: 'thu ngân sách nhà nước' },
    );
    const [point, ...others] = charts.flatMap(({ lines }) => lines.flatMap(({ points }) => points));
    expect(others).toEqual([]);
    expect(point!.values).toHaveLength(1);
    expect(point!.values[0]!.sources.map(({ raw }) => raw)).toEqual(['1.214', '1,2']);
    expect(charts[0]!.unit === 'tỷ đồng' ? 1.214 : 1214).toBe(point!.values[0]!.value);
  });
});

function parse(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => expect.fail(error.message));
  parser.write(xml).close();
}

describe('the plot', () => {
  const count = (svg: string, name: string) => svg.split(`class="${name}"`).length - 1;

  test('is well-formed, breaks its lines at gaps and conflicts, and marks what became of the territories', async () => {
    const svg = plotSeries(await settled(), vi.series);
    parse(svg);
    expect(count(svg, 'point')).toBe(7);
    expect(count(svg, 'line')).toBe(2);
    expect(count(svg, 'conflict')).toBe(1);
    expect(count(svg, 'gap')).toBe(4);
    expect(count(svg, 'change')).toBe(1);
    for (const words of ['6 tháng đầu năm 2023 (các báo cáo ghi khác nhau)', 'phường Phổ Minh không còn, nay thuộc'])
      expect(svg).toContain(words);
    expect(plotSeries(await settled(), en.series)).toContain('reports disagree');
  });

  test('holds no markup of a report, and is one also of nothing', async () => {
    const series = await settled();
    series.charts[0]!.lines[0]!.points[0]!.values[0]!.sources[0]!.quote = '<script>"&\u0001';
    const svg = plotSeries(series, vi.series);
    expect(svg).toContain('&lt;script&gt;&quot;&amp;»');
    parse(svg);
    expect(plotSeries({ ...series, charts: [] }, vi.series)).toContain(vi.series.nothing);
  });
});

describe('sheets', () => {
  test('CSV has a line a source and a gap, and no formula', async () => {
    const series = await settled({ place: 'phường Phổ Hòa' });
    series.charts[0]!.lines[0]!.points[0]!.values[0]!.sources[0]!.quote = '=cmd|"x"';
    const [head, ...lines] = csvOf(series, vi.series).trim().split('\r\n');
    expect(head).toMatch(/^\uFEFF?Chỉ tiêu,Loại,Địa bàn,Kỳ,/);
    expect(lines.map((line) => line.split(',')[6])).toEqual(['9', '', '11', '14', '12']);
    expect(lines[0]).toContain(`"'=cmd|""x"""`);
    expect(lines[1]).toContain('không có số liệu');
  });

  test('the workbook has times down, places across, numbers as numbers', async () => {
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    await book.xlsx.load((await workbookOf(await settled(), vi.series)).buffer as ArrayBuffer);
    const [table, sources] = book.worksheets;
    const rows = table!.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1) : []));
    expect(rows[1]).toEqual([
      'vụ việc hòa giải thành (vụ việc)',
      'phường Đức Phổ',
      'phường Phổ Hòa',
      'phường Phổ Minh',
    ]);
    expect(rows[2]!.slice(0, 3)).toEqual(['6 tháng đầu năm 2021', undefined, 9]);
    expect(rows[4]![2]).toBe('11 ≠ 14 (các báo cáo ghi khác nhau)');
    expect(sources!.rowCount).toBe(1 + 8 + 4);
  });
});
