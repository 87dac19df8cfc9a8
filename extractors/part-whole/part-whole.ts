import type { Part } from './items.ts';
import type { Opener } from './openers.ts';
import type { Quantity } from './quantities.ts';

/** «N đơn vị (a …; b …; c …)»: one figure and those that are said to make it up. */
export interface PartWhole {
  total: Quantity;
  parts: Part[];
  opener: Opener;
  /**
   * Does the wording say that nothing is left out? `full`: «gồm», bare parentheses, «còn lại 9»; `division`: the items are
   * a division known to be complete (định kỳ / thường xuyên / đột xuất); `and`: «trong đó a và b»; `open`: anything else.
   */
  closure: 'full' | 'division' | 'and' | 'open';
  /** «còn lại là đơn kiến nghị», «v.v.», «chủ yếu»: a rest that is not counted. */
  uncountedRest: boolean;
  /** Earlier figures of the sentence that count the same thing: the parts may belong to one of them instead. */
  rivals: Quantity[];
  /** Figures of the list that were not taken for parts, and may be. */
  spare: Quantity[];
  /** An item with several figures of one kind, so that the list may be misread. */
  unclear: boolean;
  /** From the total to the end of the last part. */
  start: number;
  end: number;
}
