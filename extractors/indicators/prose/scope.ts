import { is } from './grammar.ts';
import { isPredicate, opensWithBody } from './lead.ts';
import { phraseText } from './phrase-text.ts';
import type { Token } from './tokens.ts';

/** Of whom a block tells, from place to place. */
export class Scopes {
  readonly #changes: { at: number; scope: string | null }[] = [];

  /** `inherited` holds until the block names somebody: of a footnote, the sentence that its mark stands in. */
  constructor(text: string, tokens: readonly Token[], inherited: string | null) {
    this.#set(0, inherited);
    const outside: (string | null)[] = [];
    let told = 0;
    tokens.forEach((token, at) => {
      if (token.opens) outside.length = 0;
      if (token.kind === 'mark' && token.key === '(' && token.pair !== -1) outside.push(this.#current);
      if (token.kind === 'mark' && token.key === ')' && outside.length > 0) this.#set(token.end, outside.pop()!);
      // «các sở, ngành, địa phương đã …» is one subject, not three.
      if (at < told || !opensClause(tokens, at)) return;
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
    const size = token?.kind === 'time' || isBullet(token) ? 1 : is.opener.lengthAt(tokens, start);
    if (size === 0) break;
    start += size;
  }
  const size = bodyAt(tokens, start);
  if (size === 0) return null;
  const level = tokens[start]!.key === 'cấp';
  for (let at = start + size; at < start + longest; at++) {
    const token = tokens[at];
    if (token === undefined || token.opens) return null;
    const nearLevel = level && at <= start + longestLevel;
    if (token.kind === 'figure') return nearLevel ? { start, end: at } : null;
    if (token.kind === 'mark' && /^[;:(.]$/.test(token.key))
      return nearLevel && token.key === ':' ? { start, end: at } : null;
    if (token.kind === 'word' && isPredicate(tokens, at, start)) return { start, end: at };
  }
  return null;
}

/** Tokens of the name of a body or place that begins here: not «tổ chức», but «tổ chức đảng»; 0 for none. */
export function bodyAt(tokens: readonly Token[], start: number): number {
  const size = opensWithBody(tokens, start);
  if (size === 0) return 0;
  const noun = start + is.determiner.lengthAt(tokens, start);
  return is.noBody.lengthAt(tokens, noun) >= Math.max(1, is.body.lengthAt(tokens, noun)) ? 0 : size;
}

function nameOf(text: string, tokens: readonly Token[], { start, end }: Subject): string {
  let last = end;
  for (;;) {
    const before = tokens[last - 1]!;
    const size =
      before.kind === 'mark' && !/[”"]/u.test(before.key) ? 1 : is.trailing.lengthBefore(tokens, last, start + 1);
    if (size === 0 || last - size <= start) break;
    last -= size;
  }
  return phraseText(
    text,
    tokens.slice(start, last).filter(({ kind }) => kind !== 'time'),
  );
}

/** Names of bodies longer than this many tokens are a clause misread. */
const longest = 26;
/** «cấp xã, phường, thị trấn» */
const longestLevel = 8;

const isBullet = (token: Token | undefined): boolean => token?.kind === 'mark' && /^[-–+*•,"“]$/u.test(token.key);

function opensClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.opens) return true;
  const last = tokens[at - 1]!;
  if (last.kind !== 'mark' || last.quoted) return false;
  return /^[;:(]$/.test(last.key) || (last.key === ',' && (token.kind === 'word' || token.kind === 'time'));
}
