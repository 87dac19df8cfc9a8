import { fold } from '../text/fold.ts';
import type { Mention } from './mentions.ts';
import type { TableFacts } from './tables/facts.ts';

export interface Labelled {
  row: number;
  words: ReadonlySet<string>;
}

/** Syllables of a label without which it is too common to be meant: «Lĩnh vực khác». */
const fewestLabelWords = 3;

/** The one row whose label the clause repeats: «lĩnh vực đất đai, bồi thường giải phóng mặt bằng 287 ý kiến». */
export function rowByLabel({ table }: TableFacts, mention: Mention): Labelled | null {
  const clause = new Set(
    fold(mention.block.text.slice(mention.clause.start, mention.clause.end)).match(/[a-z]+/g) ?? [],
  );
  let found: Labelled | null = null;
  for (const { row, role, label } of table.rows) {
    if (role !== 'data' || label === '' || label.length > 120) continue;
    const words = new Set(label.match(/[a-z]+/g) ?? []);
    if (words.size < fewestLabelWords || ![...words].every((word) => clause.has(word))) continue;
    if (found !== null) return null;
    found = { row, words };
  }
  return found;
}
