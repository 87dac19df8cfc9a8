import { lower } from '../text/fold.ts';
import { Brackets } from './brackets.ts';
import { sameThing } from './divisions.ts';
import type { PartWhole } from './find-wholes.ts';
import type { Quantity } from './quantities.ts';

/** «…, còn 01 đơn đang giải quyết», «…, còn lại 03 nội dung»: what is left of something told before. */
const left = /(?:^|[,;.] |\s)còn(?: lại| phải \p{L}+(?: \p{L}+)?)?(?: là)? $/u;
/** «đang giải quyết 38 đơn», «chưa xử lý 09 đơn»: left as well, where something was done before it. */
const open =
  /(?:^|[,;.] |\s|\()(?:đang(?: tiếp tục)?|chưa(?: được)?|tồn|tồn đọng) ?(?:giải quyết|xem xét|xử lý|thụ lý|thi hành|điều tra|xác minh|hoàn thành|trả lời|thực hiện)?(?: là)? $/u;
const done = /(?:đã|giải quyết|xử lý|hoàn thành|trả lời|thi hành|xét xử|xong|trả kết quả)[^\d.;]{0,60}$/u;
/** Figures between a whole and what is left of it. */
const mostBetween = 8;
/** How a whole is told that is then dealt with in part. */
const received =
  /(?:(?:tiếp nhận|nhận được|nhận|thụ lý|phát sinh|tổng số|có|tiếp|thu|lập|thuộc thẩm quyền|đủ điều kiện)[^\d.;]{0,60}|(?:^|[\s(])trong(?: số| tổng số)? )$/u;

/**
 * «tiếp nhận 12 đơn … Đã giải quyết 11 đơn, còn 01 đơn»: done and left make up what came in, told in the same sentence or
 * one of the two before it.
 */
export function findRemainders(text: string, quantities: readonly Quantity[]): PartWhole[] {
  if (!/còn|đang|chưa|tồn/i.test(text)) return [];
  const small = lower(text);
  const brackets = new Brackets(text);
  const found: PartWhole[] = [];
  quantities.forEach((rest, index) => {
    if (index < 1 || rest.noun === '' || !isLeft(small, rest)) return;
    const before = quantities
      .slice(Math.max(0, index - mostBetween), index)
      .findLast((one) => one.measure === rest.measure);
    if (before === undefined || !/^[^.;]{0,90}(?:;[^.;]{0,20})?$/u.test(small.slice(before.end, rest.start))) return;
    if (before.noun === '' || !sameThing(before.noun, rest.noun)) return;
    const isOpen = !left.test(small.slice(Math.max(0, rest.start - 36), rest.start));
    if (isOpen && !done.test(small.slice(Math.max(0, before.start - 60), before.start))) return;
    if (before.denominator !== null) {
      found.push(ofFraction(before, rest));
      return;
    }
    const one = remainderOf(small, quantities, index, before, brackets);
    if (one !== null) found.push(one);
  });
  return found;
}

function isLeft(text: string, { start }: Quantity): boolean {
  return left.test(text.slice(Math.max(0, start - 36), start)) || open.test(text.slice(Math.max(0, start - 36), start));
}

/** Several kinds of rest may follow («đang giải quyết 08 đơn, chưa giải quyết 02 đơn»), and several deeds come before. */
function remainderOf(
  text: string,
  quantities: readonly Quantity[],
  index: number,
  finished: Quantity,
  brackets: Brackets,
): PartWhole | null {
  const rest = quantities[index]!;
  if (isLeft(text, finished)) return null;
  const alike = (one: Quantity) =>
    !one.loose && one.measure === rest.measure && one.noun !== '' && sameThing(one.noun, rest.noun);
  // A figure in parentheses tells of a part; what is left outside is not left of that.
  const aside = (one: Quantity) => (brackets.enclosing(one.start)?.end ?? rest.end) < rest.start;
  const candidates = quantities
    .slice(Math.max(0, index - 2 * mostBetween), index)
    .filter((one) => one.start >= finished.start - 320 && one.end <= finished.start && alike(one) && !aside(one));
  // «Kiểm sát 540 tin báo; đã giải quyết 486 tin báo, còn lại 54 tin báo»: the only figure before is the whole.
  const named = candidates.findLastIndex((one) => received.test(text.slice(Math.max(0, one.start - 70), one.start)));
  const near = (one: Quantity) =>
    Math.min(one.value, finished.value + rest.value) / Math.max(one.value, finished.value + rest.value) >= 0.8;
  const at = named === -1 && candidates.length === 1 && near(candidates[0]!) ? 0 : named;
  const whole = candidates[at];
  if (whole === undefined || sentencesBetween(text, whole.end, finished.start) > 1 || whole.value < rest.value)
    return null;
  const rests = [rest];
  for (const next of quantities.slice(index + 1, index + 4)) {
    if (!alike(next) || !isLeft(text, next) || !/^[^.;]{0,60}$/u.test(text.slice(rests.at(-1)!.end, next.start))) break;
    rests.push(next);
  }
  const deeds = [...candidates.slice(at + 1), finished];
  const sum = (of: readonly Quantity[]) => [...of, ...rests].reduce((all, one) => all + one.value, 0);
  // Of several deeds the figures show which are meant; where none fits, nothing is claimed.
  const chosen = deeds.map((_, from) => deeds.slice(from)).find((some) => sum(some) === whole.value);
  if (chosen === undefined && deeds.length > 1) return null;
  return {
    total: whole,
    parts: [...(chosen ?? deeds).map((one) => partOf(one, 'đã xong')), ...rests.map((one) => partOf(one, 'còn lại'))],
    opener: 'remainder',
    closure: 'full',
    uncountedRest: false,
    rivals: candidates.filter((one) => one !== whole && !deeds.includes(one)),
    unclear: sentencesBetween(text, whole.end, finished.start) > 0,
    start: whole.start,
    end: rests.at(-1)!.nounEnd,
  };
}

function partOf(quantity: Quantity, label: string) {
  return { quantity, start: quantity.start, end: quantity.nounEnd, label };
}

/** «giải quyết 25/27 ý kiến, còn 02 ý kiến»: the whole stands under the stroke. */
function ofFraction(finished: Quantity, rest: Quantity): PartWhole {
  const whole: Quantity = { ...finished, ...finished.denominator!, unit: 1, denominator: null };
  return {
    total: whole,
    parts: [{ ...partOf(finished, 'đã xong'), end: finished.end }, partOf(rest, 'còn lại')],
    opener: 'remainder',
    closure: 'full',
    uncountedRest: false,
    rivals: [],
    unclear: false,
    start: finished.start,
    end: rest.nounEnd,
  };
}

function sentencesBetween(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/[.!?] /g)?.length ?? 0;
}
