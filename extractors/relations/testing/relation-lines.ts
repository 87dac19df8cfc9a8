import { expect } from 'vitest';
import { extractCitations } from '../../citations/extract.ts';
import { type Passage, passageContext } from '../../citations/testing/passage.ts';
import { extractRelations } from '../extract.ts';

/** Relations as fixtures write them: «12-KH/HU > thực hiện > 13-CT/TW», nothing before the first «>» for the report itself. */
export function relationLines(passage: Passage): string[] {
  const context = passageContext(passage);
  return extractRelations(context, extractCitations(context)).map((relation) => {
    const { block, start, end, quote, from, verb, to, modality } = relation;
    expect(context.blocks.find(({ id }) => id === block)?.text.slice(start, end)).toBe(quote);
    return `${from === null ? '' : `${from} `}> ${verb} > ${to}${modality === 'done' ? '' : ` > ${modality}`}`;
  });
}
