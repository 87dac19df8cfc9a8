import { fold } from '../../extractors/text/fold.ts';
import type { Expected } from '../../fixtures/documents/expected-shape.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Issue } from '../../schemas/issue.ts';
import { type Place, placesOf, shortened } from './places.ts';

type ExpectedIssue = Expected['issues'][number];

/** Every concern is found, and nothing else is called one. */
export function issueDifferences(expected: Expected, { issues, blocks, report }: Extraction): string[] {
  const starts = expected.issues.flatMap((wanted) =>
    placesOf(wanted.quote, blocks).map((place) => ({ wanted, place })),
  );
  const places = starts.map(({ place }) => place);
  const differences = expected.issues.flatMap((wanted) => {
    const passages = starts.filter((start) => start.wanted === wanted).map(({ place }) => passageOf(place, places));
    const found = issues.filter((issue) => passages.some((passage) => holds(passage, issue)));
    if (wanted.optional) return [];
    if (!found.some(({ quote }) => quote.includes(wanted.quote))) return [`missed issue ${shortened(wanted.quote)}`];
    return fieldDifferences(wanted, found, report.units.at(-1)?.name ?? null);
  });
  if (!expected.complete.issues) return differences;
  const known = new Set(places.map(({ block }) => block));
  const wrong = issues.filter(({ block }) => !known.has(block));
  return [...differences, ...wrong.map(({ quote }) => `wrong issue ${shortened(quote)}`)];
}

/** From the expected words to the next ones: «…lo lắng; đề nghị…» may be one issue or two, they count together. */
function passageOf(place: Place, places: readonly Place[]): Place {
  const next = places.filter(({ block, start }) => block === place.block && start > place.start);
  return { ...place, end: Math.min(...next.map(({ start }) => start)) };
}

function holds(passage: Place, { block, start, end }: Issue): boolean {
  return block === passage.block && end > passage.start && start < passage.end;
}

function fieldDifferences(wanted: ExpectedIssue, found: readonly Issue[], ownUnit: string | null): string[] {
  const name = `issue ${shortened(wanted.quote)}`;
  const differences: string[] = [];
  if (!found.some(({ topic }) => topic === wanted.topic || wanted.otherTopics?.includes(topic)))
    differences.push(`${name}: topic ${found[0]!.topic}, not ${wanted.topic}`);
  const stances = [...new Set(found.flatMap(({ stance }) => stance))].sort().join(', ');
  const wantedStances = [...wanted.stance].sort().join(', ');
  if (stances !== wantedStances) differences.push(`${name}: stance ${stances}, not ${wantedStances}`);
  // A concern without a place of its own is the report's own ward's.
  const place = found.map((issue) => issue.place).find((own) => own !== null && own !== ownUnit) ?? null;
  if (place === null ? wanted.place !== null : !sharesName(place, wanted.place))
    differences.push(`${name}: place ${place}, not ${wanted.place}`);
  return differences;
}

/** «khu vực 3» of «khu vực 3 và khu vực 4» will do. */
function sharesName(place: string, wanted: string | null): boolean {
  return wanted !== null && (fold(wanted).includes(fold(place)) || fold(place).includes(fold(wanted)));
}
