import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeReport } from '../anatomy/describe.ts';
import { extractCitations } from '../citations/extract.ts';
import { DocumentBuilder } from '../document/builder.ts';
import type { ExtractContext } from '../document/context.ts';
import { normalizeText } from '../text/normalize.ts';
import { tableCells } from './fixture-case.ts';
import { rules } from './index.ts';
import { runRules } from './run.ts';

/**
 * Whole reports, each with a ledger of errors put in one at a time. The text is consistent: every flag on it accuses
 * falsely. `fixtures/reports/README.md` tells the format.
 */
const folder = new URL('../../fixtures/reports/', import.meta.url);

interface Error {
  kind: string;
  right: string;
  wrong: string;
  /** A miss that is known: it must not be lost sight of, nor be a reason to fail. */
  missed: boolean;
}

function readReport(name: string): { text: string; errors: Error[] } {
  const [text, ledger] = readFileSync(new URL(name, folder), 'utf8').split('\n=====\n') as [string, string];
  const errors = ledger
    .trim()
    .split('\n')
    .map((line): Error => {
      const [kind, ...cells] = line.split('|');
      const half = cells.length / 2;
      return {
        kind: kind!.replace('?', '').trim(),
        right: cells.slice(0, half).join('|').trim(),
        wrong: cells.slice(half).join('|').trim(),
        missed: line.startsWith('?'),
      };
    });
  return { text, errors };
}

/** One paragraph a line; lines that begin with a stroke are the rows of a table. */
function contextOf(text: string): ExtractContext {
  const builder = new DocumentBuilder();
  let rows: string[][] = [];
  const close = () => {
    if (rows.length > 0) builder.addTable(tableCells(rows), 1);
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('|')) {
      rows.push(
        line
          .trim()
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      );
      continue;
    }
    close();
    if (line.trim() !== '') builder.add('paragraph', normalizeText(line));
  }
  close();
  return { file: '0'.repeat(64), ...describeReport(builder.blocks) };
}

function flagsOf(text: string) {
  const context = contextOf(text);
  return runRules(rules, context, { citations: extractCitations(context), indicators: [] }).flags;
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  const { text, errors } = readReport(name);

  test('is consistent', () => {
    expect(flagsOf(text).map((flag) => flag.message.vi)).toEqual([]);
  });

  test.each(errors.map((one) => [`${one.right} → ${one.wrong}`, one] as const))(
    '%s',
    (_name, { right, wrong, missed }) => {
      expect(text.split(right)).toHaveLength(2);
      if (!missed) expect(flagsOf(text.replace(right, wrong)).length).toBeGreaterThan(0);
    },
  );
});
