import type { Extraction } from '../../schemas/extraction.ts';
import { outcomeOf } from '../outcomes.ts';
import { paint, placeText, reportLine, showNumber } from './format.ts';
import { printCoverage, printFlag } from './print-flag.ts';
import type { Session } from './session.ts';
import { terminalWidth, wrap } from './table.ts';

/** What a file says, for a person: its head, what it cites, its figures, its issues, its contradictions. */
export function printExtraction(session: Session, extraction: Extraction): void {
  const { print, messages } = session;
  print(paint('bold', extraction.source));
  if (extraction.status === 'failed') {
    print(`  ${failureText(session, extraction)}`);
    return;
  }
  print(`  ${reportLine(extraction.report, extraction.source, messages)}`);
  const placed = new Map(extraction.blocks.map((block) => [block.id, placeText(block, messages)]));
  const entries: [string, { block: string; text: string }[]][] = [
    [
      messages.counts.citations,
      extraction.citations.map(({ block, quote, number }) => ({ block, text: number ? `${number}: ${quote}` : quote })),
    ],
    [
      messages.counts.indicators,
      extraction.indicators.map(({ block, label, value, unit }) => ({
        block,
        text: `${label}: ${showNumber(value)} ${unit ?? ''}`,
      })),
    ],
    [
      messages.counts.issues,
      extraction.issues.map(({ block, stance, quote }) => ({ block, text: `${stance.join(', ')}: ${quote}` })),
    ],
  ];
  for (const [title, records] of entries) {
    print(`\n  ${paint('bold', `${title} (${records.length})`)}`);
    for (const { block, text } of records) {
      const where = placed.get(block);
      for (const [i, line] of wrap(where ? `${text} — ${where}` : text, terminalWidth() - 6).entries())
        print(`${i ? '      ' : '    · '}${line}`);
    }
  }
  print(`\n  ${paint('bold', `${messages.counts.flags} (${extraction.flags.length})`)}`);
  for (const flag of extraction.flags) printFlag(session, flag, placed.get(flag.evidence[0]?.block ?? '') ?? '');
  printCoverage(session, extraction.coverage);
  print();
}

/** Why a file could not be read and what to do, in the language of the interface. */
export function failureText({ settings }: Session, { diagnostics }: Extraction): string {
  const [first] = diagnostics;
  const outcome = first ? outcomeOf(first.code) : null;
  if (!first || !outcome) return first?.message ?? '';
  return `${settings.lang === 'vi' ? first.message : outcome.en} ${outcome.remedy[settings.lang]}`;
}
