import type { Block } from '../../schemas/document.ts';
import { Brackets, within } from '../part-whole/brackets.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { lower } from '../text/fold.ts';

/** A count with the things it counts named behind it. */
export interface CountedList {
  quantity: Quantity;
  /** As few and as many items as the marks between them allow: «Quận ủy A, B; Huyện ủy C» is two or three. */
  fewest: number;
  most: number;
  items: { block: string; start: number; end: number }[];
  /** Proper names, each an item of its own. */
  names: boolean;
  /** Items in small letters between commas, where one may hold two. */
  looseItems: boolean;
  /** Items stand one a line under the count. */
  ownLines: boolean;
  /** «như …», «v.v.»: not all are named. */
  open: boolean;
}

/** More than this is told by a table, not by a list in a sentence. */
const mostCounted = 40;
const longestList = 2500;
/** A grade or a time, which counts nothing: «được công nhận 3 sao:», «trong năm 2023:». */
const passing = '(?<!\\d)(?:\\d sao|(?:năm|tháng|quý|đợt|cấp độ|mức độ|hạng|loại|cấp) \\d{1,4}(?!\\d))';
const overPassing = new RegExp(`^(?:[^.;:()\\d]|${passing}){0,90}?:\\s*`, 'u');
const listOpener = /^[^.;:()\d]{0,90}?(?::|(?<!\p{L})(?:là|gồm|bao gồm|cụ thể|như sau)(?!\p{L}):?)\s*/u;
const openList =
  /(?:^|\P{L})(?:như(?! sau)|trong đó|chủ yếu|tiêu biểu|điển hình|nhất là|nổi bật)(?:\P{L}|$)|v\.v|\.\.\.|…/u;
const marker = /^([-–+*•]|\(?[a-zđ][.)]|\(?\d{1,2}[.)])\s*/u;

export function countedLists(blocks: readonly Block[], index: number, quantities: readonly Quantity[]): CountedList[] {
  const block = blocks[index]!;
  const text = lower(block.text);
  const brackets = new Brackets(block.text);
  const lists: CountedList[] = [];
  quantities.forEach((quantity, at) => {
    if (!isCount(quantity)) return;
    const list =
      inBrackets(block, text, quantity, brackets, quantities) ??
      inSentence(block, text, quantity, quantities, at) ??
      below(blocks, index, quantity, text);
    if (list !== null) lists.push(list);
  });
  return lists;
}

function isCount(one: Quantity): boolean {
  const whole = Number.isInteger(one.value) && one.value >= 1 && one.value <= mostCounted && one.unit === 1;
  return (
    whole &&
    one.measure === 'count' &&
    one.noun !== '' &&
    // «4 sao» is a grade.
    !/^sao(?: |$)/.test(one.noun) &&
    one.denominator === null &&
    one.qualifier === null &&
    !one.relative
  );
}

/** «04 tổ dân phố (Hiển Văn, Nho Lâm, Hòa Thạnh, An Thường)». */
function inBrackets(
  block: Block,
  text: string,
  quantity: Quantity,
  brackets: Brackets,
  quantities: readonly Quantity[],
): CountedList | null {
  const gap = text.slice(quantity.nounEnd, quantity.nounEnd + 61).indexOf('(');
  const open = quantity.nounEnd + gap;
  const close = gap === -1 ? null : brackets.closing(open);
  if (close === null || close - open > longestList || /[\d.,;:]/.test(text.slice(quantity.nounEnd, open))) return null;
  const inside = { start: open + 1, end: close };
  const quoted = strikeOutQuotes(block.text.slice(open + 1, close));
  // «“Gian hàng 0 đồng”» counts nothing.
  const figures = within(quantities, open, close).filter((one) => quoted.charAt(one.start - open - 1) !== '_');
  const list = listIn(block, text, quantity, inside);
  if (list === null) return null;
  if (figures.length > 0 && countsParts(text.slice(open, close), figures, quantity, open)) return null;
  return list;
}

/**
 * Do the figures in parentheses count the parts («07 quận; 08 huyện»), or does each item merely have one («góp ý dự thảo
 * Luật Đất đai 05 cuộc; …»)?
 */
function countsParts(text: string, figures: readonly Quantity[], quantity: Quantity, offset: number): boolean {
  if (!text.includes(';') || figures.some((one) => sameNoun(one, quantity))) return true;
  if (figures.reduce((sum, one) => sum + one.value, 0) === quantity.value) return true;
  return figures.some((one) => {
    const from = text.lastIndexOf(';', one.start - offset - 1) + 1;
    return (
      text
        .slice(from, one.start - offset)
        .trim()
        .split(/\s+/).length <= 5
    );
  });
}

function sameNoun(a: Quantity, b: Quantity): boolean {
  return a.noun === '' || a.noun.split(' ')[0] === b.noun.split(' ')[0];
}

/** «ba hình thức là …; … và …», «05 địa phương là: Quận ủy …». */
function inSentence(
  block: Block,
  text: string,
  quantity: Quantity,
  quantities: readonly Quantity[],
  at: number,
): CountedList | null {
  const behind = text.slice(quantity.nounEnd, quantity.nounEnd + 130);
  const after = listOpener.exec(behind) ?? overPassing.exec(behind);
  if (after === null) return null;
  const start = quantity.nounEnd + after[0].length;
  const limit = Math.min(text.length, start + longestList);
  const stop = text.slice(start, limit).search(/\.(?:\s|$)|\n/);
  if (stop === -1 && limit < text.length) return null;
  const end = stop === -1 ? limit : start + stop;
  const next = quantities.slice(at + 1, at + 5).find((one) => one.start >= start);
  if (next !== undefined && next.start < end) return null;
  return listIn(block, text, quantity, { start, end });
}

function listIn(
  block: Block,
  text: string,
  quantity: Quantity,
  range: { start: number; end: number },
): CountedList | null {
  const inside = strikeOutQuotes(text.slice(range.start, range.end));
  if (inside.trim().length < 3 || inside.length > longestList) return null;
  const semicolons = split(inside, /;/g);
  const all = split(inside, /;|,| và (?=\S)/g);
  if (all.length < 2) return null;
  const bare = block.text.slice(range.start, range.end);
  const names = all.every(({ start, end }) => isName(bare.slice(start, end)));
  const bySemicolon = semicolons.length > 1;
  // Long clauses between commas are one description, not items.
  if (!bySemicolon && !names && all.some(({ start, end }) => end - start > 60)) return null;
  const ranges = bySemicolon && !names ? semicolons : all;
  const closedByAnd = bySemicolon && / và [^;]*$/.test(inside);
  return {
    quantity,
    fewest: bySemicolon && !names ? semicolons.length : all.length - (/ và /.test(inside) && !names ? 1 : 0),
    most: bySemicolon && !names ? semicolons.length + (closedByAnd ? 1 : 0) : all.length,
    items: ranges.map(({ start, end }) => ({ block: block.id, start: range.start + start, end: range.start + end })),
    names,
    looseItems: !names && !bySemicolon && !all.every(({ start, end }) => endsInName(bare.slice(start, end))),
    ownLines: false,
    open: openList.test(inside) || openList.test(text.slice(quantity.end, range.start)),
  };
}

/** Commas inside quotation marks part no items: «“Đổi mới phương thức, nâng cao chất lượng”». */
function strikeOutQuotes(text: string): string {
  return text.replace(/[“"][^”"]{0,300}[”"]|\([^()]{0,300}\)/g, (quoted) => '_'.repeat(quoted.length));
}

function split(text: string, separator: RegExp): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let from = 0;
  const push = (to: number) => {
    let start = from;
    let end = to;
    while (start < end && /[\s,;:.-]/.test(text.charAt(start))) start++;
    while (end > start && /[\s,;:.]/.test(text.charAt(end - 1))) end--;
    if (end > start) ranges.push({ start, end });
  };
  for (const match of text.matchAll(separator)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(text.length);
  return ranges;
}

const placeName =
  /^(?:(?:xã|phường|thị trấn|quận|huyện|thôn|xóm|bản|ấp|buôn|làng|khóm|khối|khu phố|tổ dân phố|thành phố|thị xã|tỉnh|các|đồng chí|đ\/c|ông|bà|chi bộ|trường)\s)?[“"]?\p{Lu}/u;

/** «Hiển Văn», «Quận ủy Hồng Bàng», «phường Nghĩa Xá»: short, with a capital in it. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length <= 6 && placeName.test(text.trim()) && /^\P{N}*$/u.test(text);
}

/** «mật ong Bái Sơn», «gạo nếp Đông Lĩnh»: a thing and where it is from. */
function endsInName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length >= 2 && words.length <= 6 && /^\p{Ll}.*\s\p{Lu}\p{Ll}+$/u.test(text.trim());
}

/** «03 nhiệm vụ sau:» over items opened by the same mark, one a line. */
function below(blocks: readonly Block[], index: number, quantity: Quantity, text: string): CountedList | null {
  if (text.length - quantity.nounEnd > 100) return null;
  const after = text.slice(quantity.nounEnd);
  if (!/(?::|như sau[:.]?|sau đây[:.]?)\s?$/u.test(after) || /[.;]\s/.test(after)) return null;
  const items: CountedList['items'] = [];
  let mark: string | null = null;
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.kind === 'footnote' || block.kind === 'page-footer') continue;
    const own = kindOfMark(block.text);
    if (block.kind === 'heading' || own === null || own === kindOfMark(text) || (mark !== null && own !== mark)) break;
    mark = own;
    items.push({ block: block.id, start: 0, end: Math.min(block.text.length, 120) });
  }
  if (items.length < 2) return null;
  return {
    quantity,
    fewest: items.length,
    most: items.length,
    items,
    names: false,
    looseItems: false,
    ownLines: true,
    open: openList.test(text.slice(quantity.nounEnd)),
  };
}

function kindOfMark(text: string): string | null {
  const mark = marker.exec(text)?.[1];
  if (mark === undefined) return null;
  return /\d/.test(mark) ? '1' : /\p{L}/u.test(mark) ? 'a' : mark;
}
