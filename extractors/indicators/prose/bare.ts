import { fillerAt, is, verbAt } from './grammar.ts';
import type { Token } from './tokens.ts';

export function withoutMarks(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ kind, key }) => kind !== 'mark' || /[“"]/u.test(key));
  return from === -1 ? [] : tokens.slice(from);
}

export function withoutOpeners(tokens: readonly Token[]): Token[] {
  let from = 0;
  for (;;) {
    const mark = tokens[from]?.kind === 'mark' && !/[“"]/u.test(tokens[from]!.key) ? 1 : 0;
    const opener = is.opener.lengthAt(tokens, from);
    const size = mark || (verbAt(tokens, from) > opener ? 0 : opener);
    if (size === 0) return tokens.slice(from);
    from += size;
  }
}

export function withoutTail(tokens: readonly Token[]): Token[] {
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
