import { lower } from '../text/fold.ts';
import { Brackets, lowerBound } from './brackets.ts';
import { sameThing } from './divisions.ts';
import type { PartWhole } from './part-whole.ts';
import type { Quantity } from './quantities.ts';

/** «…, còn 01 đơn đang giải quyết», «…, còn lại 03 nội dung»: what is left of something told before. */
const left = /(?:^|[,;.] |\s)còn(?: lại| phải \p{L}+(?: \p{L}+)?)?(?: là)? $/u;
/** «24 xã còn lại»: the same, behind the figure. */
const leftBehind = /^(?: \p{L}+){1,3} còn lại(?!\p{L})/u;
/** «kết quả 10/12 chỉ tiêu hoàn thành, 02 chỉ tiêu chưa hoàn thành»: of a fraction the rest may just be named. */
const notDone = /^(?: \p{L}+){1,3} (?:chưa(?! \p{L}+ \d)|đang|không) (?:\p{L}+)/u;
/** «đang giải quyết 38 đơn», «chưa xử lý 09 đơn»: left as well, where something was done before it. */
const open =
  /(?:^|[,;.] |\s|\()(?:đang(?: tiếp tục| trong thời hạn)?|chưa(?: được)?|tồn|tồn đọng) ?(?:giải quyết|xem xét|xử lý|thụ lý|thi hành|điều tra|xác minh|hoàn thành|trả lời|thực hiện|xét xử|kiểm tra|thanh tra)?(?: là)? $/u;
/** «hòa giải thành 84 vụ việc …; không thành 13 vụ việc»: what came out well and what did not. */
const failed =
  /(?:^|[,;.] |\s|\()(?:không|chưa) (?:hòa giải )?(?:thành|đạt(?: yêu cầu| chuẩn| tiêu chuẩn)?|hoàn thành|chấp nhận|bảo đảm|đảm bảo)(?: là)? $/u;
const done =
  /(?:đã|giải quyết|xử lý|hoàn thành|trả lời|thi hành|xét xử|xong|trả kết quả|đình chỉ|truy tố|kết thúc|trả hồ sơ|chuyển|đạt|thành)[^\d.;]{0,60}$/u;
const doneBehind =
  /^(?:, \p{L}+ \p{L}+)?[^\d.;,()]{0,16}(?:đã|được)(?: được)? (?:giải quyết|xử lý|trả lời|xem xét|hoàn thành|thi hành)/u;
/** Figures between a whole and what is left of it. */
const mostBetween = 8;
/** How a whole is told that is then dealt with in part. */
const received =
  /(?:(?:tiếp nhận|nhận được|nhận|thụ lý|phát sinh|tổng số|có|tiếp|thu|lập|thuộc thẩm quyền|đủ điều kiện|kiểm tra|hòa giải|khảo sát|xét nghiệm|thẩm định)[^\d.;]{0,60}|(?:^|[\s(])trong(?: số| tổng số)? )$/u;
/** «115 vụ/198 bị cáo»: both counts have the words before the first. */
const partner = /\d[\d.]*(?: \p{L}+){1,3} ?\/ ?$/u;

/**
 * «tiếp nhận 12 đơn … Đã giải quyết 11 đơn, còn 01 đơn»: done and left make up what came in, told in the same sentence or
 * one of the two before it. The `items` of lists («giải quyết 180 tin, gồm khởi tố 124 tin, …; còn 18 tin») are no deeds.
 */
export function findRemainders(
  text: string,
  quantities: readonly Quantity[],
  items: ReadonlySet<Quantity>,
): PartWhole[] {
  if (!/còn|đang|chưa|tồn|không/i.test(text)) return [];
  const small = lower(text);
  const brackets = new Brackets(text);
  const found: PartWhole[] = [];
  const deeds = quantities.filter((one) => !items.has(one) && !one.compared);
  deeds.forEach((rest, index) => {
    if (index < 1 || rest.noun === '') return;
    const ofFractionOnly = !isLeft(small, rest);
    if (ofFractionOnly && !notDone.test(small.slice(rest.end, rest.end + 48))) return;
    const alike = (one: Quantity) => one.measure === rest.measure && one.noun !== '' && sameThing(one.noun, rest.noun);
    const before = deeds.slice(Math.max(0, index - mostBetween), index).findLast(alike);
    const at = lowerBound(quantities, rest.start);
    const last = quantities.slice(Math.max(0, at - 4 * mostBetween), at).findLast(alike);
    if (before === undefined || last === undefined) return;
    if (ofFractionOnly && before.denominator === null && !done.test(wordsBefore(small, before, 60))) return;
    // «…, xét xử 88 vụ. Còn lại 35 vụ.»
    const gap = small.slice(last.denominator?.end ?? last.end, rest.start).replace(/\. (?=còn lại (?:là )?$)/u, ', ');
    if (!isLeftBehind(small, rest) && !/^[^.;]{0,90}(?:;[^.;]{0,40})?$/u.test(gap)) return;
    if (before === last || before.denominator !== null) {
      const isOpen = !left.test(wordsBefore(small, rest, 36)) && !isLeftBehind(small, rest) && !ofFractionOnly;
      if (isOpen && !done.test(wordsBefore(small, before, 60))) return;
    }
    if (before.denominator !== null) {
      found.push(ofFraction(before, rest));
      return;
    }
    const one = remainderOf(small, deeds, index, before, brackets);
    if (one !== null) found.push(one);
  });
  return found;
}

function wordsBefore(text: string, { start }: Quantity, reach: number): string {
  return text
    .slice(Math.max(0, start - reach - 24), start)
    .replace(partner, '')
    .slice(-reach);
}

function isLeft(text: string, one: Quantity): boolean {
  const before = wordsBefore(text, one, 36);
  return left.test(before) || open.test(before) || failed.test(before) || isLeftBehind(text, one);
}

function isLeftBehind(text: string, { end }: Quantity): boolean {
  return leftBehind.test(text.slice(end, end + 40));
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
  // «109 ý kiến đã được giải quyết, 14 ý kiến chưa được giải quyết, còn 16 ý kiến …»: done as well, and no whole.
  const isDone = (one: Quantity) => doneBehind.test(text.slice(one.nounEnd, one.nounEnd + 50));
  const candidates = quantities
    .slice(Math.max(0, index - 3 * mostBetween), index)
    .filter(
      (one) =>
        one.start >= finished.start - 420 && one.end <= finished.start && alike(one) && !aside(one) && !isDone(one),
    );
  // «Kiểm sát 540 tin báo; đã giải quyết 486 tin báo, còn lại 54 tin báo»: the only figure before is the whole.
  const named = candidates.findLastIndex((one) => received.test(wordsBefore(text, one, 70)));
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
  // Of several deeds the figures show which are meant; where none fits, those told side by side, if they come near.
  const chosen = deeds.map((_, from) => deeds.slice(from)).find((some) => sum(some) === whole.value);
  const sideBySide =
    deeds.every((one) => done.test(wordsBefore(text, one, 60))) &&
    sentencesBetween(text, deeds[0]!.end, rest.start) === 0;
  const isNear = Math.min(whole.value, sum(deeds)) / Math.max(whole.value, sum(deeds)) >= 0.8;
  if (chosen === undefined && deeds.length > 1 && !(sideBySide && isNear)) return null;
  return {
    total: whole,
    parts: [...(chosen ?? deeds).map((one) => partOf(one, 'đã xong')), ...rests.map((one) => partOf(one, 'còn lại'))],
    opener: 'remainder',
    closure: 'full',
    spare: [],
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
    spare: [],
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
