import { withoutTail } from './bare.ts';
import { is, verbAt } from './grammar.ts';
import { namedPlaceAt } from './predicate.ts';
import type { Token } from './tokens.ts';

/** «thu ngân sách» names a figure, «thu giữ» does not, nor does «số 144 phố Văn Cao». */
export const namesAt = (tokens: readonly Token[]): boolean =>
  is.quantity.lengthAt(tokens, 0) > 0 &&
  is.quantity.lengthAt(tokens, 0) >= verbAt(tokens, 0) &&
  !/^\d/.test(tokens[1]?.key ?? '');

/** Where a name of the figure begins: at the front, behind a place, or right after a link. */
export function nameIn(words: readonly Token[]): number | null {
  if (namesAt(words)) return 0;
  for (let at = 1; at < words.length; at++) {
    if (!namesAt(words.slice(at)) || words[at]!.quoted) continue;
    const size = is.quantity.lengthAt(words, at);
    if (is.weakQuantity.lengthAt(words, at) === size && withoutTail(words.slice(at + size)).length === 0) continue;
    const telling = is.link.lengthBefore(words, at) > 0 || is.light.lengthBefore(words, at) > 0;
    // «Phố Hòa có diện tích tự nhiên», «với tổng kinh phí»; but «hỗ trợ kinh phí» has its verb before it.
    if (telling || at === namedPlaceAt(words, 0)) return at;
  }
  return null;
}

/** «tốc độ tăng trưởng … liên tục đạt mức cao»: how it went is no part of the name. */
export function nameOnly(words: readonly Token[]): readonly Token[] {
  const end = words.findIndex(
    (_, at) => at > 0 && is.nameStop.lengthAt(words, at) > 0 && is.standard.lengthAt(words, at) === 0,
  );
  return end === -1 ? words : words.slice(0, end);
}
