import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractBytes } from '../../pipeline/stages.ts';
import type { Flag } from '../../schemas/flag.ts';
import { compareReports, crossKinds, prepareReport } from './compare.ts';

interface Case {
  name: string;
  /** Lines of each report, letterhead and all: they are read the whole way. */
  reports: Record<string, string[]>;
  flags?: { kind: string; stated: string; expected: string | null; certain: boolean; quotes: string[] }[];
}

const fixtures = new URL('../../fixtures/checks/', import.meta.url);
const cases = (kind: string, set: 'valid' | 'invalid'): [string, Case][] => {
  // Inside one report these kinds have fixtures of their own.
  const file = ['directive-identity', 'growth'].includes(kind) ? `across-${set}` : set;
  const all = JSON.parse(readFileSync(new URL(`${kind}/${file}.json`, fixtures), 'utf8')) as Case[];
  return all.map((one) => [one.name, one]);
};

async function flagsOf({ reports }: Case): Promise<Flag[]> {
  const prepared = await Promise.all(
    Object.entries(reports).map(async ([source, lines]) =>
      prepareReport(await extractBytes(source, Buffer.from(lines.join('\n')), { maxPages: 10 })),
    ),
  );
  const flags = compareReports(prepared);
  expect(compareReports(prepared.reverse())).toEqual(flags);
  return flags;
}

describe.each(crossKinds)('%s between reports', (kind) => {
  test('has a page and at least as many near misses as hits', () => {
    const page = readFileSync(new URL(`../../docs/checks/${kind}.md`, import.meta.url), 'utf8');
    for (const heading of ['## What', '## Why', '## Example', '## Silent']) expect(page).toContain(heading);
    expect(cases(kind, 'valid').length).toBeGreaterThanOrEqual(cases(kind, 'invalid').length);
  });

  test.each(cases(kind, 'valid'))('valid: %s', async (_name, given) => {
    expect((await flagsOf(given)).map(({ message }) => message.vi)).toEqual([]);
  });

  test.each(cases(kind, 'invalid'))('invalid: %s', async (_name, given) => {
    const flags = await flagsOf(given);
    const seen = flags.map(({ kind, stated, expected, certain }) => ({ kind, stated, expected, certain }));
    const wanted = given.flags ?? [];
    expect(seen).toEqual(wanted.map(({ kind, stated, expected, certain }) => ({ kind, stated, expected, certain })));
    wanted.forEach(({ quotes }, i) => {
      const evidence = flags[i]?.evidence ?? [];
      for (const quote of quotes)
        expect(
          evidence.some((one) => one.quote.includes(quote)),
          quote,
        ).toBe(true);
      expect(new Set(evidence.map(({ source }) => source)).size).toBeGreaterThan(1);
    });
  });
});
