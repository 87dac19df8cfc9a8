import data from './units.json' with { type: 'json' };

export type UnitFamily = keyof typeof data.families | 'other';

/** The unit after a number. `unit` is its usual spelling, `factor` leads to the base of its family (ha for area, đồng for money). */
export interface UnitMatch {
  start: number;
  end: number;
  text: string;
  unit: string;
  family: UnitFamily;
  factor: number;
}

interface Entry {
  unit: string;
  family: UnitFamily;
  factor: number;
}

/** First word → spellings that begin with it, longest first: `lượt người` before `lượt`. */
const byFirstWord = new Map<string, { words: string[]; entry: Entry }[]>();
for (const [family, units] of Object.entries(data.families)) {
  for (const [unit, factor] of Object.entries(units as Record<string, number>)) {
    const words = unit.toLowerCase().split(' ');
    const list = byFirstWord.get(words[0] ?? '') ?? [];
    list.push({ words, entry: { unit, family: family as UnitFamily, factor } });
    byFirstWord.set(words[0] ?? '', list);
  }
}
for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);

const TOKEN = /[\p{L}\p{M}]+[²³0-9]?|%/uy;

/** The unit that begins at `at` (blanks skipped): a known one, else the noun that stands there. */
export function matchUnit(text: string, at: number): UnitMatch | null {
  let from = at;
  while (text[from] === ' ') from++;
  if (from - at > 2) return null;
  const words = wordsFrom(text, from, 4);
  const [first] = words;
  if (!first) return null;
  for (const { words: wanted, entry } of byFirstWord.get(first.word.toLowerCase()) ?? []) {
    if (!wanted.every((word, i) => words[i]?.word.toLowerCase() === word)) continue;
    const end = words[wanted.length - 1]?.end ?? first.end;
    return { start: from, end, text: text.slice(from, end), ...entry };
  }
  // An unknown noun is still what is counted; a function word is not.
  if (!/^\p{L}/u.test(first.word) || notNouns.has(first.word.toLowerCase())) return null;
  return { start: from, end: first.end, text: first.word, unit: first.word.toLowerCase(), family: 'other', factor: 1 };
}

const notNouns = new Set(data.notNouns);

function wordsFrom(text: string, at: number, most: number): { word: string; end: number }[] {
  const words: { word: string; end: number }[] = [];
  let from = at;
  while (words.length < most) {
    TOKEN.lastIndex = from;
    const match = TOKEN.exec(text);
    if (!match) break;
    words.push({ word: match[0], end: TOKEN.lastIndex });
    if (text[TOKEN.lastIndex] !== ' ' && text[TOKEN.lastIndex] !== '-') break;
    from = TOKEN.lastIndex + 1;
  }
  return words;
}
