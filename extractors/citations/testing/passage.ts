import { expect } from 'vitest';
import type { Citation } from '../../../schemas/citation.ts';
import { type FixtureCase, fixtureContext } from '../../checks/fixture-case.ts';
import type { ExtractContext } from '../../document/context.ts';
import { extractCitations } from '../extract.ts';

/** A passage of a fixture: text, notes, tables and what is known of the report. */
export type Passage = Omit<FixtureCase, 'name' | 'flags'>;

export function passageContext(passage: Passage): ExtractContext {
  return fixtureContext({ ...passage, name: '' });
}

/** Its citations; every one is checked to be cut from the text. */
export function citationsOf(passage: Passage): Citation[] {
  const context = passageContext(passage);
  const citations = extractCitations(context);
  for (const { block, start, end, quote } of citations) {
    expect(context.blocks.find(({ id }) => id === block)?.text.slice(start, end)).toBe(quote);
  }
  return citations;
}

/** As fixtures write it: number, type, date, issuer and title, «-» where the text does not say. */
export function citationLine({ number, type, date, issuer, title }: Citation): string {
  return [number, type, date, issuer, title].map((fact) => fact ?? '-').join(' | ');
}
