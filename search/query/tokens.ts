import { fold, lower } from '../../extractors/text/fold.ts';
import { dateKeyAt } from './date.ts';
import { documentNumberAt, foldCode, type Run } from './document-number.ts';

/**
 * One word of a text: letters and digits, or a whole figure (`1.234,5`). `exact` keeps the marks; `folded` loses them,
 * and a figure loses its spelling: `1.234,5` and `1234,5` fold to `1234,5`, `05` and `5` to `5`.
 */
export interface Token {
  exact: string;
  folded: string;
  start: number;
  end: number;
}

/** A whole keyword (a document number, a date) and the words that spell it. */
export interface Keyword {
  key: string;
  start: number;
  end: number;
}

export interface Tokens {
  tokens: Token[];
  keywords: Keyword[];
}

/** Longer runs of letters are cut into words of this length, alike in texts and queries: engines refuse endless words. */
const LONGEST = 64;

const RUN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+/gu;

/** Words and keywords of a text (NFC), in order. The same function reads what is searched and what is asked. */
export function tokenize(text: string): Tokens {
  const runs = runsOf(text);
  const tokens: Token[] = [];
  const keywords: Keyword[] = [];
  for (let at = 0; at < runs.length; ) {
    const run = runs[at]!;
    const number = documentNumberAt(runs, at);
    if (number) {
      const parts = runs.slice(at, at + number.runs);
      keywords.push({ key: numberKey(number.key), start: run.start, end: parts.at(-1)!.end });
      for (const part of parts) tokens.push(...(number.known ? codeTokens(part) : wordTokens(part)));
      at += number.runs;
      continue;
    }
    const date = dateKeyAt(runs, at);
    if (date) {
      keywords.push({ key: dateKey(date.iso), start: run.start, end: runs[at + date.runs - 1]!.end });
      for (const part of runs.slice(at, at + date.runs)) tokens.push(...wordTokens(part));
      at += date.runs;
      continue;
    }
    tokens.push(...wordTokens(run));
    at++;
  }
  return { tokens, keywords };
}

export const numberKey = (key: string): string => `#${key}`;
export const dateKey = (iso: string): string => `@${iso.replaceAll('-', '')}`;

/** The keyword of the document number in a text, in any spelling: `số 218 QD/TW` → `#218qdtw`; null without a number. */
export function keyOfNumber(text: string): string | null {
  const written = text.normalize('NFC').trim();
  const found = tokenize(written).keywords.find((keyword) => keyword.key.startsWith('#'));
  if (found) return found.key;
  // shapes of no known letters (24/LĐ-NĐ of 1957) still stand for themselves
  return /^\d+[a-zđ]?\s?[-–/]\s?\p{L}/u.test(written)
    ? numberKey(foldCode(written).replace(/[^\p{L}\p{N}]/gu, ''))
    : null;
}

/** The words of a text without marks, joined by blanks: what filters and lists compare. */
export function foldedWords(text: string): string[] {
  return tokenize(text.normalize('NFC')).tokens.map((token) => token.folded);
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  const push = (start: number, found: string): void => {
    runs.push({ text: found, start, end: start + found.length, gap: text.slice(end, start) });
    end = start + found.length;
  };
  for (const match of text.matchAll(RUN)) {
    const found = match[0];
    if (
      isOneFigure(found) &&
      !/^[-–/]\p{L}/u.test(text.slice(match.index + found.length, match.index + found.length + 2))
    ) {
      push(match.index, found);
      continue;
    }
    // 19.6.2023, 1.2.3 and the 1737,1738 of `1737,1738-QĐ/TU` are several numbers
    for (const piece of found.matchAll(/[^.,]+/g)) push(match.index + piece.index, piece[0]);
  }
  return runs;
}

function isOneFigure(run: string): boolean {
  return !/[.,]/.test(run) || canonicalFigure(run) !== null;
}

/** `1.234,5` → `1234,5`; `1.234` → `1234`; `1234.5` → `1234,5`; null for what is no figure (`1.2.3`). */
function canonicalFigure(figure: string): string | null {
  const dots = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(figure);
  if (dots) return decimal(dots[1]!.replaceAll('.', ''), dots[2]);
  const commas = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$|^(\d{1,3}(?:,\d{3}){2,})$/.exec(figure);
  if (commas) return decimal((commas[1] ?? commas[3])!.replaceAll(',', ''), commas[2]);
  const plain = /^(\d+)(?:[.,](\d+))?$/.exec(figure);
  return plain ? decimal(plain[1]!, plain[2]) : null;
}

function decimal(whole: string, fraction: string | undefined): string {
  const digits = whole.replace(/^0+(?=\d)/, '');
  return fraction === undefined ? digits : `${digits},${fraction}`;
}

function wordTokens(run: Run): Token[] {
  const exact = lower(run.text);
  const folded = /^\d/.test(exact) ? canonicalFigure(exact) : null;
  if (exact.length <= LONGEST) return [{ exact, folded: folded ?? fold(exact), start: run.start, end: run.end }];
  const pieces: Token[] = [];
  for (let at = 0; at < exact.length; at += LONGEST) {
    const piece = exact.slice(at, at + LONGEST);
    pieces.push({ exact: piece, folded: fold(piece), start: run.start + at, end: run.start + at + piece.length });
  }
  return pieces;
}

/** The parts of a known document number lose their marks in both fields: QĐ and QD are one spelling. */
function codeTokens(run: Run): Token[] {
  return wordTokens(run).map((token) => ({ ...token, exact: foldCode(token.exact), folded: foldCode(token.folded) }));
}
