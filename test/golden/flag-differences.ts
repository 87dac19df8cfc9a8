import type { Expected } from '../../fixtures/documents/expected-shape.ts';
import type { Block } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Flag } from '../../schemas/flag.ts';
import { anyTouches, placesOf, shortened } from './places.ts';

type ExpectedFlag = Expected['flags'][number];

/** Every certain mistake is found as certain, nothing else is called certain, and a near miss is not even doubted. */
export function flagDifferences(expected: Expected, { flags, blocks }: Extraction): string[] {
  const differences: string[] = [];
  const right = new Set<Flag>();
  for (const wanted of expected.flags) {
    const found = flags.filter((flag) => fits(wanted, flag, blocks));
    for (const flag of found) right.add(flag);
    if (wanted.certain && !found.some(({ certain }) => certain))
      differences.push(
        `${found.length > 0 ? 'uncertain' : 'missed'} flag ${wanted.kind} ${shortened(wanted.quotes[0]!)}`,
      );
  }
  const nearMisses = expected.nearMisses.flatMap(({ quote }) => placesOf(quote, blocks));
  for (const flag of flags) {
    if (right.has(flag)) continue;
    const words = flag.evidence.map(({ quote }) => shortened(quote)).join(' + ');
    if (flag.certain) differences.push(`wrong flag ${flag.kind} ${words}`);
    else if (anyTouches(flag.evidence, nearMisses)) differences.push(`doubted near miss ${flag.kind} ${words}`);
  }
  return differences;
}

function fits(wanted: ExpectedFlag, flag: Flag, blocks: readonly Block[]): boolean {
  if (flag.kind !== wanted.kind && !wanted.otherKinds?.includes(flag.kind)) return false;
  return anyTouches(
    flag.evidence,
    wanted.quotes.flatMap((quote) => placesOf(quote, blocks)),
  );
}
