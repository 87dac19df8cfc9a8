import { headOf } from '../part-whole/divisions.ts';
import { type Mention, mentionsBySentence } from './mentions.ts';
import type { CheckInput } from './rule.ts';

/** Neighbours looked at in a sentence of very many figures. */
const mostNeighbours = 12;

/** Does another figure of the same sentences repeat unchanged? Then the sentences tell of one thing. */
export function neighboursAgree(input: CheckInput, a: Mention, b: Mention): boolean {
  const sentences = input.shared(mentionsBySentence);
  // Sentences of one paragraph have the same neighbours: there only their own figures tell.
  const steps = a.block === b.block ? [0] : [-1, 0, 1];
  const near = (mention: Mention) =>
    steps
      .flatMap((step) => sentences.get(mention.order + step)?.slice(0, mostNeighbours) ?? [])
      .filter((one) => one.block === mention.block && one !== mention);
  const known = new Set(near(a).map(figureOf));
  return near(b).some((one) => known.has(figureOf(one)));
}

function figureOf({ quantity }: Mention): string {
  return `${headOf(quantity.noun).join(' ')} ${quantity.value}`;
}
