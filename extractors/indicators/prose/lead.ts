import { bare, withoutMarks, withoutOpeners, withoutTail } from './bare.ts';
import { is, verbAt } from './grammar.ts';
import { firstOf, piecesOf } from './pieces.ts';
import { hasPredicate, isVerbs, predicateAt, verbsFrom } from './predicate.ts';
import { nameIn, nameOnly } from './quantity-name.ts';
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

/** Nothing but a tie and words of counting: «với», «cho trên». */
function isLinked(piece: readonly Token[]): boolean {
  const own = withoutMarks(piece);
  const size = is.tie.lengthAt(own, 0);
  return size > 0 && withoutTail(own.slice(size)).length === 0;
}

function endsWithTie(piece: readonly Token[]): boolean {
  return is.tie.lengthBefore(piece, piece.length) > 0 || is.direction.lengthBefore(piece, piece.length) > 0;
}

/** «chỉ đạo rà soát 24 đơn vị»: that somebody told them to goes without saying. */
function withoutOrder(words: Token[]): Token[] {
  const size = is.order.lengthAt(words, 0);
  return size > 0 && words.length > size && verbAt(words, size) > 0 ? words.slice(size) : words;
}
