import { partWholes, type Whole } from '../part-whole/part-wholes.ts';
import type { CheckInput } from './rule.ts';

/** Wholes with their parts in the running text, found once for all rules. */
export function wholesOf(input: CheckInput): Whole[] {
  return partWholes(input.context.blocks);
}

/** Text that was read by recognising letters is never certain. */
export function isScanned(input: CheckInput, block: string): boolean {
  return input.block(block).ocrConfidence !== null;
}
