import type { Block } from '../../../schemas/document.ts';
import type { Quantity } from '../../part-whole/quantities.ts';

/** A rise or fall that the text tells, with its two figures. */
export interface Change {
  block: Block;
  from: Quantity;
  to: Quantity;
  by: Quantity;
  up: boolean;
  /** Both figures are named as such («từ … lên …»); else the earlier one stands in parentheses. */
  plain: boolean;
  /** The figure says how many times as much, not by how much. */
  times?: boolean;
  /** Other figures that may have grown: where one of them fits, it is meant. */
  rivals?: readonly { from: Quantity; to: Quantity }[];
}

export type Found = Omit<Change, 'block' | 'by'>;
