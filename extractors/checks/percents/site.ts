import type { Block } from '../../../schemas/document.ts';
import type { Brackets } from '../../part-whole/brackets.ts';
import { arePersons, sameThing } from '../../part-whole/divisions.ts';
import type { Quantity } from '../../part-whole/quantities.ts';
import type { Range } from '../../part-whole/sentences.ts';
import type { Earlier } from '../named-bases.ts';

/** A percentage where it stands. */
export interface PercentSite {
  /** Its block, in small letters, with the brackets and the figures in it. */
  text: string;
  brackets: Brackets;
  quantities: readonly Quantity[];
  sentence: Range;
  previous: Range | null;
  /** The figures of its sentence; the percentage is the one at `index`. */
  own: readonly Quantity[];
  index: number;
  percentage: Quantity;
  /** The block itself and those before it. */
  earlier: readonly Earlier[];
  /** Where the figures of lists stand, which are no base of what follows the list. */
  items: ReadonlySet<number>;
}

/** What the percentage is of what, and how sure the wording is of it. */
export interface PercentFound {
  part: Quantity;
  whole: Quantity;
  /** Where the whole stands in another block. */
  wholeBlock?: Block;
  /**
   * `fraction`: both operands are named as such («108/115», «45 trên tổng số 302»); `chain`: they follow each other;
   * `only`: they follow each other, and nothing else can be meant.
   */
  wording: 'fraction' | 'chain' | 'only';
  /** The percentage may be of a plan, or of something else that is not named. */
  doubtful: boolean;
}

export const ofPlan =
  /^ ?%[\s,]*(?:so với |của |)(?:kế hoạch|kh\b|chỉ tiêu|dự toán|nghị quyết|cùng kỳ|năm trước|tổng|đúng hạn|trước hạn)/u;
/** «, 100% các xã …» opens a clause of its own. */
export const newClause = /^ ?% (?:số |các |những |tổng |\p{L}+ ?)/u;
export const received =
  /(?:tiếp nhận|nhận được|thụ lý|tổng số|phát sinh|có|trong số|tổng|thuộc thẩm quyền|đủ điều kiện|phải thi hành)[^\d.;]{0,40}$/u;

/** In parentheses that close before a place. */
export function isAside(brackets: Brackets, one: Quantity, place: number): boolean {
  return (brackets.enclosing(one.start)?.end ?? place + 1) <= place;
}

export function isChange(text: string, { start }: Quantity): boolean {
  return /(?:tăng|giảm|nhiều hơn|ít hơn)(?:[\p{L} ]{0,14}| \d[\d.]*(?: \p{L}+){1,3} ?[=(,] ?(?:tăng |giảm |tương ứng )?)$/u.test(
    text.slice(Math.max(0, start - 48), start),
  );
}

/** «1.302 cán bộ» may be the base of «197 người»: persons among persons. Households are no share of party members. */
export function sameKind(a: Quantity, b: Quantity): boolean {
  return sameThing(a.noun, b.noun) || arePersons(a, b);
}
