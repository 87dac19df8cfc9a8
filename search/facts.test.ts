import { expect, test } from 'vitest';
import { OUTLINE_TYPE } from '../schemas/report.ts';
import { sampleExtraction, sampleReports } from '../test/contract/sample-reports.ts';
import { derive } from './derive.ts';
import { factsOf } from './facts.ts';

test('an outline reports on no time, so that nobody is silent because of it', () => {
  const extraction = sampleExtraction(sampleReports.find(({ report }) => report.period !== null)!);
  const timeOf = (type: string | null) => {
    const { from, to, date } = factsOf({ ...extraction, report: { ...extraction.report, type } }, derive(extraction));
    return { from, to, date };
  };
  const { period, date } = extraction.report;
  expect(timeOf('Báo cáo')).toEqual({ from: period!.from, to: period!.to, date });
  expect(timeOf(OUTLINE_TYPE)).toEqual({ from: null, to: null, date });
});
