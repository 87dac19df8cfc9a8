import { describe, expect, test } from 'vitest';
import days from '../../fixtures/corpora/dates/days.json' with { type: 'json' };
import inText from '../../fixtures/corpora/dates/in-text.json' with { type: 'json' };
import notDays from '../../fixtures/corpora/dates/not-days.json' with { type: 'json' };
import periods from '../../fixtures/corpora/dates/periods.json' with { type: 'json' };
import { parseDate, scanDates } from './dates.ts';
import { scanPeriods } from './periods.ts';

describe('one day', () => {
  test.each(days)('$iso', ({ iso, spellings }) => {
    for (const spelling of spellings) expect(parseDate(spelling), spelling).toBe(iso);
  });

  test.each(notDays)('«%s» is none', (raw) => {
    expect(parseDate(raw)).toBeNull();
  });

  test('a year left out comes from the report', () => {
    const [known] = scanDates('ngày 12/02', { reportDate: '2024-06-14' });
    expect(known).toMatchObject({ iso: '2024-02-12', year: null, inferred: true });
    expect(scanDates('ngày 12/02')[0]).toMatchObject({ iso: null, day: 12, month: 2 });
  });
});

describe('days in a text', () => {
  test.each(inText)('$text', ({ text, days: expected }) => {
    expect(scanDates(text).map((date) => text.slice(date.start, date.end))).toEqual(expected);
  });
});

describe('periods', () => {
  test.each(periods.cases)('$text', ({ text, periods: expected }) => {
    const found = scanPeriods(text, periods.context);
    expect(found.map((period) => [period.label, period.from, period.to, period.kind])).toEqual(expected);
    for (const period of found) expect(text.slice(period.start, period.end)).toBe(period.text);
  });

  test.each(periods.comparisons)('$text', ({ text, comparison }) => {
    expect(scanPeriods(text, periods.context).map((period) => period.comparison)).toEqual([comparison]);
  });
});
