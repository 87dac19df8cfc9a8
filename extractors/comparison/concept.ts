import type { Indicator } from '../../schemas/indicator.ts';
import { spellingKey } from '../geography/index.ts';
import data from './concepts.json' with { type: 'json' };

/**
 * What a figure counts, apart from place, unit and time: the words of its label that restrict it, each once, in order of
 * the alphabet. «cuộc đối thoại trực tiếp với Nhân dân» and «tổ chức đối thoại với người dân» are one concept; every
 * further word («… của người đứng đầu cấp ủy») makes another: a difference is never explained away.
 * Null where the label is too general to mean the same twice («đơn», «cuộc», «tổng số»).
 */
export function conceptOf({ label, unit, table }: Pick<Indicator, 'label' | 'unit' | 'table'>): string | null {
  let text = ` ${spell(label)} `;
  for (const [spelling, first] of spellings) text = text.replaceAll(` ${spelling} `, ` ${first} `);
  const named = plainNames.has(text.trim());
  if (!named) {
    // «cuộc đối thoại trực tiếp (cuộc)»: the unit is compared on its own.
    const counted = unit === null ? '' : ` ${spell(unit)} `;
    if (counted.trim() !== '' && text.startsWith(counted)) text = text.slice(counted.length - 1);
    for (const [spelling, first] of spellings) text = text.replaceAll(` ${spelling} `, ` ${first} `);
    if (!plainNames.has(text.trim())) for (const word of voids) text = removeAll(text, ` ${word} `);
  }
  const known = plainNames.has(text.trim());
  const words = [...new Set(text.split(' ').filter((word) => word !== ''))].sort();
  return known || words.length >= (table === null ? 2 : 3) ? words.join(' ') : null;
}

/** Things that are there, not things that are done: their number may fall within a year. */
export const isState = (concept: string): boolean => states.has(concept);

/** Words in small letters under one spelling each («hoà», «hòa»); marks stay: «mới» is not «môi». */
function spell(text: string): string {
  return spellingKey(
    text
      .normalize('NFC')
      .replace(/[^\p{L}\d%]+/gu, ' ')
      .trim(),
  );
}

function removeAll(text: string, part: string): string {
  let rest = text;
  // Neighbours share a blank: «của các» needs two turns.
  while (rest.includes(part)) rest = rest.replaceAll(part, ' ');
  return rest;
}

/** Longer spellings first: «hòa giải thành công» before «hòa giải thành». */
const spellings = data.same
  .flatMap(([first, ...others]) => others.map((other): [string, string] => [spell(other), spell(first as string)]))
  .sort((a, b) => b[0].length - a[0].length);
const voids = [...new Set(data.void.map(spell))].sort((a, b) => b.length - a.length);
const plainNames = new Set([...data.plain, ...data.done].map(spell));
const states = new Set(data.plain.map((name) => spell(name).split(' ').sort().join(' ')));
