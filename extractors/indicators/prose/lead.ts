import { fillerAt, is, verbAt } from './grammar.ts';
import type { Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';

/** The words before a figure, sorted out. Each part is a list of tokens, perhaps empty. */
export interface Lead {
  /** Who acts: «Công an thành phố» of «Công an thành phố đã tiếp nhận 12 tin». */
  subject: Token[];
  /** What was done or what is told of, without who did it and without words that only count. */
  told: Token[];
  /** `told` is nothing but verbs: «tiếp nhận và giải quyết». */
  isVerb: boolean;
  /** The verbs right before the figure: «hiến» of «vận động hội viên hiến 4.500 m² đất». */
  verb: Token[];
  /** `told` names the figure itself: «tổng số người tham dự», «tỷ lệ hộ nghèo». */
  isName: boolean;
  /** Hangs on the figure before: «với», «cho», «đối với». */
  linked: boolean;
  /** Where the words that belong to the figure begin in the text; null where there are none. */
  start: number | null;
}

/** Sorts out the words of a lead; `tokens` are those words only, in order. `unit` are the words of what is counted. */
export function readLead(tokens: readonly Token[], unit: readonly Token[], hangs: boolean): Lead {
  const pieces = piecesOf(tokens.filter(({ kind }) => kind !== 'time'));
  const last = pieces.at(-1)!;
  // «02 đoàn kiểm tra Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW tại 05 địa phương»
  const linked =
    isLinked(last) || (hangs && endsWithTie(last) && !hasPredicate(last) && nameIn(withoutOpeners(last)) === null);
  const own = linked ? last : pieces.slice(firstOf(pieces, unit)).flat();
  const words = isLinked(last) || !linked ? withoutOpeners(own) : [];
  const start = words[0]?.start ?? null;
  const name = nameIn(words);
  if (name !== null) {
    const told = withoutTail(nameOnly(words.slice(name)));
    const tie = is.tie.lengthAt(withoutMarks(own), 0) > 0;
    return {
      subject: words.slice(0, name),
      told,
      isVerb: false,
      verb: [],
      isName: told.length > 0,
      linked: tie,
      start,
    };
  }
  const split = predicateAt(words);
  const predicate = bare(words.slice(split));
  // «so với cùng kỳ giảm 5 vụ» does not say of what.
  const told = is.base.lengthAt(predicate, 0) > 0 ? [] : withoutOrder(predicate);
  const isVerb = isVerbs(told);
  const verb = isVerb ? told : told.slice(verbsFrom(told));
  return { subject: words.slice(0, split), told, isVerb, verb, isName: false, linked, start };
}

/** Parts between commas, each with the comma before it; a comma inside a name in quotes does not part. */
function piecesOf(tokens: readonly Token[]): Token[][] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' && token.key === ',' && !token.quoted) pieces.push([]);
    pieces.at(-1)!.push(token);
  }
  return pieces;
}

/** Nouns or verbs of a list that may stand between a predicate and its figure. */
const longestList = 4;

/**
 * The piece where the words that belong to a figure begin. It is the last one, unless nothing is left of that («…, ước
 * đạt»), it goes on with a list («khám bệnh, chữa bệnh tại»; «giải quyết, xét xử»), or the thing counted is named before
 * it («đơn khiếu nại, tố cáo thuộc thẩm quyền 1.675 đơn»).
 */
function firstOf(pieces: readonly Token[][], unit: readonly Token[]): number {
  let first = pieces.length - 1;
  while (first > 0 && bare(pieces[first]!).length === 0) first--;
  // «Tại Hội nghị, 36/36 đại biểu …» says where, not what.
  if (first < pieces.length - 1 && opensWith(pieces[first]!, is.opener)) return pieces.length - 1;
  const rest = bare(pieces[first]!);
  const parts = opensWith(pieces[first]!, is.opener) || namesAt(rest) || opensWithUnit(rest, unit);
  if (parts || rest.length === 0) return first;
  const nearest = Math.max(0, first - longestList);
  for (let at = first - 1; at >= nearest; at--) if (opensWithUnit(bare(pieces[at]!), unit)) return at;
  const name = nameOfList(pieces, first, nearest);
  if (name !== null) return name;
  if (hasPredicate(rest) && !isVerbs(rest)) return first;
  for (let at = first - 1; at >= nearest; at--) {
    const words = bare(pieces[at]!);
    if (words.length === 0 || opensWith(pieces[at]!, is.opener)) break;
    if (isVerbs(rest))
      return is.verb.lengthBefore(words, words.length) > 0 ? firstOf(pieces.slice(0, at + 1), unit) : first;
    if (namesAt(words) || hasPredicate(words)) return at;
  }
  // «khu vực nông, lâm nghiệp và thủy sản»
  const before = first > 0 ? bare(pieces[first - 1]!) : [];
  const listed = before.length > 0 && before.length <= shortNoun && rest.length <= 2 * shortNoun && !rest[0]!.capital;
  return listed && !hasPredicate(before) ? first - 1 : first;
}
const shortNoun = 3;

/** «Tổng số cán bộ, công chức, viên chức tham gia học tập là …» */
function nameOfList(pieces: readonly Token[][], first: number, nearest: number): number | null {
  for (let at = first - 1; at >= nearest; at--) {
    const words = bare(pieces[at]!);
    if (hasPredicate(words)) return null;
    if (namesAt(words)) return at;
  }
  return null;
}

function opensWithUnit(words: readonly Token[], unit: readonly Token[]): boolean {
  return unit.length > 0 && unit.every(({ key }, at) => words[at]?.key === key);
}

function opensWith(piece: readonly Token[], phrases: Phrases): boolean {
  return phrases.lengthAt(withoutMarks(piece), 0) > 0;
}

function withoutMarks(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ kind, key }) => kind !== 'mark' || /[“"]/u.test(key));
  return from === -1 ? [] : tokens.slice(from);
}

/** Nothing but a tie and words of counting: «với», «cho trên». */
function isLinked(piece: readonly Token[]): boolean {
  const own = withoutMarks(piece);
  const size = is.tie.lengthAt(own, 0);
  return size > 0 && withoutTail(own.slice(size)).length === 0;
}

function endsWithTie(piece: readonly Token[]): boolean {
  return is.tie.lengthBefore(piece, piece.length) > 0 || is.direction.lengthBefore(piece, piece.length) > 0;
}

function withoutOpeners(tokens: readonly Token[]): Token[] {
  let from = 0;
  for (;;) {
    const mark = tokens[from]?.kind === 'mark' && !/[“"]/u.test(tokens[from]!.key) ? 1 : 0;
    const opener = is.opener.lengthAt(tokens, from);
    const size = mark || (verbAt(tokens, from) > opener ? 0 : opener);
    if (size === 0) return tokens.slice(from);
    from += size;
  }
}

function withoutTail(tokens: readonly Token[]): Token[] {
  let end = tokens.length;
  for (;;) {
    const mark = end > 0 && tokens[end - 1]!.kind === 'mark' && !/^[”"]$/u.test(tokens[end - 1]!.key) ? 1 : 0;
    const size = mark || (is.term.lengthBefore(tokens, end) > 0 ? 0 : is.trailing.lengthBefore(tokens, end));
    if (size === 0) return tokens.slice(0, end);
    end -= size;
  }
}

/** Without the words at both ends that only say that something is counted. */
export function bare(tokens: readonly Token[]): Token[] {
  let words = withoutTail(tokens);
  for (;;) {
    const mark = words[0]?.kind === 'mark' && !/[“"]/u.test(words[0].key) ? 1 : 0;
    const manner = is.manner.lengthAt(words, 0);
    const size = mark || (manner > 0 && manner === words.length ? 0 : fillerAt(words, 0));
    if (size === 0) break;
    words = words.slice(size);
  }
  for (;;) {
    const size = is.light.lengthBefore(words, words.length);
    const kept = is.verb.lengthBefore(words, words.length) > size || is.term.lengthBefore(words, words.length) > 0;
    if (size === 0 || kept) break;
    words = withoutTail(words.slice(0, words.length - size));
  }
  return words;
}

/** «thu ngân sách» names a figure, «thu giữ» does not. */
const namesAt = (tokens: readonly Token[]): boolean =>
  is.quantity.lengthAt(tokens, 0) > 0 && is.quantity.lengthAt(tokens, 0) >= verbAt(tokens, 0);

/** Where a name of the figure begins: at the front, behind a place, or right after a link. */
function nameIn(words: readonly Token[]): number | null {
  if (namesAt(words)) return 0;
  for (let at = 1; at < words.length; at++) {
    if (!namesAt(words.slice(at)) || words[at]!.quoted) continue;
    const size = is.quantity.lengthAt(words, at);
    if (is.weakQuantity.lengthAt(words, at) === size && withoutTail(words.slice(at + size)).length === 0) continue;
    const telling = is.link.lengthBefore(words, at) > 0 || is.light.lengthBefore(words, at) > 0;
    // «Phố Hòa có diện tích tự nhiên», «với tổng kinh phí»; but «hỗ trợ kinh phí» has its verb before it.
    if (telling) return at;
  }
  return null;
}

/** «tốc độ tăng trưởng … liên tục đạt mức cao»: how it went is no part of the name. */
function nameOnly(words: readonly Token[]): readonly Token[] {
  const end = words.findIndex(
    (_, at) => at > 0 && is.nameStop.lengthAt(words, at) > 0 && is.standard.lengthAt(words, at) === 0,
  );
  return end === -1 ? words : words.slice(0, end);
}

function hasPredicate(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => isPredicate(tokens, at));
}

/** Does the predicate begin here? A noun made of a verb («các tổ chức», «công tác kiểm tra») or a name does not. */
export function isPredicate(tokens: readonly Token[], at: number, from = 0): boolean {
  if (tokens[at]!.quoted) return false;
  if (is.adverb.lengthAt(tokens, at) > 0) return true;
  const size = verbAt(tokens, at);
  if (size === 0 || (tokens[at]!.capital && at > from) || is.body.lengthAt(tokens, at) > size) return false;
  return at === from || is.nounMaker.lengthBefore(tokens, at, from) === 0;
}

/** «chỉ đạo rà soát 24 đơn vị»: that somebody told them to goes without saying. */
function withoutOrder(words: Token[]): Token[] {
  const size = is.order.lengthAt(words, 0);
  return size > 0 && words.length > size && verbAt(words, size) > 0 ? words.slice(size) : words;
}

/** Where what was done begins, behind the one who did it. */
function predicateAt(words: readonly Token[]): number {
  const opens = opensWithBody(words);
  for (let at = opens > 0 ? opens : 1; at < words.length; at++) {
    const sure = is.tense.lengthAt(words, at) > 0;
    if (sure || (opens > 0 && isPredicate(words, at))) return at;
  }
  return 0;
}

/** Tokens of the name of a body that these words open with; 0 for none. */
export function opensWithBody(words: readonly Token[], from = 0): number {
  const before = is.determiner.lengthAt(words, from);
  const size = is.body.lengthAt(words, from + before);
  if (size > 0) return before + size;
  return is.body.lengthAt(words, from);
}

function verbsFrom(words: readonly Token[]): number {
  let from = words.length;
  for (;;) {
    const size = is.verb.lengthBefore(words, from);
    if (size === 0 || is.nounMaker.lengthBefore(words, from - size) > 0) return from;
    from -= size;
  }
}

function isVerbs(words: readonly Token[]): boolean {
  let at = 0;
  while (at < words.length) {
    const size = verbAt(words, at) || is.adverb.lengthAt(words, at) || is.light.lengthAt(words, at);
    if (size > 0) at += size;
    else if (at > 0 && (words[at]!.key === ',' || is.and.lengthAt(words, at) > 0)) at++;
    else return false;
  }
  return words.length > 0;
}
