import type { Report } from '../../schemas/report.ts';
import { foldedLine } from '../text/normalize.ts';
import { likeness, type Sketch } from './sketch.ts';

export interface Sketched {
  report: Report;
  sketch: Sketch;
}

/**
 * `copy`: one report in two files (DOCX and PDF, a re-scan). `version`: the same report written anew (a draft, a corrected
 * print). In neither case do its figures count twice.
 */
export type Sameness = 'copy' | 'version' | 'other';

/** A copy made by another program or read from a scan loses some runs of words; two versions lose more. */
const COPY = 0.6;
const VERSION = 0.35;
/** Without any header fact in common only the text speaks, and forms are filled in month after month. */
const SAME_TEXT = 0.9;

/**
 * Reports of one body for two months may share most of their words: whatever number, day or period both state must
 * agree, or they are two reports.
 */
export function sameness(a: Sketched, b: Sketched): Sameness {
  const facts = (['type', 'issuer', 'period'] as const).map((fact) =>
    agrees(named(a.report, fact), named(b.report, fact)),
  );
  if (facts.includes('no')) return 'other';
  const numbers = agrees(a.report.number, b.report.number);
  const days = agrees(a.report.date, b.report.date);
  const alike = likeness(a.sketch, b.sketch);
  if (numbers !== 'no' && days !== 'no') {
    const known = numbers === 'yes' || days === 'yes' || facts.filter((fact) => fact === 'yes').length >= 2;
    if (alike >= (known ? COPY : SAME_TEXT)) return 'copy';
  }
  // A draft has no number yet, or another day; what it reports on is the same.
  const about =
    facts.every((fact) => fact === 'yes') && agrees(named(a.report, 'title'), named(b.report, 'title')) !== 'no';
  return about && alike >= VERSION ? 'version' : 'other';
}

/** How a fact of the header is set beside that of another report. */
export function named(report: Report, fact: 'type' | 'issuer' | 'period' | 'title'): string | null {
  const value = fact === 'period' ? (report.period?.label ?? null) : report[fact];
  return value === null ? null : foldedLine(value);
}

function agrees(a: string | null, b: string | null): 'yes' | 'no' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  return a === b ? 'yes' : 'no';
}
