import type { Block } from '../../schemas/document.ts';
import type { Indicator } from '../../schemas/indicator.ts';

/** An indicator before it has its id and before it is tied to others. Offsets are into the text of its block. */
export interface Draft extends Omit<Indicator, 'id' | 'quote' | 'block' | 'of' | 'partOf'> {
  block: Block;
  /** Where the digits stand, inside the span. */
  at: number;
  /** The whole of a fraction or rate. */
  whole: Draft | null;
  /** The total that it is a part of. */
  total: Draft | null;
}
