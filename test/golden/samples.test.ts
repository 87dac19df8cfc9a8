import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ReportSource } from '../../fixtures/build/documents/report-source.ts';
import { Expected } from '../../fixtures/documents/expected-shape.ts';
import { extractBytes } from '../../pipeline/stages.ts';
import { citationDifferences } from './citation-differences.ts';
import { flagDifferences } from './flag-differences.ts';
import { headerDifferences } from './header-differences.ts';
import { indicatorDifferences } from './indicator-differences.ts';
import { issueDifferences } from './issue-differences.ts';
import { readingDifferences } from './reading-differences.ts';

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'fixtures/documents');
const names = readdirSync(join(folder, 'sources')).map((file) => file.replace('.ts', ''));
const samples = names.flatMap((name) => ['docx', 'pdf'].map((format) => ({ name, format, file: `${name}.${format}` })));

/**
 * Every sample report, read from its file, against what a careful reader found. What the program is known to get wrong
 * stands in the expected file under `known`; one that is right after all fails here too, so that the list stays true.
 */
describe.each(samples.filter(({ file }) => existsSync(join(folder, file))))('$file', async ({ name, format, file }) => {
  const expected = Expected.parse(JSON.parse(readFileSync(join(folder, 'expected', `${name}.json`), 'utf8')));
  const { default: source } = (await import(`../../fixtures/documents/sources/${name}.ts`)) as {
    default: ReportSource;
  };
  const extraction = await extractBytes(file, readFileSync(join(folder, file)), { maxPages: 100 });

  test.each([
    { what: 'header', differences: headerDifferences(expected, extraction) },
    { what: 'reading', differences: readingDifferences(expected, source, extraction) },
    { what: 'citations', differences: citationDifferences(expected, extraction) },
    { what: 'indicators', differences: indicatorDifferences(expected, extraction) },
    { what: 'issues', differences: issueDifferences(expected, extraction) },
    { what: 'flags', differences: flagDifferences(expected, extraction) },
  ])('$what', ({ what, differences }) => {
    expect(differences.sort()).toEqual(
      expected.known
        .filter(({ in: room, only }) => room === what && (!only || only === format))
        .map(({ difference }) => difference)
        .sort(),
    );
  });
});
