import { headOf } from '../part-whole/divisions.ts';
import { fold } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { freeMentions } from './like-mentions.ts';
import { light, type Mention, sameSet } from './mentions.ts';
import { neighboursAgree } from './neighbours.ts';
import { type CheckInput, type Claim, flagged, type Place } from './rule.ts';
import { slip } from './wording.ts';

/** Earlier figures of the same thing that one is compared with. */
const mostCompared = 60;

/**
 * «người dân gửi 1.274 phản ánh» and «trong số 1.247 phản ánh của người dân»: other words around it, but the same thing,
 * and the one figure is a slip of the other. The longer the figure, the fewer words it takes to be no accident.
 */
export function* slippedRepeats(input: CheckInput, told: Set<Mention>): Iterable<Claim> {
  const byThing = new Map<string, Mention[]>();
  const uses = new Map<string, number>();
  const mentions = input.shared(freeMentions).filter(isExact);
  for (const one of mentions) uses.set(useOf(one), (uses.get(useOf(one)) ?? 0) + 1);
  for (const b of mentions) {
    const thing = thingOf(b);
    const earlier = byThing.get(thing) ?? [];
    const a = earlier.slice(-mostCompared).find((one) => isSlipOf(input, one, b));
    const settled = a !== undefined && uses.get(useOf(a))! > 1 && uses.get(useOf(b))! > 1;
    if (a !== undefined && !settled && !told.has(b)) {
      told.add(b);
      yield differs(a, b);
    }
    earlier.push(b);
    byThing.set(thing, earlier);
  }
}

function isExact({ quantity, target }: Mention): boolean {
  return (
    quantity.noun !== '' &&
    quantity.measure !== 'percent' &&
    quantity.measure !== 'time' &&
    quantity.value >= 100 &&
    quantity.qualifier === null &&
    quantity.denominator === null &&
    !quantity.relative &&
    !target
  );
}

const thingOf = ({ quantity }: Mention): string => `${quantity.measure} ${headOf(quantity.noun).join(' ')}`;
const useOf = (one: Mention): string => `${thingOf(one)} ${one.quantity.value}`;

function isSlipOf(input: CheckInput, a: Mention, b: Mention): boolean {
  if (a.order === b.order || a.quantity.value === b.quantity.value) return false;
  if (slip(a.quantity.value, b.quantity.value) === null || !sameSet(a.marks, b.marks)) return false;
  if (a.subject !== b.subject && a.subject !== '' && b.subject !== '') return false;
  const digits = Math.max(digitsOf(a), digitsOf(b));
  const common = commonWords(a, b);
  const following = commonStart(a.after, b.after);
  if (digits >= 5) return common >= 2 && namesAgree(a, b);
  // «312 chi bộ, 6.890 đảng viên» and «312 chi bộ, 6.980 đảng viên»: what stands beside them is the same.
  if (digits === 4 && neighboursAgree(input, a, b)) return namesAgree(a, b);
  // «kiểm tra dấu hiệu vi phạm 3.005 tổ chức đảng …; kiểm tra tài chính 3.004 tổ chức đảng»: one paragraph goes through
  // its kinds.
  if (a.block === b.block) return false;
  if (digits === 4) return common >= 3 && following >= 2 && namesAgree(a, b);
  return following >= 4 && sameSet(a.names, b.names);
}

function digitsOf({ quantity }: Mention): number {
  return quantity.raw.replace(/\D/g, '').length;
}

function commonWords(a: Mention, b: Mention): number {
  let common = 0;
  for (const word of a.words) if (b.words.has(word) && !light.has(word)) common++;
  return common;
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** The names of one clause stand in the other's sentence, or one of them has none. */
function namesAgree(a: Mention, b: Mention): boolean {
  if (a.names.size === 0 || b.names.size === 0) return true;
  return standIn(a.names, b) || standIn(b.names, a);
}

function standIn(names: ReadonlySet<string>, { block, sentence }: Mention): boolean {
  const words = new Set(fold(block.text.slice(sentence.start, sentence.end)).match(/[a-z]+/g) ?? []);
  return [...names].every((name) => words.has(name));
}

function differs(a: Mention, b: Mention): Claim {
  const [x, y] = [a.quantity, b.quantity];
  const kind = slip(y.value, x.value)!;
  const place = (role: string, { block, quantity }: Mention): Place => ({
    role,
    block: block.id,
    ...clauseAround(block.text, quantity.start, Math.max(quantity.nounEnd, quantity.end), { before: 100, after: 40 }),
  });
  return flagged({
    certain: false,
    stated: y.raw,
    expected: x.raw,
    message: {
      vi: `Có vẻ cùng một số liệu nhưng nơi ghi ${x.raw}, nơi ghi ${y.raw} (${kind.vi}).`,
      en: `What seems the same figure is ${x.raw} in one place and ${y.raw} in another (${kind.en}).`,
    },
    formula: `${x.raw} ≠ ${y.raw}`,
    suggestion: `Thống nhất một số: ${x.raw} hoặc ${y.raw}`,
    evidence: [place('stated', b), place('repeated', a)],
  });
}
