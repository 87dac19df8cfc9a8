import { readLead } from './lead.ts';

/** One ordinal of a number, with the year where it has its own: «12/2019 và 15/2020/NQ-HĐND». */
export interface Ordinal {
  start: number;
  end: number;
  digits: string;
  year: number | null;
}

/** Ordinals before the one that carries the letters: «217, », «1737,», «87, 88, », «12/2019 và ». */
const SHARED =
  /(?<![\d./,-]|\d\s)(?:\d{1,5}[a-zđ]?(?:\/(?:19|20)\d\d)?\s{0,2}(?:,|;|và|hoặc|đến)\s{0,2}(?:số\s)?){1,8}$/u;
const ITEM = /(\d{1,5}[a-zđ]?)(?:\/((?:19|20)\d\d))?(?=\s{0,2}(?:,|;|và|hoặc|đến))/gu;
/** «số 21 8-QĐ/TW», «1737, 17 38-QĐ/TU»: a blank inside the ordinal; only where nothing else can stand. */
const BROKEN = /(?:(?:số|Số)\s?:?\s|\d\s?,\s|và\s)((?:\d{1,4}\s){1,3})$/u;

/** The ordinal at `start` grown to the left: by its own digits before a stray blank, by those that share its letters. */
export function readOrdinals(text: string, start: number, written: string): Ordinal[] | null {
  const own = joinBroken(text, start, written);
  if (!own) return null;
  const from = Math.max(0, own.start - 72);
  const shared = SHARED.exec(text.slice(from, own.start));
  if (!shared) return [own];
  const listStart = from + shared.index;
  const lead = readLead(text, listStart);
  // «ngày 12, 218-QĐ/TW»: only a type word or «số» makes the digits before a list of ordinals.
  if (!lead.type && !lead.hasMarker) return [own];
  const others = Array.from(shared[0].matchAll(ITEM), (one) => ({
    start: listStart + one.index,
    end: listStart + one.index + one[0].length,
    digits: one[1] ?? '',
    year: one[2] === undefined ? null : Number(one[2]),
  }));
  return [...others, own];
}

function joinBroken(text: string, start: number, written: string): Ordinal | null {
  const digits = written.replace(/\s/g, '');
  const end = start + written.length;
  const before = BROKEN.exec(text.slice(Math.max(0, start - 28), start))?.[1];
  if (before === undefined) return { start, end, digits, year: null };
  const whole = before.replace(/\s/g, '') + digits;
  // Longer than any ordinal: no telling what was meant.
  return whole.length <= 5 ? { start: start - before.length, end, digits: whole, year: null } : null;
}
