import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import type { Mention } from './mentions.ts';
import type { TableFacts } from './tables/facts.ts';

export interface Labelled {
  row: number;
  words: ReadonlySet<string>;
}

/** Syllables of a label without which it is too common to be meant: «Lĩnh vực khác». */
const fewestLabelWords = 3;

/** Every figure of the text is held against the labels of every table near it. */
const latinWords = remembered((folded: string): ReadonlySet<string> => new Set(folded.match(/[a-z]+/g) ?? []));

/** The words of the clause of a figure, to be held against labels. */
export function clauseWords({ block, clause }: Mention): ReadonlySet<string> {
  return latinWords(fold(block.text.slice(clause.start, clause.end)));
}

function allIn(words: ReadonlySet<string>, clause: ReadonlySet<string>): boolean {
  for (const word of words) if (!clause.has(word)) return false;
  return true;
}

/** The one row whose label the clause repeats: «lĩnh vực đất đai, bồi thường giải phóng mặt bằng 287 ý kiến». */
export function rowByLabel({ table }: TableFacts, clause: ReadonlySet<string>): Labelled | null {
  let found: Labelled | null = null;
  for (const { row, role, label } of table.rows) {
    if (role !== 'data' || label === '' || label.length > 120) continue;
    const words = latinWords(label);
    if (words.size < fewestLabelWords || !allIn(words, clause)) continue;
    if (found !== null) return null;
    found = { row, words };
  }
  return found;
}
