import type { Member, Whole } from '../part-whole/part-wholes.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { clauseAround } from './clause.ts';
import { type PercentClaim, percentClaims } from './percents/percent-claims.ts';
import { isScanned, itemsOf, quantitiesOf, wholesOf } from './prose.ts';
import { asPrinted } from './prose-sums.ts';
import {
  type CheckInput,
  type Claim,
  consistent,
  type Finding,
  flagged,
  notCheckable,
  type Place,
  type Rule,
} from './rule.ts';
import { agrees, isSlip, shareRange, suggestShare, writePercent, writeRange } from './share.ts';
import { ratioClaims } from './tables/ratio-claims.ts';
import { withUnit } from './unit-slips.ts';
import { writeNumber } from './wording.ts';

/** «3.585/5.242 vụ, đạt tỷ lệ 68,4%»: the percentage is not what its two figures give. */
export const percentage: Rule = {
  kind: 'percentage',
  severity: 'error',
  *check(input) {
    const told = new Set<string>();
    const running = input.context.blocks.filter((block) => block.kind !== 'table');
    for (const [at, block] of running.entries()) {
      if (!block.text.includes('%')) continue;
      const earlier = running
        .slice(Math.max(0, at - farthest), at + 1)
        .reverse()
        .map((one) => ({ block: one, quantities: quantitiesOf(input)(one) }));
      for (const claim of percentClaims(earlier, itemsOf(input, block))) {
        told.add(`${block.id} ${claim.percentage.start}`);
        yield judge(input, claim);
      }
    }
    for (const whole of input.shared(wholesOf)) {
      for (const claim of shareOfWhole(input, whole)) {
        const key = `${claim.block.id} ${claim.percentage.start}`;
        if (told.has(key)) continue;
        told.add(key);
        yield judge(input, claim);
      }
    }
    yield* ratioClaims(input, false);
  },
};

/** Blocks that a share may look back over for its base. */
const farthest = 10;

/** «40 chi bộ, gồm 30 chi bộ nông thôn (75%) …»: the share stands in the item, its base is the whole. */
function* shareOfWhole(input: CheckInput, whole: Whole): Iterable<PercentClaim> {
  for (const part of whole.parts) {
    const percentage = shareAfter(input, part, whole.parts.length === 1);
    if (percentage === null || part.quantity.denominator !== null) continue;
    const block = input.block(part.block);
    yield {
      block,
      part: part.quantity,
      whole: whole.total.quantity,
      percentage,
      wording: 'chain',
      doubtful: whole.rivals.length > 0 || whole.parts.length === 1,
    };
  }
}

/**
 * The percentage right after a part: «30 chi bộ (75%)», «30 chi bộ, chiếm 75%». «Đạt 100%» is of something else; «18.642
 * hồ sơ, trong đó trực tuyến 17.208 hồ sơ, đạt 92,3%» may be of the whole, where there is no other part.
 */
function shareAfter(input: CheckInput, part: Member, alone: boolean): Quantity | null {
  const block = input.block(part.block);
  const { text } = block;
  const from = part.quantity.end;
  const follows = text.slice(from, from + 110);
  const after =
    /^[^\d;.%()]{0,60}(?:\((?:chiếm |đạt (?=tỷ lệ|tỉ lệ))?(?:tỷ lệ |tỉ lệ )?|,? ?chiếm (?:tỷ lệ |tỉ lệ )?)(?=\d{1,3}(?:,\d{1,3})? ?%)/u.exec(
      follows,
    ) ??
    (alone
      ? /^[^\d;.%()]{0,40}(?:,? ?|\()đạt (?:tỷ lệ |tỉ lệ )?(?=\d{1,2}(?:,\d{1,3})? ?%(?! ?\p{L}))/u.exec(follows)
      : null);
  if (after === null) return null;
  const start = from + after[0].length;
  return quantitiesOf(input)(block).find((one) => one.start === start && one.measure === 'percent') ?? null;
}

function judge(input: CheckInput, claim: PercentClaim): Claim {
  const { percentage: stated } = claim;
  const [part, whole] = [asPrinted(claim.part), asPrinted(claim.whole)];
  if (part.measure !== whole.measure) return notCheckable('unlike-things');
  const range = shareRange(part, whole);
  if (agrees(stated, range)) return consistent;
  const right = (part.value / whole.value) * 100;
  // Where the base is only guessed at, a share of another size is of another base.
  const near = Math.abs(right - stated.value) <= Math.max(1, right * 0.2) || isSlip(stated, right);
  if (claim.wording === 'chain' && claim.doubtful && !near) return notCheckable('unclear-base');
  return flagged(finding(input, { ...claim, part, whole }, right));
}

function finding(input: CheckInput, claim: PercentClaim, right: number): Finding {
  const { block, part, whole, percentage: stated } = claim;
  const expected = writePercent(right, stated.unit);
  // Money is told as it is printed: «82/160 tỷ đồng», not in đồng.
  const written = (one: Quantity, of = block) =>
    one.measure === 'count' ? writeNumber(one.value) : withUnit(of.text, one).raw;
  const [above, below] = [written(part), written(whole, claim.wholeBlock)];
  const fraction = `${above}/${below}`;
  const range = shareRange(part, whole);
  return {
    certain: claim.wording === 'fraction' && !claim.doubtful && !isScanned(input, block.id),
    stated: `${stated.raw}%`,
    expected,
    message: {
      vi: `${fraction} là ${expected}, nhưng tỷ lệ ghi ${stated.raw}%.`,
      en: `${fraction} is ${expected}, but the share given is ${stated.raw}%.`,
    },
    formula: `${above} / ${below} × 100 = ${writeRange(range)}`,
    interval: writeRange({ low: stated.value - stated.unit / 2, high: stated.value + stated.unit }),
    suggestion: suggestShare(stated, part, whole, right),
    evidence: evidenceOf(claim),
  };
}

function evidenceOf({ block, part, whole, wholeBlock = block, percentage: stated }: PercentClaim): Place[] {
  const end = stated.end + (block.text.charAt(stated.end) === '%' ? 1 : 2);
  const clause = clauseAround(block.text, Math.min(stated.start, part.start), Math.max(end, part.end), {
    before: 60,
    after: 0,
  });
  const at = (role: string, one: Quantity, of = block): Place => ({
    role,
    block: of.id,
    start: one.start,
    end: Math.max(one.end, one.nounEnd),
  });
  return [
    { role: 'percentage', block: block.id, ...clause },
    { ...at('numerator', part), end: part.end },
    at('denominator', whole, wholeBlock),
  ];
}
