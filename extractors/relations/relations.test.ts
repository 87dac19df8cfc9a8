import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractCitations } from '../citations/extract.ts';
import { type Passage, passageContext } from '../citations/testing/passage.ts';
import { extractRelations } from './extract.ts';
import { relationLines } from './testing/relation-lines.ts';

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/corpora/relations/${name}.json`, import.meta.url), 'utf8')) as T;

describe('what a report does with a paper', () => {
  const cases = fixture<(Passage & { name: string; relations: string[] })[]>('relations');
  test.each(cases)('$name', ({ relations, ...passage }) => {
    expect(relationLines(passage)).toEqual(relations);
  });
});

describe('who does it, and where', () => {
  test.each(fixture<{ text: string; actor: string | null; place: string | null }[]>('actors'))('$text', (expected) => {
    const context = passageContext({ text: expected.text });
    const [relation, ...more] = extractRelations(context, extractCitations(context));
    expect(more).toEqual([]);
    expect(relation).toMatchObject({ actor: expected.actor, place: expected.place });
  });
});

describe('passages of other bodies', () => {
  const cases = JSON.parse(
    readFileSync(new URL('../../fixtures/corpora/citations/other-bodies.json', import.meta.url), 'utf8'),
  ) as (Passage & { name: string; relations: string[] })[];
  test.each(cases)('$name', ({ relations, ...passage }) => {
    expect(relationLines(passage).sort()).toEqual([...relations].sort());
  });
});
