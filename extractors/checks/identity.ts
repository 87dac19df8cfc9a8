import { createHash } from 'node:crypto';
import type { Report } from '../../schemas/report.ts';
import type { ExtractContext } from '../document/context.ts';
import { fold } from '../text/fold.ts';

/**
 * What stays the same from one version of a report to the next: issuer, type, title and period, but not its number or
 * date. A report that says nothing of itself is known by its first words.
 */
export function lineage(context: ExtractContext): string {
  const { issuer, type, title, period }: Report = context.readAs ?? context.report;
  const stated = [issuer, type, title, period?.label].filter((part) => part !== null && part !== undefined);
  if (stated.length > 0) return words(stated.join(' '), true);
  const opening = context.blocks.slice(0, 5).map((block) => block.text.slice(0, 200));
  return words(opening.join(' '));
}

/** Folded words without digits, so that a corrected figure leaves the place recognisable: «gồm 04 nhà trọ» → «gom nha tro». */
export function words(text: string, digits = false): string {
  const letters = fold(text.normalize('NFC')).match(digits ? /[a-z0-9]+/g : /[a-z]+/g);
  return letters?.join(' ') ?? '';
}

/** `occurrence` counts places with the same words in one report, in reading order from 0. */
export function flagId(kind: string, lineageOfReport: string, anchor: string, occurrence: number): string {
  return hash([kind, lineageOfReport, anchor, String(occurrence)]);
}

/** A changed figure changes it and re-opens an auditor's decision; moved or reworded surroundings do not. */
export function fingerprint(figures: readonly (string | null)[]): string {
  return hash(figures.map((figure) => figure ?? ''));
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16);
}
