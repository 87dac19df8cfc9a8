import { lower } from '../text/fold.ts';
import { Brackets } from './brackets.ts';
import { sameThing } from './divisions.ts';
import type { PartWhole } from './find-wholes.ts';
import type { Quantity } from './quantities.ts';

/** «…, còn 01 đơn đang giải quyết», «…, còn lại 03 nội dung»: what is left of something told before. */
const left = /(?:^|[,;.] |\s)còn(?: lại)?(?: là)? $/u;
/** Figures between a whole and what is left of it. */
const mostBetween = 8;
/** How a whole is told that is then dealt with in part. */
const received = /(?:tiếp nhận|nhận được|nhận|thụ lý|phát sinh|tổng số|có|tiếp|thu|lập)[^\d.;]{0,60}$/u;

/**
 * «tiếp nhận 12 đơn … Đã giải quyết 11 đơn, còn 01 đơn»: done and left make up what came in, told in the same sentence or
 * one of the two before it.
 */
export function findRemainders(text: string, quantities: readonly Quantity[]): PartWhole[] {
  if (!/còn/i.test(text)) return [];
  const small = lower(text);
  const brackets = new Brackets(text);
  // A figure in parentheses tells of a part; what is left outside is not left of that.
  const aside = (one: Quantity, of: Quantity) => (brackets.enclosing(one.start)?.end ?? of.end) < of.start;
  const found: PartWhole[] = [];
  quantities.forEach((rest, index) => {
    if (index < 1 || rest.noun === '' || !left.test(small.slice(Math.max(0, rest.start - 14), rest.start))) return;
    const done = quantities
      .slice(Math.max(0, index - mostBetween), index)
      .findLast((one) => one.measure === rest.measure);
    if (done === undefined || !/^[^.;]{0,90}$/u.test(small.slice(done.end, rest.start))) return;
    if (done.noun === '' || !sameThing(done.noun, rest.noun)) return;
    if (done.denominator !== null) {
      found.push(ofFraction(done, rest));
      return;
    }
    const from = done.start - 320;
    const candidates = quantities
      .slice(Math.max(0, index - 2 * mostBetween), index)
      .filter(
        (one) =>
          one.start >= from &&
          one.end <= done.start &&
          !one.loose &&
          one.measure === rest.measure &&
          sameThing(one.noun, rest.noun) &&
          one.noun !== '' &&
          !aside(one, rest),
      );
    const whole = candidates.findLast((one) => received.test(small.slice(Math.max(0, one.start - 70), one.start)));
    if (whole === undefined || sentencesBetween(small, whole.end, done.start) > 1 || whole.value < rest.value) return;
    const part = (quantity: Quantity, label: string) => ({
      quantity,
      start: quantity.start,
      end: quantity.nounEnd,
      label,
    });
    found.push({
      total: whole,
      parts: [part(done, 'đã xong'), part(rest, 'còn lại')],
      opener: 'remainder',
      closure: 'full',
      uncountedRest: false,
      rivals: candidates.filter((one) => one !== whole),
      unclear: sentencesBetween(small, whole.end, done.start) > 0,
      start: whole.start,
      end: rest.nounEnd,
    });
  });
  return found;
}

/** «giải quyết 25/27 ý kiến, còn 02 ý kiến»: the whole stands under the stroke. */
function ofFraction(done: Quantity, rest: Quantity): PartWhole {
  const whole: Quantity = { ...done, ...done.denominator!, unit: 1, denominator: null };
  const part = (quantity: Quantity, label: string) => ({
    quantity,
    start: quantity.start,
    end: quantity.nounEnd,
    label,
  });
  return {
    total: whole,
    parts: [{ ...part(done, 'đã xong'), end: done.end }, part(rest, 'còn lại')],
    opener: 'remainder',
    closure: 'full',
    uncountedRest: false,
    rivals: [],
    unclear: false,
    start: done.start,
    end: rest.nounEnd,
  };
}

function sentencesBetween(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/[.!?] /g)?.length ?? 0;
}
