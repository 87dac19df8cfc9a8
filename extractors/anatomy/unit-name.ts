import type { UnitLevel } from '../../schemas/report.ts';
import { candidatesFor } from '../geography/index.ts';
import { fold } from '../text/fold.ts';

export interface PlaceName {
  /** In small letters: «thị xã». */
  type: string;
  name: string;
}

const UNIT_TYPES: readonly { words: string[]; type: string }[] = [
  'thành phố',
  'thị xã',
  'thị trấn',
  'đặc khu',
  'huyện đảo',
  'tỉnh',
  'quận',
  'huyện',
  'phường',
  'xã',
].map((type) => ({ words: type.split(' '), type }));

/**
 * The type of a unit at this word: not the «Tỉnh» of «Tỉnh ủy», nor the «xã» of «xã hội». With its marks: «Xá», «Phương»,
 * «Quán» are parts of names.
 */
export function unitTypeAt(words: readonly string[], at: number): { type: string; length: number } | null {
  const word = (index: number): string => (words[index] ?? '').toLowerCase();
  const found = UNIT_TYPES.find((unit) => unit.words.every((part, i) => word(at + i) === part));
  if (!found) return null;
  const after = at + found.words.length;
  if (knownNameAt(words, after, found.type) === 0) {
    const next = word(after);
    if (/^(?:ủy|uỷ|đoàn)$/.test(next) || (found.type === 'xã' && next === 'hội')) return null;
  }
  return { type: found.type === 'huyện đảo' ? 'huyện' : found.type, length: found.words.length };
}

const LONGEST_NAME = 6;

/** How many words from here on are the name of a unit of that type: «Trung Tâm», «Đoàn Kết», «Ngã Tư Sở»; 0 for none. */
export function knownNameAt(words: readonly string[], at: number, type: string): number {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
    if (candidatesFor(`${type} ${words.slice(at, at + length).join(' ')}`).length > 0) return length;
  }
  return 0;
}

/** «PHỔ HÒA» → «Phổ Hòa», «BÀ RỊA - VŨNG TÀU» → «Bà Rịa - Vũng Tàu», «M'ĐRẮK» → «M'Đrắk». */
export function placeOf(words: readonly string[], keepCase: boolean): string {
  const name = words.join(' ');
  if (keepCase) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

const CENTRAL_CITIES = new Set(['ha noi', 'hai phong', 'da nang', 'can tho', 'ho chi minh', 'hue']);

export function levelOf({ type, name }: PlaceName): UnitLevel {
  if (type === 'tỉnh') return 'province';
  if (type === 'thành phố') return CENTRAL_CITIES.has(fold(name)) ? 'province' : 'district';
  if (type === 'quận' || type === 'huyện' || type === 'thị xã') return 'district';
  if (type === 'thôn' || type === 'tổ dân phố') return 'village';
  return 'commune';
}
