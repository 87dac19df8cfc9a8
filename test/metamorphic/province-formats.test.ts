import { expect, test } from 'vitest';
import { fileOf, formats } from '../../evaluate/province/formats.ts';
import { makeProvince } from '../../evaluate/province/province.ts';
import { extractBytes } from '../../pipeline/stages.ts';

test('Word, PDF and text of a report tell the same, and the same bytes each time', async () => {
  const { reports } = makeProvince(1, 3);
  for (const report of reports) {
    const told = formats.map(async (format) => {
      const bytes = await fileOf(report, format);
      expect(Buffer.compare(bytes, await fileOf(report, format))).toBe(0);
      const { report: head, indicators } = await extractBytes(`a.${format}`, bytes, { maxPages: 10 });
      return { head, figures: indicators.map(({ label, value, period, scope }) => ({ label, value, period, scope })) };
    });
    const [word, ...others] = await Promise.all(told);
    expect(word!.figures.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(word);
  }
});
