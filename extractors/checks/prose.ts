import type { Block } from '../../schemas/document.ts';
import { partWholes, type Whole } from '../part-whole/part-wholes.ts';
import { type Quantity, scanQuantities } from '../part-whole/quantities.ts';
import type { CheckInput } from './rule.ts';

/** Wholes with their parts in the running text, found once for all rules. */
export function wholesOf(input: CheckInput): readonly Whole[] {
  return partWholes(input.context.blocks);
}

/** Text that was read by recognising letters is never certain. */
export function isScanned(input: CheckInput, block: string): boolean {
  return input.block(block).ocrConfidence !== null;
}

/** The figures of a block, found once for all rules: `quantitiesOf(input)(block)`. Bare figures in names are left out. */
export function quantitiesOf(input: CheckInput): (block: Block) => Quantity[] {
  return input.shared(plainFigures);
}

function plainFigures(): (block: Block) => Quantity[] {
  const known = new Map<string, Quantity[]>();
  return (block) => {
    const figures = known.get(block.id) ?? scanQuantities(block.text).filter((one) => !one.loose);
    known.set(block.id, figures);
    return figures;
  };
}

/** Where the figures of list items stand in a block: they tell of a part, not of the thing itself. */
export function itemsOf(input: CheckInput, block: Block): ReadonlySet<number> {
  return input.shared(itemStarts).get(block.id) ?? none;
}

const none: ReadonlySet<number> = new Set();

function itemStarts(input: CheckInput): Map<string, Set<number>> {
  const byBlock = new Map<string, Set<number>>();
  for (const { parts, opener } of input.shared(wholesOf)) {
    if (opener === 'remainder' || parts.length < 2) continue;
    for (const { block, quantity } of parts) byBlock.set(block, (byBlock.get(block) ?? new Set()).add(quantity.start));
  }
  return byBlock;
}
