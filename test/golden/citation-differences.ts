import type { Expected } from '../../fixtures/documents/expected-shape.ts';
import type { Citation } from '../../schemas/citation.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { shortened } from './places.ts';

type ExpectedCitation = Expected['citations'][number];

/**
 * Papers named without a number («Luật Tiếp công dân») and the report's own number in its letterhead are not claimed by
 * the expected files.
 */
export function citationDifferences(expected: Expected, { citations }: Extraction): string[] {
  const left = citations.filter(({ number, self, quote }) => number !== null && !(self && /^Số/.test(quote)));
  const differences: string[] = [];
  for (const wanted of bestFirst(expected.citations, left)) {
    const found = left
      .filter((citation) => fits(wanted, citation))
      .sort((one, other) => fieldDifferences(wanted, one).length - fieldDifferences(wanted, other).length)[0];
    if (!found) {
      differences.push(`missed citation ${wanted.number} ${shortened(wanted.quote)}`);
      continue;
    }
    left.splice(left.indexOf(found), 1);
    differences.push(...fieldDifferences(wanted, found));
  }
  if (expected.complete.citations)
    differences.push(...left.map(({ number, quote }) => `wrong citation ${number} ${shortened(quote)}`));
  return differences;
}

/** Of two mentions of one number the one that is found to the letter goes first, lest the other takes its match. */
function bestFirst(wanted: readonly ExpectedCitation[], found: readonly Citation[]): ExpectedCitation[] {
  const distance = (one: ExpectedCitation) =>
    Math.min(...found.filter((other) => fits(one, other)).map((other) => fieldDifferences(one, other).length));
  return [...wanted].sort((one, other) => distance(one) - distance(other));
}

function fits(wanted: ExpectedCitation, found: Citation): boolean {
  return wanted.number === found.number && (found.quote.includes(wanted.quote) || wanted.quote.includes(found.quote));
}

function fieldDifferences(wanted: ExpectedCitation, found: Citation): string[] {
  const fields: [string, unknown, unknown][] = [
    ['type', wanted.type, found.type],
    // A date that only another mention tells may be carried over or not.
    ['date', wanted.date, wanted.date === null && found.inferred.includes('date') ? null : found.date],
    ['shorthand', wanted.shorthand ?? false, found.shorthand],
    ['self', wanted.self ?? false, found.self],
  ];
  if (wanted.issuer) fields.push(['issuer', wanted.issuer, found.issuer]);
  return fields.flatMap(([field, want, got]) =>
    want === got ? [] : [`citation ${wanted.number} ${shortened(wanted.quote)}: ${field} ${got}, not ${want}`],
  );
}
