import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FlagKind } from '../../schemas/flag.ts';
import { extractCitations } from '../citations/extract.ts';
import { crossKinds } from '../comparison/compare.ts';
import { type FixtureCase, fixtureContext } from './fixture-case.ts';
import { rules } from './index.ts';
import type { CheckRecords } from './rule.ts';
import { runRules } from './run.ts';

const fixtures = new URL('../../fixtures/checks/', import.meta.url);
const pages = new URL('../../docs/checks/', import.meta.url);
/** Rules about directives need the mentions; they are read by the real extractor, so that a fixture is only text. */
const recordsOf = (given: FixtureCase): CheckRecords => ({
  citations: extractCitations(fixtureContext(given)),
  indicators: [],
});

function cases(kind: string, set: 'valid' | 'invalid'): FixtureCase[] {
  return JSON.parse(readFileSync(new URL(`${kind}/${set}.json`, fixtures), 'utf8')) as FixtureCase[];
}

describe.each(rules.map((rule) => [rule.kind, rule] as const))('%s', (kind, rule) => {
  const run = (given: FixtureCase) => runRules([rule], fixtureContext(given), recordsOf(given));

  test('has a page, an entry and at least as many near misses as hits', () => {
    const page = readFileSync(new URL(`${kind}.md`, pages), 'utf8');
    for (const heading of ['## What', '## Why', '## Example', '## Silent']) expect(page).toContain(heading);
    expect(existsSync(new URL(`${kind}.ts`, import.meta.url))).toBe(true);
    expect(cases(kind, 'valid').length).toBeGreaterThanOrEqual(cases(kind, 'invalid').length);
    for (const set of ['valid', 'invalid'] as const) {
      const names = cases(kind, set).map((one) => one.name);
      expect(names).toEqual([...new Set(names)]);
      expect(names.length).toBeGreaterThan(0);
    }
  });

  test.each(cases(kind, 'valid').map((one) => [one.name, one] as const))('valid: %s', (_name, given) => {
    expect(run(given).flags.map((flag) => flag.message.vi)).toEqual([]);
    // Every rule together must stay silent as well: a near miss of one is no hit of another.
    expect(runRules(rules, fixtureContext(given), recordsOf(given)).flags.map((flag) => flag.message.vi)).toEqual([]);
  });

  test.each(cases(kind, 'invalid').map((one) => [one.name, one] as const))('invalid: %s', (_name, given) => {
    const { flags, coverage } = run(given);
    const expected = given.flags ?? [];
    expect(expected.length).toBeGreaterThan(0);
    const seen = flags.map(({ stated, expected: right, certain }) => ({ stated, expected: right, certain }));
    expect(seen).toEqual(
      expected.map(({ stated, expected: right, certain }) => ({ stated, expected: right, certain })),
    );
    expected.forEach(({ quotes }, index) => {
      const shown = flags[index]!.evidence.map((one) => one.quote);
      expect(
        quotes.filter((quote) => !shown.some((one) => one.includes(quote))),
        shown.join(' | '),
      ).toEqual([]);
    });
    expect(coverage.byFate.flagged).toBe(flags.length);
    const { blocks } = fixtureContext(given);
    for (const { quote, block, start, end } of flags.flatMap((flag) => flag.evidence)) {
      expect(blocks.find((one) => one.id === block)?.text.slice(start, end)).toBe(quote);
      expect(quote).not.toBe('');
    }
  });
});

test('every rule has its own kind of the contract, and nothing lies about without a rule', () => {
  const kinds = rules.map((rule) => rule.kind);
  expect(kinds).toEqual([...new Set(kinds)]);
  for (const kind of kinds) expect(FlagKind.options).toContain(kind);
  // Kinds that only stand between reports are held to the same by `extractors/comparison/compare.test.ts`.
  const all = [...new Set([...kinds, ...crossKinds])].sort();
  expect(readdirSync(fixtures).sort()).toEqual(all);
  const documented = readdirSync(pages).filter((name) => name !== 'README.md');
  expect(documented.sort()).toEqual(all.map((kind) => `${kind}.md`));
});
