import { bare } from './bare.ts';
import { is } from './grammar.ts';
import { isDash, modifierEnd, shareEnd } from './modifiers.ts';
import type { Token } from './tokens.ts';

/** Which words belong to a string of figures; token indices. */
export interface Reach {
  /** Token of the figures. */
  at: number;
  /** Words before: from the end of what belongs to the figure before, or the beginning of the segment. */
  lead: number[];
  /** The parenthesis that the lead begins at: «người Hoa (khoảng 2.500 người)». */
  bracket: number | null;
  /** Nothing but a comma or «và» parts it from the figure before: «1.717 cờ Tổ quốc, 3.324 tờ rơi». */
  continues: boolean;
  /** The figure before in the same segment, if any (token index). */
  before: number | null;
  /** Words behind, up to and without this token. */
  end: number;
}

const furthest = 60;

/** The reach of every figure of a block, in order. */
export function reachesOf(tokens: readonly Token[], isShare: (token: Token) => boolean): Reach[] {
  const found: Reach[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'figure') return;
    const floor = found.at(-1)?.end ?? 0;
    const left = leftOf(tokens, at, floor);
    const before = found.at(-1);
    const touches = before !== undefined && left.from <= before.end;
    found.push({
      at,
      lead: left.words,
      bracket: left.bracket,
      continues: touches && left.words.every((index) => joins(tokens, index)),
      before: touches ? before.at : null,
      end: isShare(token) ? shareEnd(tokens, at + 1) : modifierEnd(tokens, at + 1),
    });
  });
  return found;
}

const joins = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.key === ',' || is.and.lengthAt(tokens, at) > 0;

/** Back to the beginning of the segment; what stands in parentheses is passed over. */
function leftOf(
  tokens: readonly Token[],
  at: number,
  floor: number,
): { words: number[]; from: number; bracket: number | null } {
  const words: number[] = [];
  let bracket: number | null = null;
  let index = at - 1;
  for (let count = 0; index >= floor && count < furthest; index--, count++) {
    if (tokens[index + 1]!.opens) break;
    const token = tokens[index]!;
    if (token.kind === 'mark' && !token.quoted) {
      if (token.key === ')' && token.pair >= floor) {
        index = token.pair;
        continue;
      }
      if (token.key === '(') bracket = index;
      if (token.key === '(' || token.key === ';' || token.key === ')') break;
      if (token.key === ':') {
        // «- Về giám sát: Thành ủy đã …» parts, «Nhân dân giám sát: 08 nội dung» does not.
        if (bare(words.map((word) => tokens[word]!).filter((word) => word.kind !== 'time')).length > 0) break;
        continue;
      }
      if (isDash(tokens, index)) break;
    }
    if (token.kind === 'figure') break;
    words.unshift(index);
  }
  return { words, from: index + 1, bracket };
}
