import type { Citation } from '../../schemas/citation.ts';
import type { Block, Cell } from '../../schemas/document.ts';
import type { Relation } from '../../schemas/relation.ts';
import { readTail } from '../citations/tail.ts';
import type { ExtractContext } from '../document/context.ts';
import { recordId } from '../document/record-id.ts';
import { actorBefore } from './actor.ts';
import { sentenceStart } from './clause.ts';
import { type Governed, govern, type Reading } from './govern.ts';
import { modalityOf } from './modality.ts';
import { actsOnEarlier, passiveBehind } from './passive.ts';
import { placeOf } from './place.ts';

/**
 * What this report, or a paper it names, does with each document it cites. Reading goes from mention to mention: the
 * words between the one before and this one say whether it is the object of that paper («Kế hoạch số 5-KH/HU về thực hiện
 * Chỉ thị …»), a further object of the same verb, or the object of a verb of the report itself.
 */
export function extractRelations(context: ExtractContext, citations: readonly Citation[]): Relation[] {
  const byBlock = Map.groupBy(
    citations.filter((citation) => !citation.self),
    (citation) => citation.block,
  );
  const blocks = new Map(context.blocks.map((block) => [block.id, block]));
  const relations: Relation[] = [];
  let heading = '';
  for (const block of context.blocks) {
    if (block.kind === 'heading') heading = block.text;
    const mentions = byBlock.get(block.id);
    if (!mentions) continue;
    const list = block.note ? verbAtMark(block, blocks) : null;
    let next = 0;
    for (const stretch of stretches(block)) {
      const own: Citation[] = [];
      while (next < mentions.length && (mentions[next] as Citation).start < stretch.end)
        own.push(mentions[next++] as Citation);
      if (own.length > 0) relations.push(...readStretch({ context, block, heading }, own, stretch, list));
    }
  }
  return relations;
}

interface Place {
  context: ExtractContext;
  block: Block;
  heading: string;
}

interface Stretch {
  start: number;
  end: number;
  /** The paper that a row of a list is about, where the stretch is another cell of that row. */
  rowNumber: string | null;
}

function stretches(block: Block): Stretch[] {
  if (!block.table) return [{ start: 0, end: block.text.length, rowNumber: null }];
  const rows = Map.groupBy(block.table.cells, (cell) => cell.row);
  const papers = new Map(Array.from(rows, ([row, cells]) => [row, numberOfRow(cells)]));
  return block.table.cells.map((cell) => {
    const paper = papers.get(cell.row);
    const rowNumber = paper && paper.cell.col < cell.col ? paper.number : null;
    return { start: cell.start, end: cell.end, rowNumber };
  });
}

/** The first number of a row, and its cell. */
function numberOfRow(cells: readonly Cell[]): { cell: Cell; number: string } | null {
  for (const cell of cells) {
    const number = /\d{1,5}[a-z]?(?:\/\d{4})?\s?[-/]\s?\p{Lu}[\p{L}.]{0,20}(?:[-/]\p{Lu}[\p{L}\d]{0,20}){0,4}/u.exec(
      cell.text,
    )?.[0];
    if (number) return { cell, number: number.replace(/\s/g, '') };
  }
  return null;
}

function readStretch(
  place: Place,
  mentions: readonly Citation[],
  stretch: Stretch,
  noteList: Governed | null,
): Relation[] {
  const { text } = place.block;
  const relations: Relation[] = [];
  let reading: Reading = {
    next: null,
    isSubject: false,
    previous: null,
    governed: null,
    list: noteList,
    rowNumber: stretch.rowNumber,
  };
  let previous: Citation | null = null;
  let end = stretch.start;
  let told: Told | null = null;
  for (const [i, mention] of mentions.entries()) {
    if (previous === null || mention.start !== previous.start) {
      const gap = text.slice(end, mention.start);
      const verb = previous?.number && mention.number ? actsOnEarlier(gap) : null;
      if (verb && previous?.number) {
        const start = previous.start;
        relations.push(
          relationOf(place, { verb, from: mention.number, to: previous.number, start, end: mention.end }, DONE),
        );
        reading = { ...reading, governed: null };
      } else
        reading = {
          ...reading,
          governed: govern(gap, end, { ...reading, next: mention.number, isSubject: isSubject(text, mention.end) }),
        };
      const { governed } = reading;
      if (governed?.from === null && governed.verb === 'ban hành') reading = { ...reading, list: governed };
      told = governed && tell(governed, place.heading);
    }
    const { governed } = reading;
    const following = mentions[i + 1]?.start ?? stretch.end;
    if (mention.number && !(governed && told)) {
      const passive = passiveOf(place, mention, following);
      if (passive) relations.push(passive);
    } else if (mention.number && governed && told) {
      // A list by a comma ends where the next paper has a verb of its own: «…, Chỉ thị 17 được kiểm tra».
      const own = previous !== null && governed.start < previous.start ? passiveOf(place, mention, following) : null;
      const start = Math.min(governed.start, mention.start);
      const facts = { verb: governed.verb, from: governed.from, to: mention.number, start, end: mention.end };
      const behind = text.slice(mention.end, Math.min(following, mention.end + 160));
      relations.push(own ?? relationOf(place, facts, { ...told, place: placeOf(behind, told.actor) }));
    }
    end = mention.end;
    previous = mention;
    reading = { ...reading, previous: mention };
  }
  return relations;
}

/** «Kết luận số 77-KL/TU vẫn còn hiệu lực»: what stands behind the paper is said of it. */
function isSubject(text: string, end: number): boolean {
  const at = readTail(text, end).namedEnd;
  return /^,?\s?(?:vẫn|đã|đang|sẽ|còn|là|có|chưa|không|cũng|được|bị|hết|nay|phải|nêu)\s/u.test(text.slice(at, at + 12));
}

/** What holds for all the papers of one verb; worked out once. */
type Told = Pick<Relation, 'modality' | 'actor' | 'place'>;
const DONE: Told = { modality: 'done', actor: null, place: null };

function tell({ verb, from, before }: Governed, heading: string): Told {
  const near = before.slice(-400);
  return { modality: modalityOf(near, heading, verb), actor: from === null ? actorBefore(near) : null, place: null };
}

function passiveOf(place: Place, mention: Citation, following: number): Relation | null {
  const { text } = place.block;
  const passive = passiveBehind(text, mention.end);
  if (!passive || passive.end > following || !mention.number) return null;
  // «A được thay thế bằng B» is told by B.
  if (/^(?:,\sbổ sung)?\s(?:một số điều\s)?(?:bằng|bởi)\s/u.test(text.slice(passive.end, passive.end + 20)))
    return null;
  const facts = { verb: passive.verb, from: null, to: mention.number, start: mention.start, end: passive.end };
  const behind = text.slice(passive.end, Math.min(following, passive.end + 160));
  const modality = modalityOf(passive.before, place.heading, passive.verb);
  return relationOf(place, facts, { modality, actor: null, place: placeOf(behind, null) });
}

/** A note carries on the sentence at its mark: «Ban hành nhiều văn bản chỉ đạo²» governs the papers listed in note 2. */
function verbAtMark(note: Block, blocks: ReadonlyMap<string, Block>): Governed | null {
  const anchor = note.note ? blocks.get(note.note.block) : undefined;
  if (!anchor || !note.note) return null;
  const text = anchor.text.slice(Math.max(0, note.note.at - 600), note.note.at);
  const sentence = text.slice(sentenceStart(text));
  const found = /ban hành/iu.exec(sentence) ?? /văn bản|hướng dẫn|báo cáo|kế hoạch|chương trình/iu.exec(sentence);
  return found && { verb: 'ban hành', from: null, start: 0, before: sentence.slice(0, found.index) };
}

function relationOf(
  { context: { file }, block }: Place,
  { verb, from, to, start, end }: { verb: string; from: string | null; to: string; start: number; end: number },
  told: Told,
): Relation {
  const span = { block: block.id, start, end };
  const id = recordId(file, 'relation', span, `${verb} ${to}`);
  return { id, from, verb, to, ...told, quote: block.text.slice(start, end), ...span };
}
