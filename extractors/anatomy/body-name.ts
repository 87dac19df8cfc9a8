import { fold } from '../text/fold.ts';
import bodies from './bodies.json' with { type: 'json' };
import { isCapitalTitle } from './sections.ts';
import { knownNameAt, type PlaceName, placeOf, unitTypeAt } from './unit-name.ts';

/** A body as the letterhead names it, in running case: «Đảng ủy phường Phổ Hòa». */
export interface BodyName {
  name: string;
  /** The first known phrase in it: «Đảng ủy», «Sở Nội vụ»; the whole name when none is known. */
  head: string;
  places: PlaceName[];
  /** False where a word in it is neither a known body, nor a unit, nor a name. */
  known: boolean;
}

const PHRASES = new Map(bodies.bodies.map((name) => [wordsOf(name).map(fold).join(' '), name]));
const LONGEST_PHRASE = Math.max(...bodies.bodies.map((name) => wordsOf(name).length));
const ABBREVIATIONS = new Map(Object.entries(bodies.abbreviations));
/** «Tỉnh ủy Quảng Ngãi»: the name of a place follows at once. */
const TAKES_PLACE = /^(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn)$/;
/** A body that ends where the next one begins, place or not: «SỞ Y TẾ» «TRUNG TÂM Y TẾ HUYỆN …». */
const STANDS_ALONE = /^(?:Sở|Bộ|Tổng cục|Cục|Chính phủ)/;

/**
 * Reads the names of bodies out of one line of a letterhead. Lines of one cell may have run together: «ĐẢNG BỘ THỊ XÃ
 * ĐỨC PHỔ ĐẢNG ỦY PHƯỜNG PHỔ HÒA» is two bodies, «BAN DÂN VẬN TỈNH ỦY QUẢNG NGÃI» is one.
 */
export function readBodies(line: string): BodyName[] {
  const keepCase = !isCapitalTitle(line);
  const words = wordsOf(line).flatMap(expand);
  const found: BodyName[] = [];
  let parts: string[] = [];
  let head = '';
  let places: PlaceName[] = [];
  let known = true;
  const close = () => {
    if (parts.length > 0)
      found.push({ name: tidy(parts), head: head || tidy(parts), places, known: known && head !== '' });
    [parts, head, places, known] = [[], '', [], true];
  };
  for (let i = 0; i < words.length; ) {
    const phrase = phraseAt(words, i);
    const unit = phrase ? null : unitTypeAt(words, i);
    if (phrase) {
      if (places.length > 0 || STANDS_ALONE.test(head)) close();
      head ||= phrase.name;
      parts.push(...(keepCase ? asWritten(words.slice(i, i + phrase.length), phrase.name) : [phrase.name]));
      i += phrase.length;
      if (!TAKES_PLACE.test(phrase.name)) continue;
      const type = PLACE_TYPE[fold(phrase.name).split(' ')[0] ?? ''] ?? 'tỉnh';
      const end = placeEnd(words, i, keepCase, type);
      if (end > i) {
        const name = placeOf(words.slice(i, end), keepCase);
        parts.push(name);
        places.push({ type, name });
      }
      i = end;
    } else if (unit) {
      i += unit.length;
      const end = placeEnd(words, i, keepCase, unit.type);
      const name = end > i ? placeOf(words.slice(i, end), keepCase) : '';
      parts.push(parts.length === 0 && keepCase ? words.slice(i - unit.length, i).join(' ') : unit.type);
      if (name !== '') {
        parts.push(name);
        places.push({ type: unit.type, name });
      }
      i = end;
    } else {
      known = false;
      parts.push(keepCase ? words[i]! : ordinaryWord(words[i]!, parts));
      i += 1;
    }
  }
  close();
  return found;
}

/** In running text «UBND» stands in capitals as an abbreviation only. */
const asWritten = (words: readonly string[], name: string): string[] =>
  words.length > 1 && words.every((word) => word === word.toUpperCase()) ? [name] : [...words];

const PLACE_TYPE: Readonly<Record<string, string>> = {
  tinh: 'tỉnh',
  thanh: 'thành phố',
  huyen: 'huyện',
  quan: 'quận',
  thi: 'thị xã',
};

function phraseAt(words: readonly string[], at: number): { name: string; length: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const name = PHRASES.get(
      words
        .slice(at, at + length)
        .map(fold)
        .join(' '),
    );
    // «huyện Đoan Hùng» has no «Huyện đoàn» in it.
    if (name && (!name.endsWith('đoàn') || words[at + length - 1]?.toLowerCase() === 'đoàn')) return { name, length };
  }
  return null;
}

/** A name has two syllables or more («Hải Phòng», though «phòng» is also a department), or is a number. */
function placeEnd(words: readonly string[], from: number, keepCase: boolean, type: string): number {
  const known = knownNameAt(words, from, type);
  if (known > 0) return from + known;
  let to = from;
  while (to < words.length) {
    const taken = to - from;
    if (/^[,;]$/.test(words[to]!) || (keepCase && /^\p{Ll}/u.test(words[to]!))) break;
    if (taken > 0 && /^\d/.test(words[from]!)) break;
    const phrase = phraseAt(words, to);
    if (phrase && (phrase.length > 1 ? taken > 0 || TAKES_PLACE.test(phrase.name) || !isName(words, from) : taken > 1))
      break;
    if (taken > 0 && unitTypeAt(words, to)) break;
    to++;
  }
  return to;
}

const isName = (words: readonly string[], at: number): boolean => at < words.length && phraseAt(words, at) === null;

/** Not in the list of bodies: a capital after «Sở», «Phòng», «Ban», small letters elsewhere. */
function ordinaryWord(word: string, before: readonly string[]): string {
  const small = word.toLowerCase();
  const last = before.at(-1) ?? '';
  const opens = before.length === 0 || /^(?:Sở|Phòng|Cục|Chi cục|Tổng cục|Trung tâm|Trường|Hội đồng)$/.test(last);
  return opens ? small.charAt(0).toUpperCase() + small.slice(1) : small;
}

function expand(word: string): string[] {
  const full = ABBREVIATIONS.get(word.toLowerCase());
  return full ? full.split(' ').map((part) => (word === word.toUpperCase() ? part.toUpperCase() : part)) : [word];
}

function wordsOf(line: string): string[] {
  return line
    .replace(/([,;])/g, ' $1 ')
    .replace(/(\p{L}\.)(?=\p{L}{2})/gu, '$1 ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

const tidy = (parts: readonly string[]): string =>
  parts
    .join(' ')
    .replace(/ ([,;])/g, '$1')
    .replace(/[\s,;–-]+$/, '');
