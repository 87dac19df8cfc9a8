import type { XmlElement } from '../docx/package/element.ts';
import { element } from '../docx/tree.ts';
import type { StoryName, WordFile } from './word-file.ts';

type NoteName = 'footnote' | 'endnote';

/** Character positions in a table of them with entries of `bytes` bytes each; the last has no entry. */
export function positionsIn(table: Buffer, bytes: number): number[] {
  const count = Math.floor((table.length - 4) / (4 + bytes));
  return Array.from({ length: Math.max(0, count + 1) }, (_, i) => table.readUInt32LE(i * 4));
}

/** Marks of notes by their place in the body. The mark is a number of Word's, or what the writer typed there. */
export function noteMarks(file: WordFile): Map<number, XmlElement> {
  const marks = new Map<number, XmlElement>();
  for (const name of ['footnote', 'endnote'] as const) {
    const table = file.table(`${name}Marks`);
    const places = positionsIn(table, 2).slice(0, -1);
    for (const [i, place] of places.entries()) {
      const isAutomatic = table.readUInt16LE((places.length + 1) * 4 + i * 2) !== 0;
      marks.set(
        place,
        element(`w:${name}Reference`, { 'w:id': String(i), ...(!isAutomatic && { 'w:customMarkFollows': '1' }) }),
      );
    }
  }
  return marks;
}

/** Ranges of one story that belong to one note, comment or page edge each. */
export function rangesIn(file: WordFile, story: StoryName, positions: readonly number[]): [number, number][] {
  const [start, end] = file.story(story);
  return positions
    .slice(0, -1)
    .map((from, i): [number, number] => [start + from, Math.min(end, start + (positions[i + 1] ?? 0))]);
}

export function noteRanges(file: WordFile, name: NoteName): [number, number][] {
  // One position more than marks, and one for the end.
  return rangesIn(file, `${name}s`, positionsIn(file.table(`${name}Texts`), 0)).slice(0, -1);
}

/** Text boxes by the place where they hang, those that hang nowhere (left) apart. */
export function boxRanges(file: WordFile): { at: number | null; range: [number, number] }[] {
  const BOX_BYTES = 22;
  const ANCHOR_BYTES = 26;
  const texts = file.table('boxTexts');
  const positions = positionsIn(texts, BOX_BYTES);
  const anchors = file.table('boxAnchors');
  const places = positionsIn(anchors, ANCHOR_BYTES).slice(0, -1);
  const placeOf = new Map(
    places.map((place, i) => [anchors.readUInt32LE((places.length + 1) * 4 + i * ANCHOR_BYTES), place]),
  );
  return rangesIn(file, 'boxes', positions)
    .slice(0, -1)
    .map((range, i) => ({
      at: placeOf.get(texts.readUInt32LE(positions.length * 4 + i * BOX_BYTES + 14)) ?? null,
      range,
    }));
}

/** Page headers and footers: behind six lines that part notes from text, six for each section. */
export function edgeRanges(file: WordFile): { kind: 'page-header' | 'page-footer'; range: [number, number] }[] {
  const SEPARATORS = 6;
  const KINDS = ['page-header', 'page-header', 'page-footer', 'page-footer', 'page-header', 'page-footer'] as const;
  return rangesIn(file, 'edges', positionsIn(file.table('edges'), 0))
    .slice(SEPARATORS)
    .flatMap((range, i) => (range[0] < range[1] ? [{ kind: KINDS[i % 6]!, range }] : []));
}
