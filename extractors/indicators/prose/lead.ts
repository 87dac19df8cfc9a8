import { is } from './grammar.ts';
import type { Token } from './tokens.ts';

/** The words before a figure, sorted out. Each part is a list of tokens, perhaps empty. */
export interface Lead {
  /** Who acts: «Công an thành phố» of «Công an thành phố đã tiếp nhận 12 tin». */
  subject: Token[];
  /** What was done or what is told of, without who did it and without words that only count. */
  told: Token[];
  /** `told` is nothing but verbs: «tiếp nhận và giải quyết». */
  isVerb: boolean;
  /** `told` names the figure itself: «tổng số người tham dự», «tỷ lệ hộ nghèo». */
  isName: boolean;
  /** Hangs on the figure before: «với», «cho», «đối với». */
  linked: boolean;
  /** Where the words that belong to the figure begin in the text; null where there are none. */
  start: number | null;
}

/** Sorts out the words of a lead; `tokens` are those words only, in order. */
export function readLead(tokens: readonly Token[]): Lead {
  const pieces = piecesOf(tokens);
  let first = pieces.length - 1;
  let own = pieces[first] ?? [];
  const linked = isLinked(own);
  while (first > 0 && bare(own).length === 0 && !linked) own = join(pieces[--first]!, own);
  // «Tổng số vụ, việc là 12»
  if (first > 0 && namesAt(bare(pieces[first - 1]!)) && !hasVerb(own)) own = join(pieces[--first]!, own);
  const words = withoutOpeners(own);
  const start = words[0]?.start ?? null;
  const name = nameIn(words);
  if (name !== null) {
    const told = withoutTail(words.slice(name));
    return {
      subject: words.slice(0, name),
      told,
      isVerb: false,
      isName: told.length > 0,
      linked: opensWithLink(own),
      start,
    };
  }
  const split = predicateAt(words);
  const told = bare(words.slice(split));
  return { subject: words.slice(0, split), told, isVerb: isVerbs(told), isName: false, linked, start };
}

/** Parts between commas; those inside a name in quotes do not count. */
function piecesOf(tokens: readonly Token[]): Token[][] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' && token.key === ',' && !token.quoted) pieces.push([]);
    else if (token.kind !== 'time') pieces.at(-1)!.push(token);
  }
  return pieces;
}

function join(a: readonly Token[], b: readonly Token[]): Token[] {
  return [...a, ...b];
}

/** Nothing but a link and words of counting: «với», «cho trên». */
function isLinked(own: readonly Token[]): boolean {
  const size = is.link.lengthAt(own, 0);
  return size > 0 && withoutTail(own.slice(size)).length === 0 && !/^(?:và|có|gồm)$/.test(own[0]!.key);
}

const opensWithLink = (own: readonly Token[]): boolean => /^(?:với|cho|trị|tổng|kinh)$/.test(own[0]?.key ?? '');

function withoutOpeners(tokens: readonly Token[]): Token[] {
  let from = 0;
  for (;;) {
    const mark = tokens[from]?.kind === 'mark' && !/[“"]/u.test(tokens[from]!.key) ? 1 : 0;
    const size = mark || is.opener.lengthAt(tokens, from);
    if (size === 0) return tokens.slice(from);
    from += size;
  }
}

function withoutTail(tokens: readonly Token[]): Token[] {
  let end = tokens.length;
  for (;;) {
    const mark = end > 0 && tokens[end - 1]!.kind === 'mark' && !/^[”"]$/u.test(tokens[end - 1]!.key) ? 1 : 0;
    const size = mark || is.trailing.lengthBefore(tokens, end);
    if (size === 0) return tokens.slice(0, end);
    end -= size;
  }
}

/** Without the words at both ends that only say that something is counted. */
function bare(tokens: readonly Token[]): Token[] {
  let words = withoutTail(tokens);
  for (;;) {
    const size = is.adverb.lengthAt(words, 0) || is.light.lengthAt(words, 0) || is.opener.lengthAt(words, 0);
    if (size === 0) break;
    words = words.slice(size);
  }
  for (;;) {
    const size = is.light.lengthBefore(words, words.length);
    if (size === 0) break;
    words = withoutTail(words.slice(0, words.length - size));
  }
  return words;
}

const namesAt = (tokens: readonly Token[]): boolean => is.quantity.lengthAt(tokens, 0) > 0;

/** Where a name of the figure begins: at the front, behind a place, or right after a link. */
function nameIn(words: readonly Token[]): number | null {
  if (namesAt(words)) return 0;
  for (let at = 1; at < words.length; at++) {
    if (!namesAt(words.slice(at)) || words[at]!.quoted) continue;
    const size = is.quantity.lengthAt(words, at);
    const telling = is.link.lengthBefore(words, at) > 0 || is.light.lengthBefore(words, at) > 0;
    // «Phố Hòa có diện tích tự nhiên», «với tổng kinh phí»; but «hỗ trợ kinh phí» has its verb before it.
    if (telling && withoutTail(words.slice(at + size - 1)).length > 0) return at;
  }
  return null;
}

function hasVerb(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => isPredicate(tokens, at));
}

/** Does the predicate begin here? A noun made of a verb («các tổ chức», «công tác kiểm tra») or a name does not. */
export function isPredicate(tokens: readonly Token[], at: number, from = 0): boolean {
  if (tokens[at]!.quoted) return false;
  if (is.adverb.lengthAt(tokens, at) > 0) return true;
  if (is.verb.lengthAt(tokens, at) === 0 || (tokens[at]!.capital && at > from)) return false;
  return at === from || is.nounMaker.lengthBefore(tokens, at, from) === 0;
}

/** Where what was done begins, behind the one who did it. */
function predicateAt(words: readonly Token[]): number {
  const opens = opensWithBody(words);
  for (let at = opens > 0 ? opens : 1; at < words.length; at++) {
    const sure = is.adverb.lengthAt(words, at) > 0 && /^(?:đã|đang|sẽ)$/.test(words[at]!.key);
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

function isVerbs(words: readonly Token[]): boolean {
  let at = 0;
  while (at < words.length) {
    const size = is.verb.lengthAt(words, at) || is.adverb.lengthAt(words, at) || is.light.lengthAt(words, at);
    if (size > 0) at += size;
    else if (words[at]!.key === 'và' && at > 0) at++;
    else return false;
  }
  return words.length > 0;
}
