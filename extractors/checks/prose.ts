import type { Block } from '../../schemas/document.ts';
import { partWholes, type Whole } from '../part-whole/part-wholes.ts';
import { type Quantity, scanQuantities } from '../part-whole/quantities.ts';
import type { CheckInput } from './rule.ts';

/** Wholes with their parts in the running text, found once for all rules. */
export function wholesOf(input: CheckInput): Whole[] {
  return partWholes(input.context.blocks, input.shared(allFigures));
}

/** Text that was read by recognising letters is never certain. */
export function isScanned(input: CheckInput, block: string): boolean {
  return input.block(block).ocrConfidence !== null;
}

/** The figures of a block, found once for all rules: `quantitiesOf(input)(block)`. Bare figures in names are left out. */
export function quantitiesOf(input: CheckInput): (block: Block) => Quantity[] {
  return input.shared(plainFigures);
}

function plainFigures(input: CheckInput): (block: Block) => Quantity[] {
  return remember((block) =>
    input
      .shared(allFigures)(block)
      .filter((one) => !one.loose),
  );
}

function allFigures(): (block: Block) => Quantity[] {
  return remember((block) => scanQuantities(block.text));
}

function remember<T>(find: (block: Block) => T): (block: Block) => T {
  const known = new Map<string, T>();
  return (block) => {
    if (!known.has(block.id)) known.set(block.id, find(block));
    return known.get(block.id) as T;
  };
}
