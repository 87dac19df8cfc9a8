import { scanDates } from '../dates/dates.ts';
import { scanPeriods } from '../dates/periods.ts';
import { remembered } from '../text/remembered.ts';
import { digitRun, readDigitAtom, scanNumberWords } from './atoms.ts';
import type { NumericValue } from './numeric-value.ts';
import { classifyQuantity } from './quantities.ts';
import { classifyReference, scanRomans } from './references.ts';
import { classifySlashed } from './slashes.ts';
import { type AtomContext, type NumberToken, plainToken } from './token.ts';
import { matchUnit } from './units.ts';
import { readWordFraction } from './word-fraction.ts';

const window = 48;

/** Every string of a text that looks like a number, told apart, in order, without overlaps. */
export const scanNumbers = remembered(readNumbers);

function readNumbers(text: string): readonly NumberToken[] {
  const reserved = reservedTokens(text);
  const atoms = numberAtoms(text);
  const byStart = new Map(atoms.map((atom) => [atom.start, atom]));
  const tokens: NumberToken[] = [];
  let next = 0;
  let covered = 0;
  for (const atom of atoms) {
    while (next < reserved.length && reserved[next]!.start <= atom.start) {
      const token = reserved[next++]!;
      if (token.start < covered) continue;
      tokens.push(token);
      covered = token.end;
    }
    if (atom.start < covered) continue;
    const token = continuesList(text, atom, tokens.at(-1)) ?? classify(text, atom, byStart);
    if (token === null) continue;
    const end = Math.min(token.end, reserved[next]?.start ?? token.end);
    tokens.push(
      end < token.end && end < lastNumberEnd(token) ? plainToken('name', atom.start, atom.end, [atom]) : token,
    );
    covered = token.end;
  }
  for (const token of reserved.slice(next)) if (token.start >= covered) tokens.push(token);
  return tokens;
}

const joins = /^(?:,|;| và|, và| hoặc|, số| và số)\s$/u;

/** «Quyết định 217 và 218», «Điều 5, 6 và 7»: what stands beside a number of a document or section is one too. */
function continuesList(text: string, atom: NumericValue, last: NumberToken | undefined): NumberToken | null {
  if (last?.class !== 'document-number' && last?.class !== 'section-number') return null;
  if (atom.form !== 'plain' || atom.multiplier > 1 || atom.start - last.end > 8) return null;
  if (!joins.test(text.slice(last.end, atom.start)) || matchUnit(text, atom.end) !== null) return null;
  return /^\s?[%/-]/.test(text.slice(atom.end, atom.end + 2))
    ? null
    : plainToken(last.class, atom.start, atom.end, [atom]);
}

function lastNumberEnd(token: NumberToken): number {
  return token.values.at(-1)?.end ?? token.end;
}

function classify(text: string, atom: NumericValue, byStart: ReadonlyMap<number, NumericValue>): NumberToken | null {
  const context: AtomContext = {
    text,
    atom,
    before: text.slice(Math.max(0, atom.start - window), atom.start).toLowerCase(),
    after: text.slice(atom.end, atom.end + window),
    atomAt: (offset) => byStart.get(offset) ?? null,
  };
  if (atom.form === 'word') return readWordFraction(context) ?? classifyQuantity(context);
  return classifyReference(context) ?? classifySlashed(context) ?? classifyQuantity(context);
}

/** Dates, periods and Roman numerals are found by their own grammars, and nothing inside them is a number of its own. */
function reservedTokens(text: string): NumberToken[] {
  const all = [
    ...scanPeriods(text).map((period) => plainToken('period', period.start, period.end, [])),
    ...scanDates(text).map((date) => plainToken('date', date.start, date.end, [])),
    ...scanRomans(text),
  ];
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: NumberToken[] = [];
  for (const token of all) if (token.start >= (kept.at(-1)?.end ?? 0)) kept.push(token);
  return kept;
}

function numberAtoms(text: string): NumericValue[] {
  const atoms: NumericValue[] = [];
  for (const m of text.matchAll(digitRun)) {
    const atom = readDigitAtom(text, m.index, m[0]);
    if (atom !== null) atoms.push(atom);
  }
  const words = scanNumberWords(text);
  return withoutOverlaps([...atoms, ...words].sort((a, b) => a.start - b.start || b.end - a.end));
}

function withoutOverlaps(sorted: NumericValue[]): NumericValue[] {
  const kept: NumericValue[] = [];
  for (const atom of sorted) if (atom.start >= (kept.at(-1)?.end ?? 0)) kept.push(atom);
  return kept;
}
