import { expect, test } from 'vitest';
import type { ReportHead, TraceMention } from '../../../schemas/search.ts';
import { matrixOf } from './matrix.ts';

const head = (id: string, place: string, year: string): ReportHead => ({
  ...{ id, path: `${id}.docx`, number: null, type: null, title: null, issuer: null, signer: null, source: null },
  units: [{ name: place, level: 'commune', code: null }],
  date: `${year}-11-20`,
  period: null,
});
const mention = (report: ReportHead): TraceMention => ({
  ...{ report, verb: null, modality: null, actor: null, place: null, quote: '', block: 'b1', start: 0, end: 0 },
  ...{ section: null, page: null },
});

test('a report counts once in its year, however often it mentions the directive', () => {
  const one = head('a', 'xã Mai Pha', '2023');
  const { periods, rows } = matrixOf({
    mentions: [
      mention(one),
      mention(one),
      mention(head('b', 'xã Mai Pha', '2024')),
      mention(head('c', 'phường Tân Lợi', '2023')),
    ],
    silent: [],
  });
  expect(periods).toEqual(['2023', '2024']);
  expect(rows.map(({ place, reports }) => [place, [...reports].map(([year, ids]) => [year, ids.size])])).toEqual([
    [
      'xã Mai Pha',
      [
        ['2023', 1],
        ['2024', 1],
      ],
    ],
    ['phường Tân Lợi', [['2023', 1]]],
  ]);
});

test('who is silent stands below, with the number of its reports', () => {
  const { rows } = matrixOf({
    mentions: [mention(head('a', 'xã Mai Pha', '2023'))],
    silent: [{ unit: { name: 'xã Quảng Lạc', level: 'commune', code: null }, reports: 3 }],
  });
  expect(rows.at(-1)).toMatchObject({ place: 'xã Quảng Lạc', silent: 3 });
});
