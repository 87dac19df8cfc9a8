import type { Block } from '../../../schemas/document.ts';
import { Brackets, within } from '../../part-whole/brackets.ts';
import type { Quantity } from '../../part-whole/quantities.ts';
import { type Range, sentencesOf } from '../../part-whole/sentences.ts';
import { lower } from '../../text/fold.ts';
import type { Earlier } from '../named-bases.ts';
import { baseBehind, baseFor, baseInBrackets, fractionFor } from './beside.ts';
import type { PercentFound, PercentSite } from './site.ts';
import { baseNamed, chainFor, shareFor } from './told-before.ts';

/** «a of b is p %», as the words of one sentence say it. */
export interface PercentClaim extends PercentFound {
  block: Block;
  percentage: Quantity;
}

/** The wordings, the surest first: the first that fits is taken. */
const wordings: readonly ((site: PercentSite) => PercentFound | null)[] = [
  fractionFor,
  baseFor,
  baseBehind,
  baseInBrackets,
  baseNamed,
  chainFor,
  shareFor,
];

/** `earlier` and `items` as of `PercentSite`. */
export function percentClaims(earlier: readonly Earlier[], items: ReadonlySet<number>): PercentClaim[] {
  const { block, quantities } = earlier[0]!;
  if (!block.text.includes('%')) return [];
  const text = lower(block.text);
  const claims: PercentClaim[] = [];
  const brackets = new Brackets(block.text);
  let previous: Range | null = null;
  for (const sentence of sentencesOf(block.text)) {
    // «164/171 trẻ dưới 1 tuổi»: the age says who is counted.
    const own = within(quantities, sentence.start, sentence.end).filter((one) => !one.noun.startsWith('tuoi'));
    for (const [index, percentage] of own.entries()) {
      if (percentage.measure !== 'percent') continue;
      const site = { text, brackets, quantities, sentence, previous, own, index, percentage, earlier, items };
      const found = firstOf(site);
      if (found === null || found.whole.value <= 0) continue;
      if (found.wording !== 'fraction' && percentage.value === 100 && isOfPlan(text, sentence, percentage)) continue;
      claims.push({ block, percentage, ...found });
    }
    previous = sentence;
  }
  return claims;
}

function firstOf(site: PercentSite): PercentFound | null {
  for (const read of wordings) {
    const found = read(site);
    if (found !== null) return found;
  }
  return null;
}

/** «BHXH bắt buộc 87.866 người, đạt 98,11% kế hoạch năm; …; BHYT 1.107.600 người, đạt 100%»: the last is of its plan, too. */
function isOfPlan(text: string, sentence: Range, { start }: Quantity): boolean {
  return (
    /đạt (?:tỷ lệ |tỉ lệ )?$/u.test(text.slice(Math.max(0, start - 14), start)) &&
    /% (?:so với )?(?:kế hoạch|kh(?!\p{L})|chỉ tiêu)/u.test(text.slice(sentence.start, sentence.end))
  );
}
