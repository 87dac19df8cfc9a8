import { bare, withoutMarks } from './bare.ts';
import { is } from './grammar.ts';
import type { Phrases } from './phrases.ts';
import { hasPredicate, isVerbs } from './predicate.ts';
import { namesAt } from './quantity-name.ts';
import type { Token } from './tokens.ts';

/** Parts between commas, each with the comma before it; a comma inside a name in quotes does not part. */
export function piecesOf(tokens: readonly Token[]): Token[][] {
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
export function firstOf(pieces: readonly Token[][], unit: readonly Token[]): number {
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
