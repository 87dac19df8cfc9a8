import type { Block } from '../../schemas/document.ts';
import { align } from './align.ts';
import type { WordParagraph } from './word-paragraphs.ts';

/** Where a comment begins and ends, as offsets into the XML: inside of texts, or around the content of a paragraph. */
export interface Place {
  from: number;
  to: number;
}

/** Answers where in the file a stretch of a block stands: exactly, or the paragraph, or the nearest one that was found. */
export function placer(blocks: readonly Block[], paragraphs: readonly WordParagraph[]) {
  const units = align(blocks, paragraphs);
  const byId = new Map(blocks.map((block, i) => [block.id, { block, i }]));

  return (id: string, start: number, end: number): Place | null => {
    const { block, i = 0 } = byId.get(id) ?? {};
    // Word keeps no comments in notes: theirs stand at the mark.
    if (block?.note) {
      const { block: at, at: mark } = block.note;
      return exact(at, Math.max(0, mark - 1), mark) ?? nearest(byId.get(at)?.i ?? i);
    }
    return exact(id, start, end) ?? nearest(i);
  };

  function exact(id: string, start: number, end: number): Place | null {
    const own = units.get(id) ?? [];
    const first = own.find((unit) => unit.end > start && unit.parts.length > 0);
    if (!first || first.start >= end) return null;
    const { starts } = first.folded;
    const from = starts.findIndex((at) => at >= start);
    const to = starts.findLastIndex((at) => at < end);
    const part = first.parts.findLast(({ at }) => at <= from) ?? first.parts[0]!;
    const { paragraph, at } = part;
    if (paragraph.outer) return around(paragraph.outer);
    // Evidence that is the automatic number itself, or goes on in the next paragraph of a cell, ends with this one.
    const last = Math.min(to - at, paragraph.folded.text.length - 1);
    const opens = paragraph.folded.starts[Math.max(0, from - at)];
    const closes = paragraph.folded.ends[last];
    return opens === undefined || closes === undefined || closes <= opens
      ? around(paragraph)
      : { from: opens, to: closes };
  }

  function nearest(index: number): Place | null {
    for (let i = index; i >= 0; i--) {
      const part = units.get(blocks[i]!.id)?.find(({ parts }) => parts.length > 0)?.parts[0];
      if (part) return around(part.paragraph.outer ?? part.paragraph);
    }
    const first = paragraphs.find(({ outer }) => outer === null);
    return first ? around(first) : null;
  }
}

const around = ({ start, end }: WordParagraph): Place => ({ from: start, to: end });
