import { sameThing } from './divisions.ts';
import type { Quantity } from './quantities.ts';
import type { Range } from './sentences.ts';

export interface Part {
  quantity: Quantity;
  /** The item from its first word to its last, without separators. */
  start: number;
  end: number;
  /** Its words without figures, in small letters. */
  label: string;
}

export interface Items {
  parts: Part[];
  /** «a, b và c»: the last item is announced. */
  closedByAnd: boolean;
  /** An item without a figure, or «còn lại là …»: part of the whole is not counted. */
  uncountedRest: boolean;
  unclear: boolean;
  /** Further figures in the items, which may be parts as well: «17 khiển trách; 2 cảnh cáo và khai trừ 1 trường hợp». */
  spare: Quantity[];
  /** The first item is counted in another measure than the whole. */
  opensWithOther: boolean;
  end: number;
}

/** Before a figure that compares or values instead of counting a part: «tăng 5 cuộc», «đạt 100», «trị giá 35 triệu». */
const noPart =
  /(?:^|\P{L})(?:tăng(?! gia| cường)|giảm(?! nghèo| nhẹ| sát)|so với|cùng kỳ|vượt(?! biên| đèn)|(?<=^\P{L}*(?:\p{L}+ )?)đạt|chiếm(?! đoạt| dụng| giữ| hữu)|(?<=^\P{L}*)bằng(?! khen| sáng| lái)|tỷ lệ|tỉ lệ|tương đương|bình quân|trị giá|mỗi|kế hoạch(?! hóa)|cao hơn|thấp hơn|nhiều hơn|ít hơn)[\p{L} ,:]{0,14}$/u;
/** «gồm Chủ nhiệm, 02 Phó Chủ nhiệm và 04 Ủy viên»: the one at the head has no figure. */
const officeFirst =
  /^[\s:,]*(?:đồng chí |đ\/c )?(?:phó )?(?:chủ|bí|trưởng|giám|hiệu|viện|chánh|tổ|chi cục|thường|ban)(?: ?\p{L}+){1,4}(?:,| và )/u;
/** What opens with these and counts other things is told of the whole, no further part: «…, của 214 chủ thể». */
const aside =
  /^[\s,]*(?:và )?(?:của|tại|cho|với|từ|thuộc|nhằm|để|qua|theo|ở|trên|đã|đang|được|bắt|thu|làm|trị giá|tổ chức|tiến hành|phối hợp|ban hành|triển khai|thực hiện|vận động|phát hiện|xử phạt|kiến nghị|có)(?!\p{L})/u;
/** «…, đưa tổng số đảng viên toàn Đảng bộ đạt 74.108», «…; cùng kỳ quý III năm 2022 tiếp 98 lượt»: what comes of it, or was. */
const outcome =
  /^[\s,]*(?:(?:qua đó |từ đó |và )?(?:đưa|nâng) |(?:so với )?(?:cùng kỳ|cùng thời điểm|năm (?:trước|ngoái)(?! chuyển))(?!\p{L}))/u;
/** «Hà Nội và Hưng Yên mỗi nơi 8 ca»: items that share a figure. */
const each = /(?:^|\P{L})mỗi (?:nơi|bên|loại|\p{L}+(?: \p{L}+)? có) ?\d/u;
/** «Hòa Bình116ha»: a figure that hangs on its name. */
const glued = /\p{L}\d{2,}/u;
/** Words of a list that is not complete, or whose last item has no figure. */
const rest = /còn lại(?! ?(?:là )?\d)|v\.v|chủ yếu|tiêu biểu|nổi bật|điển hình|như:|\.\.\.|…/;

/**
 * The items of a list and the figure that counts each. Items are parted by «;» where there is one, else by «,» and «và».
 * `depth` is 0 for characters outside parentheses nested in the list.
 */
export function splitItems(
  text: string,
  range: Range,
  quantities: readonly Quantity[],
  nested: readonly Range[],
  measure: Quantity['measure'],
  noun: string,
): Items {
  const outer = blank(text.slice(range.start, range.end), nested, range.start);
  const counts = quantities.filter(
    (one) => one.start >= range.start && one.end <= range.end && outer[one.start - range.start] !== '\uFFFF',
  );
  const pieces = outer.includes(';')
    ? bySemicolon(outer, range.start, counts, measure)
    : byComma(outer, range.start, counts, measure, noun);
  const parts: Part[] = [];
  let unclear = false;
  let opensWithOther = false;
  let uncountedRest = rest.test(outer) || officeFirst.test(outer) || each.test(outer) || glued.test(outer);
  const spare: Quantity[] = [];
  for (const piece of pieces.ranges) {
    const own = counts.filter((one) => one.start >= piece.start && one.end <= piece.end && one.measure === measure);
    const telling = own.filter((one) => {
      const before = outer.slice(piece.start - range.start, one.start - range.start);
      return !one.relative && !one.compared && !outcome.test(before) && (!noPart.test(before) || isGrade(before, one));
    });
    const words = outer
      .slice(piece.start - range.start, piece.end - range.start)
      .replace(/\P{L}+/gu, ' ')
      .trim();
    // «hạ tầng số 15»: digits that were not understood may be the figure of an item.
    if (hasOtherDigits(outer, piece, range.start, counts)) unclear = true;
    if (telling.length === 0) {
      if (piece === pieces.ranges[0] && own.length === 0) opensWithOther = true;
      // A clause that only values or compares («trị giá 35 triệu đồng») is no item; one without any figure is.
      if (own.length === 0 && /\p{L}{2}/u.test(words)) uncountedRest = true;
      continue;
    }
    const alike = telling.filter((one) => one.noun !== '' && sameThing(one.noun, noun));
    const quantity = alike[0] ?? telling[0]!;
    if (alike.length > 1 || (alike.length === 0 && telling.length > 1) || quantity.denominator !== null) unclear = true;
    parts.push({ quantity, ...piece, label: words });
    spare.push(...telling.filter((one) => one !== quantity));
  }
  return {
    parts,
    closedByAnd: pieces.closedByAnd,
    spare,
    uncountedRest,
    unclear,
    opensWithOther,
    end: pieces.ranges.at(-1)?.end ?? range.start,
  };
}

/** «khá 1.867 em; đạt 287 em»: a grade, where the thing is named again. */
function isGrade(before: string, one: Quantity): boolean {
  return /^(?:chưa )?đạt $/u.test(before) && one.noun !== '' && one.measure === 'count';
}

/** Digits outside the figures that are known, other than years, days and codes. */
function hasOtherDigits(outer: string, piece: Range, offset: number, counts: readonly Quantity[]): boolean {
  for (const match of outer
    .slice(piece.start - offset, piece.end - offset)
    .matchAll(/(?<=\p{Ll} )\d{1,4}(?=[,;]|$)/gu)) {
    const at = piece.start + match.index;
    if (!counts.some((one) => one.start <= at && at < one.end)) return true;
  }
  return false;
}

/** The text with everything inside nested parentheses struck out, same length. */
function blank(text: string, nested: readonly Range[], offset: number): string {
  let outer = '';
  let at = 0;
  for (const { start, end } of nested) {
    if (start - offset < at) continue;
    outer += text.slice(at, start - offset) + '\uFFFF'.repeat(end - start);
    at = end - offset;
  }
  return outer + text.slice(at);
}

function bySemicolon(
  outer: string,
  offset: number,
  counts: readonly Quantity[],
  measure: Quantity['measure'],
): { ranges: Range[]; closedByAnd: boolean } {
  const ranges: Range[] = [];
  let from = 0;
  for (let at = 0; at <= outer.length; at++) {
    if (at < outer.length && outer[at] !== ';') continue;
    const and = at === outer.length ? lastAnd(outer, from, offset, counts, measure) : -1;
    if (and !== -1) {
      push(ranges, outer, from, and, offset);
      from = and + 4;
    }
    push(ranges, outer, from, at, offset);
    from = at + 1;
  }
  return { ranges, closedByAnd: false };
}

/** «…; nhà ở 6,95 tỷ đồng và thủy sản 4 tỷ đồng»: where the last two items are parted by «và»; -1 where they are not. */
function lastAnd(
  outer: string,
  from: number,
  offset: number,
  counts: readonly Quantity[],
  measure: Quantity['measure'],
): number {
  const own = counts.filter((one) => one.start - offset >= from && one.measure === measure && !one.relative);
  const [one, other] = own;
  if (own.length !== 2 || one!.noun === '' || other!.noun === '' || !sameThing(one!.noun, other!.noun)) return -1;
  const gap = outer.slice(one!.end - offset, other!.start - offset);
  return /^(?: \p{L}+){1,4} và(?: \p{L}+){0,8} $/u.test(gap) ? one!.end - offset + gap.lastIndexOf(' và ') : -1;
}

/**
 * One item per figure; a figure that no comma or «và» parts from the one before belongs to the same item («113 đoàn với
 * 108 vụ việc»). After «và» the list is over, unless it stands in the name of an item («dân sự 142 vụ, hôn nhân và gia
 * đình 301 vụ, lao động 05 vụ»). An aside that counts other things ends it too.
 */
function byComma(
  outer: string,
  offset: number,
  counts: readonly Quantity[],
  measure: Quantity['measure'],
  noun: string,
): { ranges: Range[]; closedByAnd: boolean } {
  const ranges: Range[] = [];
  let from = 0;
  let closedByAnd = false;
  const own = counts.filter((one) => one.measure === measure);
  const known = (one: Quantity, before: number) =>
    one.noun === '' || [{ noun }, ...own.slice(0, before)].some((other) => sameThing(one.noun, other.noun));
  for (let index = 0; index < own.length; index++) {
    const end = own[index]!.end - offset;
    const next = own[index + 1];
    const gap = outer.slice(end, next === undefined ? outer.length : next.start - offset);
    const comma = gap.lastIndexOf(',');
    const and = Math.max(gap.lastIndexOf(' và '), gap.lastIndexOf(' cùng với '));
    if (next === undefined) {
      const stop = gap.search(/[,.]/);
      push(ranges, outer, from, stop === -1 ? outer.length : end + stop, offset);
      break;
    }
    if (comma === -1 && and === -1) continue;
    // «…, hôn nhân và gia đình 301 vụ»: the comma parts the items.
    const inName =
      comma !== -1 && /\p{L}/u.test(gap.slice(comma, Math.max(and, comma))) && /\p{L}/u.test(gap.slice(and + 4));
    const cut = inName ? comma : Math.max(comma, and);
    const isLast = and > comma && !inName;
    const ends = !known(next, index + 1) && aside.test(gap.slice(cut));
    const first = closedByAnd || ends ? Math.min(...[comma, and].filter((at) => at !== -1)) : cut;
    push(ranges, outer, from, end + first, offset);
    if (ends || (closedByAnd && !goesOn(next, own[index]!))) break;
    closedByAnd = isLast;
    from = end + cut + (isLast ? 4 : 1);
  }
  return { ranges, closedByAnd };

  /** The figure behind the one that «và» had brought counts the very same, as a part: «…, 17 vụ và 05 vụ, 03 vụ». */
  function goesOn(next: Quantity, last: Quantity): boolean {
    return next.noun !== '' && next.noun === last.noun && sameThing(next.noun, noun);
  }
}

function push(ranges: Range[], outer: string, from: number, to: number, offset: number): void {
  let start = from;
  let end = to;
  while (start < end && /[\s,;:.(\uFFFF-]/.test(outer.charAt(start))) start++;
  while (end > start && /[\s,;:.\uFFFF]/.test(outer.charAt(end - 1))) end--;
  if (end > start) ranges.push({ start: start + offset, end: end + offset });
}
