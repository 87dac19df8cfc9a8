import type { Indicator } from '../../schemas/indicator.ts';
import { fold } from '../text/fold.ts';
import data from './concepts.json' with { type: 'json' };

/**
 * What a figure counts, apart from place, unit and time: the words of its label that restrict it, each once, in order of
 * the alphabet. «cuộc đối thoại trực tiếp với Nhân dân» and «tổ chức đối thoại với người dân» are one concept; every
 * further word («… của người đứng đầu cấp ủy») makes another: a difference is never explained away.
 * Null where the label is too general to mean the same twice («đơn», «cuộc», «tổng số»).
 */
export function conceptOf({ label, unit, table }: Pick<Indicator, 'label' | 'unit' | 'table'>): string | null {
  let text = ` ${plain(label)} `;
  // «cuộc đối thoại trực tiếp (cuộc)»: the unit is compared on its own.
  const counted = unit === null ? '' : ` ${plain(unit)} `;
  const bare = text.trim();
  for (const [spelling, first] of spellings) text = text.replaceAll(` ${spelling} `, ` ${first} `);
  for (const word of voids) text = text.replaceAll(` ${word} `, ' ').replaceAll(` ${word} `, ' ');
  const known = plainNames.has(text.trim()) || plainNames.has(bare);
  if (counted !== '' && !known) text = text.replace(counted, ' ');
  const words = [...new Set(text.split(' ').filter((word) => word !== ''))].sort();
  if (known) return words.join(' ');
  return words.length >= (table === null ? 2 : 3) ? words.join(' ') : null;
}

/** Folded words only; what stands in brackets behind a label («(buổi tiếp công dân)») tells whose it is and stays. */
function plain(text: string): string {
  return fold(text.normalize('NFC'))
    .replace(/[^\p{L}\d%]+/gu, ' ')
    .trim();
}

/** Longer spellings first: «hoà giải thành công» before «hoà giải thành». */
const spellings = (data.same as string[][])
  .flatMap(([first, ...others]) => others.map((other): [string, string] => [other, first as string]))
  .sort((a, b) => b[0].length - a[0].length);
const voids = [...new Set(data.void)].sort((a, b) => b.length - a.length);
const plainNames = new Set(data.plain);
const states = new Set((data.plain as string[]).map((name) => conceptOf({ label: name, unit: null, table: null })));

/** Things that are there, not things that are done: their number may fall within a year. */
export const isState = (concept: string): boolean => states.has(concept);
