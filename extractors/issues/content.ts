import { peopleIn } from './residents.ts';
import type { StanceWord } from './stance.ts';

/** Beside people and stance there must be a matter: «Những vấn đề Nhân dân quan tâm, băn khoăn, mong muốn» has none. */
export function hasContent(folded: string, words: readonly StanceWord[]): boolean {
  let rest = folded;
  for (const { start, end } of [...words, ...peopleIn(folded)])
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  const content = rest.split(/[^\p{L}\d]+/u).filter((word) => word.length > 1 && !FILLERS.has(word));
  return content.length >= 3;
}

const FILLERS = new Set(
  'cac nhung mot so nhieu van de va voi cua trong can bo dang vien duoc rat con la co ve su noi dung tiep tuc'.split(
    ' ',
  ),
);
