import { is } from './grammar.ts';
import { phraseText } from './phrase-text.ts';
import { isPredicate, namedPlaceAt, opensWithBody } from './predicate.ts';
import type { Token } from './tokens.ts';

/** Of whom a block tells, from place to place. */
export class Scopes {
  readonly #changes: { at: number; scope: string | null }[] = [];

  /** `inherited` holds until the block names somebody: of a footnote, the sentence that its mark stands in. */
  constructor(text: string, tokens: readonly Token[], inherited: string | null) {
    this.#set(0, inherited);
    const outside: (string | null)[] = [];
    let told = 0;
    let clause = 0;
    tokens.forEach((token, at) => {
      if (token.opens) outside.length = 0;
      if (token.opens || isClauseMark(tokens[at - 1])) clause = at;
      if (token.kind === 'mark' && token.key === ':' && !token.quoted) {
        const owner = ownerIn(tokens.slice(Math.max(clause, at - longest), at));
        if (owner !== null) this.#set(token.start, phraseText(text, owner));
      }
      if (token.kind === 'mark' && token.key === '(' && token.pair !== -1) outside.push(this.#current);
      if (token.kind === 'mark' && token.key === ')' && outside.length > 0) this.#set(token.end, outside.pop()!);
      // «các sở, ngành, địa phương đã …» is one subject, not three.
      if (at < told || !(at === clause || opensMidway(tokens, at, clause))) return;
      const subject = subjectAt(tokens, at);
      if (subject === null) return;
      told = subject.end;
      this.#set(token.start, nameOf(text, tokens, subject));
    });
  }

  at(place: number): string | null {
    let low = 0;
    let high = this.#changes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#changes[middle]!.at <= place) low = middle;
      else high = middle - 1;
    }
    return this.#changes[low]!.scope;
  }

  get #current(): string | null {
    return this.#changes.at(-1)!.scope;
  }

  #set(at: number, scope: string | null): void {
    this.#changes.push({ at, scope });
  }
}

/** «Tiếp công dân của Ủy ban nhân dân phường:», «Công tác dân vận của Công an tỉnh»: the body that a topic ends with. */
export function ownerIn(tokens: readonly Token[]): readonly Token[] | null {
  const at = tokens.findLastIndex(({ quoted }, index) => is.of.lengthAt(tokens, index) > 0 && !quoted);
  if (at === -1 || tokens.slice(0, at).some((_, index) => is.paper.lengthAt(tokens, index) > 0)) return null;
  const cut = tokens.findIndex((_, index) => index > at && is.nounEnd.lengthAt(tokens, index) > 0);
  const owner = tokens.slice(at + 1, cut === -1 ? tokens.length : cut);
  // «của chính quyền», «của cấp ủy» name nobody.
  return bodyAt(owner, 0) > 0 && owner.length >= shortestOwner ? owner : null;
}
const shortestOwner = 3;

interface Subject {
  start: number;
  /** Token of the predicate. */
  end: number;
}

/** The body or place that acts in the clause that begins here: «Các quận ủy, huyện ủy đã ban hành …». */
function subjectAt(tokens: readonly Token[], from: number): Subject | null {
  let start = from;
  for (let turn = 0; turn < 6; turn++) {
    const token = tokens[start];
    const skips = is.determiner.lengthAt(tokens, start) === 0;
    const size = token?.kind === 'time' || isBullet(token) ? 1 : skips ? is.opener.lengthAt(tokens, start) : 0;
    if (size === 0) break;
    start += size;
  }
  const size = bodyAt(tokens, start);
  if (size === 0) return null;
  // «Phường Bến Nghé diện tích tự nhiên là 180 ha»: what is told of it opens with the figure's own name.
  const place = start + namedPlaceAt(tokens, start);
  if (place > start && is.quantity.lengthAt(tokens, place) > 0) return { start, end: place };
  const level = is.level.lengthAt(tokens, start) > 0;
  for (let at = start + size; at < start + longest; at++) {
    const token = tokens[at];
    if (token === undefined || token.opens) return byName(tokens, start, size);
    const nearLevel = level && at <= start + longestLevel;
    if (token.kind === 'figure') return nearLevel ? { start, end: at } : byName(tokens, start, size);
    if (token.kind === 'mark' && /^[;:(.]$/.test(token.key)) {
      // «cấp huyện: 53 cuộc», «Huyện Tân Sơn: 12 vụ»
      const counts = tokens[at + 1]?.kind === 'figure' && at <= start + longestLevel;
      if (token.key === ':' && (nearLevel || counts)) return { start, end: at };
      return /^[;.]$/.test(token.key) ? byName(tokens, start, size) : null;
    }
    // «sự phối hợp của các ban, ngành nên …» is no body that acts.
    if (is.clauseMaker.lengthAt(tokens, at) > 0) return null;
    if (token.kind === 'word' && isPredicate(tokens, at, start)) return { start, end: at };
  }
  return null;
}

/** «Đoàn Thanh niên ra quân …»: the verb is not known, the name is told by its capitals. */
function byName(tokens: readonly Token[], start: number, size: number): Subject | null {
  let end = start + size;
  const place = is.place.lengthAt(tokens, start) > 0;
  while (tokens[end]?.kind === 'word' && (tokens[end]!.capital || (!place && isNameSyllable(tokens, end)))) end++;
  return tokens[start]!.capital && end > start + size ? { start, end } : null;
}

/** «niên» of «Thanh niên», «phường» of «Hội Nông dân phường»: small letters inside a name. */
function isNameSyllable(tokens: readonly Token[], at: number): boolean {
  return is.body.lengthAt(tokens, at) > 0 || (tokens[at - 1]!.capital && !isPredicate(tokens, at, at - 1));
}

/** Tokens of the name of a body or place that begins here: not «tổ chức», but «tổ chức đảng»; 0 for none. */
export function bodyAt(tokens: readonly Token[], start: number): number {
  const size = opensWithBody(tokens, start);
  if (size === 0) return 0;
  const noun = start + is.determiner.lengthAt(tokens, start);
  return is.noBody.lengthAt(tokens, noun) >= Math.max(1, is.body.lengthAt(tokens, noun)) ? 0 : size;
}

function nameOf(text: string, tokens: readonly Token[], { start, end }: Subject): string {
  const words = tokens.slice(start, end).filter(({ kind }) => kind !== 'time');
  while (words.length > 1) {
    const mark = words.at(-1)!.kind === 'mark' && !/[”"]/u.test(words.at(-1)!.key) ? 1 : 0;
    const size = mark || is.trailing.lengthBefore(words, words.length, 1);
    if (size === 0) break;
    words.length -= size;
  }
  return phraseText(text, words);
}

/** Names of bodies longer than this many tokens are a clause misread. */
const longest = 26;
/** «cấp xã, phường, thị trấn» */
const longestLevel = 8;

const isBullet = (token: Token | undefined): boolean => token?.kind === 'mark' && /^[-–+*•,"“]$/u.test(token.key);

const isClauseMark = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && !token.quoted && /^[;:(]$/.test(token.key);

/**
 * Behind a comma somebody else may act: «Thực hiện Kế hoạch số 12, Công an huyện đã …». A list of nouns goes on in small
 * letters («người đứng đầu cấp ủy, chính quyền các cấp»), and «100% các xã, phường có …» has not told yet who acts.
 */
function opensMidway(tokens: readonly Token[], at: number, clause: number): boolean {
  const last = tokens[at - 1]!;
  if (last.kind !== 'mark' || last.key !== ',' || last.quoted || tokens[at]!.kind !== 'word') return false;
  // «(cấp tỉnh 4, cấp huyện 32)»
  if (is.level.lengthAt(tokens, at) > 0 && tokens[at + bodyAt(tokens, at)]?.kind === 'figure') return true;
  // A bullet or a quotation mark may stand before it.
  const first = tokens.slice(clause, Math.min(at, clause + 3)).find(({ kind }) => kind !== 'mark');
  const intro = first?.kind === 'time' || is.opener.lengthAt(tokens, clause) > 0;
  const byName = tokens[at]!.capital && bodyAt(tokens, clause) === 0 && bodyAt(tokens, at) > 0;
  if (byName) return true;
  if (!intro && !tokens.slice(Math.max(clause, at - longest), at).some((_, index, own) => isPredicate(own, index)))
    return false;
  if (tokens[at]!.capital || is.determiner.lengthAt(tokens, at) > 0) return !isOwner(tokens, at, clause);
  const size = bodyAt(tokens, at);
  return size > 0 && [0, 1, 2].some((more) => is.tense.lengthAt(tokens, at + size + more) > 0);
}

/** «góp ý của Mặt trận Tổ quốc Việt Nam, các tổ chức chính trị - xã hội»: owners are listed, nobody acts. */
function isOwner(tokens: readonly Token[], at: number, clause: number): boolean {
  for (let index = at - 2; index >= Math.max(clause, at - longestLevel); index--) {
    if (tokens[index]!.key === ',') return false;
    if (is.of.lengthAt(tokens, index) > 0) return bodyAt(tokens, index + 1) > 0;
  }
  return false;
}
