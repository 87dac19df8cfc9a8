import { within } from '../part-whole/brackets.ts';
import { sameThing } from '../part-whole/divisions.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { lower } from '../text/fold.ts';
import { isScanned, quantitiesOf } from './prose.ts';
import { type CheckInput, type Claim, consistent, flagged } from './rule.ts';
import { slip, suggestChange } from './wording.ts';

/** How the whole is told before the fraction of it. */
const received = /(?:tiếp nhận|nhận được|thụ lý|phát sinh|có|tổng số|tổng cộng)[^\d.;]{0,40}$/u;
/** As far back as a fraction refers. */
const farthest = 260;

/**
 * «tiếp nhận 61 đơn …; đã giải quyết 14/16 đơn»: the figure under the stroke is the whole told just before.
 */
export function* repeatedBases(input: CheckInput): Iterable<Claim> {
  for (const block of input.context.blocks) {
    if (block.kind === 'table' || !block.text.includes('/')) continue;
    const quantities = quantitiesOf(input)(block);
    const text = lower(block.text);
    for (const fraction of quantities) {
      if (fraction.denominator === null || fraction.noun === '') continue;
      const whole = within(quantities, fraction.start - farthest, fraction.start).findLast((one) =>
        isWhole(one, fraction, text),
      );
      if (whole === undefined) continue;
      const { denominator } = fraction;
      if (whole.value === denominator.value) yield consistent;
      else if (isNear(whole, fraction, text)) {
        yield flagged({
          certain: false,
          stated: denominator.raw,
          expected: whole.raw,
          message: {
            vi: `Mẫu số ghi ${denominator.raw}, nhưng ngay trước đó tổng ghi ${whole.raw}.`,
            en: `The fraction is of ${denominator.raw}, but the whole was given as ${whole.raw} just before.`,
          },
          formula: `${denominator.raw} ≠ ${whole.raw}`,
          suggestion: `${suggestChange(denominator.raw, denominator.value, whole.value)}, hoặc ngược lại`,
          severity: isScanned(input, block.id) ? 'info' : 'warning',
          evidence: [
            { role: 'denominator', block: block.id, start: fraction.start, end: fraction.nounEnd },
            { role: 'total', block: block.id, start: whole.start, end: whole.nounEnd },
          ],
        });
      }
    }
  }
}

/** A slip of the pen. Those settled in time are fewer than those that came in: «giải quyết đúng hạn 108/110 hồ sơ». */
function isNear(whole: Quantity, fraction: Quantity, text: string): boolean {
  if (/hạn|điều kiện|thẩm quyền/u.test(text.slice(Math.max(0, fraction.start - 40), fraction.start))) return false;
  return slip(whole.value, fraction.denominator!.value) !== null;
}

function isWhole(one: Quantity, fraction: Quantity, text: string): boolean {
  if (one.denominator !== null || one.qualifier !== null || one.noun === '' || one.measure !== 'count') return false;
  if (!sameThing(one.noun, fraction.noun) || one.value < fraction.value) return false;
  return (
    received.test(text.slice(Math.max(0, one.start - 50), one.start)) &&
    !/trong đó[^\d]{0,30}$/u.test(text.slice(Math.max(0, one.start - 40), one.start))
  );
}
