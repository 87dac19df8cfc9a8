import { headOf, sameThing } from '../part-whole/divisions.ts';
import type { Member, Whole } from '../part-whole/part-wholes.ts';
import { fold } from '../text/fold.ts';
import { isScanned, wholesOf } from './prose.ts';
import { type CheckInput, type Claim, consistent, flagged, type Place } from './rule.ts';

/**
 * «20 mô hình (xây dựng mới 10, nhân rộng 10)» and later «20 mô hình (đăng ký mới 10 và nhân rộng 13)»: the same whole
 * divided twice, with one part changed.
 */
export function* repeatedParts(input: CheckInput): Iterable<Claim> {
  const byTotal = new Map<string, Whole[]>();
  for (const whole of input.shared(wholesOf)) {
    const { quantity } = whole.total;
    if (whole.parts.length < 2 || quantity.noun === '') continue;
    const key = `${quantity.value} ${headOf(quantity.noun).join(' ')}`;
    const others = byTotal.get(key) ?? [];
    const earlier = others.find((one) => pairUp(one, whole) !== null);
    if (earlier !== undefined) yield* compare(input, earlier, whole);
    byTotal.set(key, [...others, whole].slice(0, 8));
  }
}

function* compare(input: CheckInput, earlier: Whole, later: Whole): Iterable<Claim> {
  for (const [a, b] of pairUp(earlier, later)!) {
    if (a.quantity.value === b.quantity.value) {
      yield consistent;
      continue;
    }
    const place = (role: string, one: Member): Place => ({ role, block: one.block, start: one.start, end: one.end });
    yield flagged({
      certain: later.parts.length >= 2 && !isScanned(input, b.block) && !isScanned(input, a.block),
      stated: b.quantity.raw,
      expected: a.quantity.raw,
      message: {
        vi: `Cùng tổng ${later.total.quantity.raw} nhưng phần này nơi ghi ${a.quantity.raw}, nơi ghi ${b.quantity.raw}.`,
        en: `The same total of ${later.total.quantity.raw} is divided twice: this part is ${a.quantity.raw} in one place and ${b.quantity.raw} in another.`,
      },
      formula: `${a.quantity.raw} ≠ ${b.quantity.raw}`,
      suggestion: `Thống nhất một số: ${a.quantity.raw} hoặc ${b.quantity.raw}`,
      evidence: [place('part', b), place('total', later.total), place('part', a), place('total', earlier.total)],
    });
  }
}

/** Parts of the same name in both; null unless the names of all parts pair off and most figures agree. */
function pairUp(a: Whole, b: Whole): [Member, Member][] | null {
  if (a.parts.length !== b.parts.length || (a.total.block === b.total.block && a.total.start === b.total.start))
    return null;
  if (!sameThing(a.total.quantity.noun, b.total.quantity.noun)) return null;
  const pairs: [Member, Member][] = [];
  const left = [...b.parts];
  for (const one of a.parts) {
    const at = left.findIndex((other) => sameName(one.label, other.label));
    if (at === -1) return null;
    pairs.push([one, left[at]!]);
    left.splice(at, 1);
  }
  const equal = pairs.filter(([x, y]) => x.quantity.value === y.quantity.value).length;
  return equal >= 1 && equal >= pairs.length - 1 ? pairs : null;
}

/** «nhân rộng» and «nhân rộng mô hình cũ»; «xây dựng mới» and «đăng ký mới mô hình». */
function sameName(a: string, b: string): boolean {
  const syllables = (label: string) => fold(label).split(' ');
  const [first, second] = [syllables(a), syllables(b)];
  const common = first.filter((word) => second.includes(word)).length;
  return (
    common >= 1 &&
    common * 2 >= Math.min(first.length, second.length) - 1 &&
    common >= Math.min(2, first.length, second.length) - (/mới/.test(a) && /mới/.test(b) ? 1 : 0)
  );
}
