import { readDigitAtom, scanNumberWords } from './atoms.ts';
import type { NumericValue } from './numeric-value.ts';

export type { NumericValue } from './numeric-value.ts';

/**
 * Reads a string that is one number and nothing else: «1.626,57», «03», «-2,5», «2 triệu», «hai mươi mốt». With `cell`,
 * «1,187» gives both its readings (`alternatives`), and English thousands are no mistake.
 */
export function parseNumber(raw: string, options: { cell?: boolean } = {}): NumericValue | null {
  if (raw.length > 200) return null;
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  const sign = /^[-−–](?=\d)/.test(text) ? 1 : 0;
  const run = /^\d+(?:[.,]{1,3}\d+)*/.exec(text.slice(sign));
  if (run !== null) {
    const atom = readDigitAtom(text, sign, run[0], options.cell);
    return atom !== null && text.length === atom.end
      ? placed(atom, lead, sign, text)
      : trailing(text, sign, lead, run[0]);
  }
  const [words] = scanNumberWords(text);
  return words !== undefined && words.start === 0 && words.end === text.length ? placed(words, lead, 0, text) : null;
}

/** «96,6.» on its own: a cell that ends in a stray separator. */
function trailing(text: string, sign: number, lead: number, run: string): NumericValue | null {
  if (!/^[.,]{1,3}$/.test(text.slice(sign + run.length))) return null;
  const atom = readDigitAtom(text.slice(0, sign + run.length), sign, run);
  return atom && placed({ ...atom, end: text.length, form: 'malformed' }, lead, sign, text);
}

function placed(atom: NumericValue, lead: number, sign: number, text: string): NumericValue {
  const negative = sign === 1 ? -1 : 1;
  const value: NumericValue = {
    ...atom,
    start: lead,
    end: lead + atom.end,
    raw: text.slice(0, atom.end),
    value: negative * atom.value,
  };
  if (atom.alternatives !== undefined) value.alternatives = atom.alternatives.map((other) => negative * other);
  return value;
}
