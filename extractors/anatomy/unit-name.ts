import type { UnitLevel } from '../../schemas/report.ts';
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
].map((type) => ({ words: type.split(' ').map(fold), type }));

/** The type of a unit at this word: not the «Tỉnh» of «Tỉnh ủy», nor the «xã» of «xã hội». */
export function unitTypeAt(words: readonly string[], at: number): { type: string; length: number } | null {
  const found = UNIT_TYPES.find((unit) => unit.words.every((word, i) => fold(words[at + i] ?? '') === word));
  if (!found) return null;
  const next = fold(words[at + found.words.length] ?? '');
  if (next === 'uy' || next === 'doan' || (found.type === 'xã' && next === 'hoi')) return null;
  return { type: found.type === 'huyện đảo' ? 'huyện' : found.type, length: found.words.length };
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
