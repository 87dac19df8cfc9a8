import type { Expected } from '../../fixtures/documents/expected-shape.ts';
import type { Extraction } from '../../schemas/extraction.ts';

/** Codes of units and the source of the facts are left to the extractors. */
export function headerDifferences(expected: Expected, { report }: Extraction): string[] {
  const found = { ...report, units: report.units.map(({ name, level }) => ({ name, level })) };
  return Object.entries(expected.report).flatMap(([field, want]) => {
    const got = found[field as keyof typeof expected.report];
    return JSON.stringify(got) === JSON.stringify(want)
      ? []
      : [`report.${field} ${JSON.stringify(got)}, not ${JSON.stringify(want)}`];
  });
}
