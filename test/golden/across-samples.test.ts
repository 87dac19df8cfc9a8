import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareReports, prepareReport } from '../../extractors/comparison/compare.ts';
import { extractBytes } from '../../pipeline/stages.ts';

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'fixtures/documents');
const { flags: expected } = JSON.parse(readFileSync(join(folder, 'across.json'), 'utf8')) as {
  flags: { kind: string; certain: boolean; samples: string[]; quotes: string[] }[];
};

/** DOCX and PDF of a report lie side by side, as they do in a folder of an office: they are one report. */
const files = readdirSync(folder).filter((file) => /\.(?:docx|pdf)$/.test(file));
const prepared = [];
for (const file of files)
  prepared.push(prepareReport(await extractBytes(file, readFileSync(join(folder, file)), { maxPages: 100 })));
const found = compareReports(prepared);

test('what the samples say against each other is found, and nothing else is called certain', () => {
  const certain = found
    .filter((flag) => flag.certain)
    .map(({ kind, evidence }) => ({ kind, samples: samplesOf(evidence) }));
  const wanted = expected.filter((flag) => flag.certain);
  expect(sorted(certain)).toEqual(sorted(wanted.map(({ kind, samples }) => ({ kind, samples: [...samples].sort() }))));
});

test.each(expected.filter(({ certain }) => certain))('$kind is shown with both places', ({ kind, quotes }) => {
  const shown = found
    .filter((flag) => flag.kind === kind)
    .flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
  for (const words of quotes) expect(shown.some((quote) => quote.includes(words))).toBe(true);
});

function samplesOf(evidence: readonly { source?: string | undefined }[]): string[] {
  return [...new Set(evidence.map(({ source = '' }) => basename(source).replace(/\.\w+$/, '')))].sort();
}

function sorted(flags: { kind: string; samples: string[] }[]) {
  return flags.sort((one, other) => (one.kind < other.kind ? -1 : 1));
}
