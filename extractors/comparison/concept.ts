import type { Indicator } from '../../schemas/indicator.ts';
import { spellingKey } from '../geography/index.ts';
import data from './concepts.json' with { type: 'json' };

/**
 * What a figure counts, apart from place, unit and time: the words of its label that restrict it, each once, in order of
 * the alphabet. «cuộc đối thoại trực tiếp với Nhân dân» and «tổ chức đối thoại với người dân» are one concept; every
 * further word («… của người đứng đầu cấp ủy») makes another: a difference is never explained away.
 * Null where the label is too general to mean the same twice («đơn», «cuộc», «tổng số»).
 */
export function conceptOf(named: Named): string | null {
  const { words, known } = readConcept(named);
  return known || words.length >= (named.table === null ? 2 : 3) ? words.join(' ') : null;
}

/** As above of whatever label, however general: for a person who asked for just these words. */
export function plainConceptOf(named: Named): string | null {
  const { words } = readConcept(named);
  return words.length > 0 ? words.join(' ') : null;
}

type Named = Pick<Indicator, 'label' | 'unit' | 'table'>;

function readConcept({ label, unit }: Named): { words: string[]; known: boolean } {
  let text = ` ${spell(label)} `;
  for (const [spelling, first] of spellings) text = text.replaceAll(` ${spelling} `, ` ${first} `);
  const named = plainNames.has(text.trim());
  if (!named) {
    // «cuộc đối thoại trực tiếp (cuộc)»: the unit is compared on its own.
    const counted = unit === null ? '' : ` ${spell(unit)} `;
    // «Số cuộc đối thoại trực tiếp» heads a column of what prose calls «cuộc đối thoại trực tiếp».
    const front = numbers.find((words) => text.startsWith(words) && text.startsWith(counted, words.length - 1));
    const start = front === undefined ? text : text.slice(front.length - 1);
    if (counted.trim() !== '' && start.startsWith(counted)) text = start.slice(counted.length - 1);
    for (const [spelling, first] of spellings) text = text.replaceAll(` ${spelling} `, ` ${first} `);
    if (!plainNames.has(text.trim())) for (const word of voids) text = removeAll(text, ` ${word} `);
  }
  const words = [...new Set(text.split(' ').filter((word) => word !== ''))].sort();
  return { words, known: plainNames.has(text.trim()) };
}

/** More ways to write one label are not looked for. */
const MOST_SPELLINGS = 24;

/** The label in every wording that means the same, itself first: what to look for, in words that restrict it. */
export function wordingsOf(label: string): string[] {
  const words = Array.from(
    label
      .normalize('NFC')
      .toLowerCase()
      .matchAll(/[\p{L}\d%]+/gu),
    ([word]) => word,
  );
  const found = new Map([[words.join(' '), words]]);
  for (const wording of found.values()) {
    for (const [from, to] of rewordings) {
      const at = found.size < MOST_SPELLINGS ? placeIn(wording, from) : -1;
      if (at < 0) continue;
      const other = [...wording.slice(0, at), ...to, ...wording.slice(at + from.length)];
      if (!found.has(other.join(' '))) found.set(other.join(' '), other);
    }
  }
  return [...found.values()].map((wording) => withoutVoids(wording).join(' '));
}

function placeIn(words: readonly string[], part: readonly string[]): number {
  return words.findIndex((_, at) =>
    part.every((word, i) => words[at + i] !== undefined && spell(words[at + i]!) === spell(word)),
  );
}

function withoutVoids(words: readonly string[]): string[] {
  let left = [...words];
  for (const word of data.void.map((one) => one.split(' ')).sort((a, b) => b.length - a.length)) {
    for (let at = placeIn(left, word); at >= 0; at = placeIn(left, word))
      left = [...left.slice(0, at), ...left.slice(at + word.length)];
  }
  return left.length > 0 ? left : [...words];
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

const rewordings = data.same.flatMap((group) =>
  group.flatMap((from) => group.filter((to) => to !== from).map((to) => [from.split(' '), to.split(' ')] as const)),
);
/** Longer spellings first: «hòa giải thành công» before «hòa giải thành». */
const spellings = data.same
  .flatMap(([first, ...others]) => others.map((other): [string, string] => [spell(other), spell(first as string)]))
  .sort((a, b) => b[0].length - a[0].length);
const numbers = ['tổng số', 'số'].map((words) => ` ${spell(words)} `);
const voids = [...new Set(data.void.map(spell))].sort((a, b) => b.length - a.length);
const plainNames = new Set([...data.plain, ...data.done].map(spell));
const states = new Set(data.plain.map((name) => spell(name).split(' ').sort().join(' ')));
