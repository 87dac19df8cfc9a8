import { fillerAt, is, verbAt } from './grammar.ts';
import type { Token } from './tokens.ts';

/** Words behind a figure that still say what it counts. */
const longestModifier = 24;

/** A dash between blanks parts; the one in «chính trị - xã hội» does not. */
export function isDash(tokens: readonly Token[], index: number): boolean {
  const { key } = tokens[index]!;
  if (key !== '-' && key !== '–' && key !== '+' && key !== '•') return false;
  const next = tokens[index + 1];
  const last = tokens[index - 1];
  const inside =
    last?.kind === 'word' && next?.kind === 'word' && !tokens[index]!.opens && (!next.capital || last.capital);
  return !inside;
}

/** The end of the words behind a figure that say what it counts. */
export function modifierEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  while (end < tokens.length && end - from < longestModifier) {
    if (endsAt(tokens, end)) break;
    const { kind, key, quoted } = tokens[end]!;
    if (quoted) {
      end++;
      continue;
    }
    if (kind === 'time') break;
    if (kind === 'mark' && key === ',') {
      const piece = enumerated(tokens, end + 1);
      if (piece === 0 || (end === from && figureAhead(tokens, end + 1))) break;
      end += 1 + piece;
      continue;
    }
    if (kind === 'word') {
      if (stopsAt(tokens, end)) break;
      if (is.link.lengthAt(tokens, end) > 0 && figureWithin(tokens, end, 5)) break;
      if (is.copula.lengthAt(tokens, end) > 0 && (tokens[end + 1]?.capital ?? true)) break;
      if (is.and.lengthAt(tokens, end) > 0 && verbAt(tokens, end + 1) + is.adverb.lengthAt(tokens, end + 1) > 0) break;
    }
    end++;
  }
  return withoutTail(tokens, from, end);
}

/** «đạt», «chiếm» before a figure; not the end of «lấn chiếm», nor «đạt chuẩn», nor «02 chỉ tiêu không đạt». */
function stopsAt(tokens: readonly Token[], at: number): boolean {
  return (
    is.stop.lengthAt(tokens, at) > 0 &&
    (verbAt(tokens, at) === 0 || figureWithin(tokens, at, 6)) &&
    is.standard.lengthAt(tokens, at) === 0 &&
    is.term.lengthBefore(tokens, at + 1) < 2
  );
}

/** Behind a share comes a whole clause: «100% các xã, phường có mô hình …». */
export function shareEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  let verbSeen = false;
  while (end < tokens.length && end - from < longestModifier + 8) {
    if (endsAt(tokens, end)) break;
    const { kind, key, quoted } = tokens[end]!;
    if (!quoted) {
      // «tăng 9,6% so với năm 2022»
      if (kind === 'time') return is.base.lengthAt(tokens, from) > 0 ? end + 1 : withoutTail(tokens, from, end);
      if (kind === 'mark' && key === ',') {
        const piece = enumerated(tokens, end + 1);
        if (piece === 0 && (verbSeen || end === from || !goesOn(tokens, end + 1))) break;
        end += 1 + piece;
        continue;
      }
      const stops = stopsAt(tokens, end);
      // «90% chi bộ hoàn thành tốt nhiệm vụ»: a deed tells what they did, unless a figure follows.
      if (end > from && stops && (verbAt(tokens, end) === 0 || figureWithin(tokens, end, 4))) break;
      if (is.link.lengthAt(tokens, end) > 0 && figureWithin(tokens, end, 4)) break;
      verbSeen ||= end > from && (is.adverb.lengthAt(tokens, end) > 0 || verbAt(tokens, end) > 0);
    }
    end++;
  }
  return withoutTail(tokens, from, end);
}

/** «100% người đứng đầu cấp ủy, chính quyền các cấp đối thoại …»: the subject is not told yet. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === 'word' &&
    !token.capital &&
    is.stop.lengthAt(tokens, at) === 0 &&
    fillerAt(tokens, at) === 0 &&
    !figureWithin(tokens, at, 8)
  );
}

function endsAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.opens || token.kind === 'figure') return true;
  if (token.kind !== 'mark' || token.quoted) return false;
  return /^[;:()…/*]$/u.test(token.key) || token.key === '.' || isDash(tokens, at);
}

/** «khiếu nại, tố cáo, kiến nghị», «xã, phường»: short nouns that go on with a list; their number of tokens. */
function enumerated(tokens: readonly Token[], at: number): number {
  if (is.stop.lengthAt(tokens, at) + fillerAt(tokens, at) + is.quantity.lengthAt(tokens, at) > 0) return 0;
  // «văn bản lãnh đạo, chỉ đạo tổ chức thực hiện …»
  const verb = verbAt(tokens, at);
  if (verb > 0 && is.verb.lengthBefore(tokens, at - 1) > 0 && !figureAhead(tokens, at)) return verb;
  // «12 mô hình, hỗ trợ vốn cho 5 hộ»: a deed with a figure of its own is no item of the list.
  if (verb > 0 && figureWithin(tokens, at, longestModifier)) return 0;
  let size = 0;
  while (size <= longestItem) {
    const token = tokens[at + size];
    if (token?.kind !== 'word' || token.capital || token.quoted || token.opens) break;
    if (size > 0 && is.listCloser.lengthAt(tokens, at + size) > 0) break;
    size++;
  }
  if (size === 0 || size > longestItem) return 0;
  const next = tokens[at + size];
  if (next === undefined || next.opens) return size;
  if (next.kind === 'mark') return /^[,;.)(]$/.test(next.key) ? size : 0;
  // «phòng, chống dịch COVID-19»
  if (next.kind === 'word' && next.capital && !next.quoted) return size;
  return next.kind === 'word' && is.listCloser.lengthAt(tokens, at + size) > 0 ? size : 0;
}
const longestItem = 5;

/** Does another figure follow in the segment, commas or not? */
function figureAhead(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + longestModifier); at++) {
    const { kind, key, opens } = tokens[at]!;
    if (opens || (kind === 'mark' && /^[;.()]$/.test(key))) return false;
    if (kind === 'figure') return true;
  }
  return false;
}

function figureWithin(tokens: readonly Token[], at: number, reach: number): boolean {
  for (let index = at + 1; index <= at + reach && index < tokens.length; index++) {
    const { kind, opens } = tokens[index]!;
    if (opens || kind === 'mark') return false;
    if (kind === 'figure') return true;
  }
  return false;
}

function withoutTail(tokens: readonly Token[], from: number, end: number): number {
  let last = end;
  for (;;) {
    const size = is.term.lengthBefore(tokens, last, from) > 0 ? 0 : is.dangling.lengthBefore(tokens, last, from);
    const mark = last > from && tokens[last - 1]!.kind === 'mark' && !/^[”"]$/u.test(tokens[last - 1]!.key) ? 1 : 0;
    if (size + mark === 0) return last;
    last -= size || mark;
  }
}
