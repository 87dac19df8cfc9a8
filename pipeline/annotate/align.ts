import type { Block } from '../../schemas/document.ts';
import { type FoldedText, fold } from './folded-text.ts';
import type { WordParagraph } from './word-paragraphs.ts';

/** A stretch of a block (a paragraph or a cell) and the paragraphs of the file whose text it is, with where each begins. */
interface Unit {
  start: number;
  end: number;
  folded: FoldedText;
  parts: { paragraph: WordParagraph; at: number }[];
}

/** Paragraphs looked through behind the last one that was found, before all others are. */
const NEAR = 200;
/** An automatic number is in the block and not in the file's text: "1.2.3.", "Phụ lục II". */
const LONGEST_NUMBER = 16;

/**
 * Finds for every block the paragraphs it was read from. Blocks come in the order of the file, all but text boxes and
 * tables in cells, which are looked for among the rest; a text that was changed in reading (an old encoding) is not found.
 */
export function align(blocks: readonly Block[], paragraphs: readonly WordParagraph[]): Map<string, Unit[]> {
  const rest = paragraphs.filter(({ folded }) => folded.text !== '');
  const used = new Set<WordParagraph>();
  let next = 0;
  const find = (unit: Unit, from: number, to: number): boolean => {
    for (let i = from; i < Math.min(to, rest.length); i++) {
      const parts = partsAt(unit.folded.text, rest, i, used);
      if (parts.length === 0) continue;
      for (const { paragraph } of parts) used.add(paragraph);
      unit.parts = parts;
      next = i + parts.length;
      return true;
    }
    return false;
  };
  const units = new Map<string, Unit[]>();
  for (const block of blocks) {
    if (['comment', 'footnote', 'endnote', 'page-header', 'page-footer'].includes(block.kind)) continue;
    const stretches = block.table?.cells ?? [{ start: 0, end: block.text.length }];
    const own = stretches.map(({ start, end }): Unit => {
      const unit = { start, end, folded: fold(block.text.slice(start, end), start), parts: [] };
      if (unit.folded.text !== '' && !find(unit, next, next + NEAR)) find(unit, 0, rest.length);
      return unit;
    });
    units.set(block.id, own);
  }
  return units;
}

/** The paragraphs from `first` on that together are the text; none where they are not. */
function partsAt(
  text: string,
  paragraphs: readonly WordParagraph[],
  first: number,
  used: ReadonlySet<WordParagraph>,
): Unit['parts'] {
  const parts: Unit['parts'] = [];
  let end = 0;
  for (let i = first; end < text.length; i++) {
    const paragraph = paragraphs[i];
    if (!paragraph || used.has(paragraph)) return [];
    const at = text.indexOf(paragraph.folded.text, end);
    if (at < 0 || at - end > LONGEST_NUMBER) return [];
    parts.push({ paragraph, at });
    end = at + paragraph.folded.text.length;
  }
  return parts;
}
