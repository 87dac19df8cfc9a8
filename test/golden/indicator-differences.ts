import { fold } from '../../extractors/text/fold.ts';
import type { Expected } from '../../fixtures/documents/expected-shape.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import { anyTouches, placesOf, shortened } from './places.ts';

type ExpectedIndicator = Expected['indicators'][number];

/** Of the selection, every figure is found where it stands, with its unit; its name shares a word with the found one. */
export function indicatorDifferences(expected: Expected, { indicators, blocks }: Extraction): string[] {
  return expected.indicators.flatMap((wanted) => {
    const places = placesOf(wanted.quote, blocks);
    const found = indicators.filter(({ value, block, start, end }) =>
      value === wanted.value ? anyTouches([{ block, start, end }], places) : false,
    );
    const best = found
      .map((indicator) => fieldDifferences(wanted, indicator))
      .sort((one, other) => one.length - other.length)[0];
    return best ?? [`missed indicator ${wanted.value} ${shortened(wanted.quote)}`];
  });
}

function fieldDifferences(wanted: ExpectedIndicator, found: Indicator): string[] {
  const fields: [string, unknown, unknown][] = [['unit', wanted.unit, found.unit]];
  if (wanted.qualifier) fields.push(['qualifier', wanted.qualifier, found.qualifier]);
  if (wanted.kind) fields.push(['kind', wanted.kind, found.kind]);
  const name = `indicator ${wanted.value} ${shortened(wanted.quote)}`;
  const differences = fields.flatMap(([field, want, got]) =>
    want === got ? [] : [`${name}: ${field} ${got}, not ${want}`],
  );
  const words = new Set(wordsOf(found.label));
  if (!wordsOf(wanted.label).some((word) => words.has(word)))
    differences.push(`${name}: label ${found.label}, not ${wanted.label}`);
  return differences;
}

function wordsOf(label: string): string[] {
  return fold(label).match(/[\p{L}\d]+/gu) ?? [];
}
