import { remembered } from './remembered.ts';

/**
 * Folding for matching and searching: lower case, no marks, đ→d. One UTF-16 unit becomes one, so an offset into the
 * folded text is an offset into the original. Expects NFC (a combining mark left over by NFC folds to itself).
 *
 * `Quyết định` → `quyet dinh`; `khoá` and `khóa` → `khoa`.
 */
export const fold: (text: string) => string = remembered(foldText);

function foldText(text: string): string {
  let folded = '';
  for (let from = 0; from < text.length; from += PIECE) {
    const units = new Array<number>(Math.min(PIECE, text.length - from));
    for (let i = 0; i < units.length; i++) units[i] = foldUnit(text.charCodeAt(from + i));
    // One call for the whole piece: built sign by sign, a string is a tree that the first pattern has to flatten.
    folded += String.fromCharCode(...units);
  }
  return folded;
}

const PIECE = 4096;

/** What each unit folds to; 0 where nobody has asked yet. */
const known = new Uint16Array(0x10000);

function foldUnit(code: number): number {
  const before = known[code] as number;
  if (before !== 0) return before;
  const folded = foldLetter(String.fromCharCode(code)).charCodeAt(0);
  known[code] = folded;
  return folded;
}

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase();
  if (lower === 'đ' || lower === 'ð') return 'd';
  const base = lower.normalize('NFD').replace(/\p{M}+/gu, '');
  return base.length === 1 ? base : letter;
}

/** Lower case only, one unit to one unit: the exact field of a search keeps its marks. */
export const lower: (text: string) => string = remembered(lowerText);

function lowerText(text: string): string {
  const all = text.toLowerCase();
  if (all.length === text.length) return all;
  return Array.from({ length: text.length }, (_, i) => {
    const unit = text.charAt(i);
    const small = unit.toLowerCase();
    return small.length === 1 ? small : unit;
  }).join('');
}
