import type { Citation } from '../../schemas/citation.ts';
import type { Block } from '../../schemas/document.ts';
import type { Relation } from '../../schemas/relation.ts';
import type { ExtractContext } from '../document/context.ts';
import { recordId } from '../document/record-id.ts';
import { actorBefore } from './actor.ts';
import { modalityOf } from './modality.ts';
import { governingVerb } from './verbs.ts';

/** What governs the document last met, for those that are strung to it by a comma or «và». */
interface Governed {
  verb: string;
  from: string | null;
  /** Where the words of the relation begin in the block. */
  start: number;
  before: string;
}

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
    for (const stretch of stretches(block)) {
      const own = mentions.filter(({ start }) => start >= stretch.start && start < stretch.end);
      relations.push(...readStretch(context, block, blocks, own, stretch, heading));
    }
  }
  return relations;
}

interface Stretch {
  start: number;
  end: number;
  /** The paper that a row of a list is about, where the stretch is another cell of that row. */
  rowNumber: string | null;
}

function stretches(block: Block): Stretch[] {
  if (!block.table) return [{ start: 0, end: block.text.length, rowNumber: null }];
  return block.table.cells.map((cell) => ({ start: cell.start, end: cell.end, rowNumber: null }));
}

function readStretch(
  context: ExtractContext,
  block: Block,
  blocks: ReadonlyMap<string, Block>,
  mentions: Citation[],
  stretch: Stretch,
  heading: string,
): Relation[] {
  const relations: Relation[] = [];
  const rowNumber = block.table ? numberOfRow(block, stretch, mentions) : null;
  let governed: Governed | null = null;
  /** The verb of the report that a list of papers hangs on: «… đã ban hành: Kế hoạch …; Công văn …». */
  let listVerb: Governed | null = block.note ? verbAtMark(block, blocks) : null;
  let end = stretch.start;
  let previous: Citation | null = null;
  for (const mention of mentions) {
    const shares: boolean = previous !== null && mention.start === previous.start;
    if (!shares) {
      const gap: string = block.text.slice(end, mention.start);
      governed = govern(gap, end, previous, governed, listVerb, rowNumber);
      if (governed?.from === null && governed.verb === 'ban hành') listVerb = governed;
    }
    if (governed && mention.number) relations.push(relationOf(context, block, mention, governed, heading));
    end = mention.end;
    previous = mention;
  }
  return relations;
}

/** Decides what governs the next mention from the words between it and the one before. */
function govern(
  gap: string,
  gapStart: number,
  previous: Citation | null,
  governed: Governed | null,
  listVerb: Governed | null,
  rowNumber: string | null,
): Governed | null {
  const cut = clauseStart(gap);
  const clause = gap.slice(cut);
  const verb = governingVerb(clause);
  const here = (name: string, from: string | null, at: number): Governed => ({
    verb: name,
    from,
    start: gapStart + cut + at,
    before: clause.slice(0, at),
  });
  const sameClause = cut === 0 && previous !== null;
  if (!verb) {
    if (sameClause && isStrung(clause)) return governed;
    // «…; Công văn số …»: the next paper of a list, with nothing but its name.
    if (cut > 0 && previous !== null && listVerb && /^[\s+–-]*$/u.test(clause))
      return { ...listVerb, start: gapStart + cut };
    return previous === null && listVerb && /^[\s+–-]*$/u.test(clause) ? { ...listVerb, start: gapStart + cut } : null;
  }
  // The words «… năm thực hiện» after a semicolon go on with the review that was begun before it.
  if (cut > 0 && governed && /^\s?(?:và\s)?\d{1,2} năm thực hiện/iu.test(clause))
    return { ...governed, start: gapStart + cut };
  if (previous === null) return here(verb.verb, rowNumber, verb.start);
  if (!sameClause) return here(verb.verb, null, verb.start);
  // Inside one clause the paper named before is the subject: its title tells what it is for.
  if (isTitleOf(clause, verb.start)) return here(verb.verb, previous.number, verb.start);
  if (governed && /^\s?[,;]?\s?và\s\d{1,2} năm thực hiện/iu.test(clause.slice(-40))) return governed;
  return here(
    verb.verb,
    governed && /\svà\s/u.test(clause.slice(0, verb.start)) ? governed.from : previous.number,
    verb.start,
  );
}

/** Where the clause of the next mention begins: behind the last full stop or semicolon. */
function clauseStart(gap: string): number {
  let cut = 0;
  for (const match of gap.matchAll(/[;](?=\s|$)|\.(?=\s+\p{Lu}|\s*$)|:\s?(?=\(\d\)|[-+])/gu)) {
    if (!insideQuotes(gap, match.index)) cut = match.index + match[0].length;
  }
  return cut;
}

function insideQuotes(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** Commas, «và», issuer, date and title of the one before: nothing that starts another thought. */
function isStrung(clause: string): boolean {
  const rest = clause.replace(/“[^”]{0,400}”/gu, '').trim();
  return /^(?:[,]|(?:,?\s?và|,?\s?cùng|,?\s?hoặc)(?:\scác)?|)$/u.test(rest) || /(?:,|và|,\s?và)(?:\scác)?$/u.test(rest);
}

/** «… của Ban Thường vụ Huyện ủy về (việc) …», «… để …», «… nhằm …», «… chỉ đạo …» before the verb. */
function isTitleOf(clause: string, verbStart: number): boolean {
  return (
    /^[^;]{0,200}?(?:về|để|nhằm|v\/v|chỉ đạo|của)(?:\s|$)/u.test(clause.slice(0, verbStart + 1)) || verbStart <= 12
  );
}

/** The paper of the row: the first number of an earlier cell of the same row. */
function numberOfRow(block: Block, stretch: Stretch, mentions: readonly Citation[]): string | null {
  const own = block.table?.cells.find((cell) => cell.start === stretch.start && cell.end === stretch.end);
  if (!own || mentions.length === 0) return null;
  const before = block.table?.cells.filter((cell) => cell.row === own.row && cell.col < own.col) ?? [];
  for (const cell of before) {
    const number = /\d{1,5}[a-z]?(?:\/\d{4})?\s?[-/]\s?\p{Lu}[\p{L}.]*(?:[-/]\p{Lu}[\p{L}\d]*){0,4}/u.exec(
      cell.text,
    )?.[0];
    if (number) return number.replace(/\s/g, '');
  }
  return null;
}

/** A note carries on the sentence at its mark: «Ban hành nhiều văn bản chỉ đạo²» governs the papers listed in note 2. */
function verbAtMark(note: Block, blocks: ReadonlyMap<string, Block>): Governed | null {
  const anchor = note.note ? blocks.get(note.note.block) : undefined;
  if (!anchor || !note.note) return null;
  const text = anchor.text.slice(0, note.note.at);
  const sentence = text.slice(clauseStart(text));
  const verb = /ban hành|kế hoạch|chương trình|văn bản|hướng dẫn|báo cáo/iu.test(sentence)
    ? governingVerb(sentence)
    : null;
  return /ban hành|văn bản|hướng dẫn|báo cáo|kế hoạch/iu.test(sentence)
    ? { verb: 'ban hành', from: null, start: 0, before: verb ? sentence.slice(0, verb.start) : sentence }
    : null;
}

function relationOf(
  { file }: ExtractContext,
  block: Block,
  mention: Citation,
  governed: Governed,
  heading: string,
): Relation {
  const start = Math.min(governed.start, mention.start);
  const span = { block: block.id, start, end: mention.end };
  return {
    id: recordId(file, 'relation', span, `${governed.verb} ${mention.number}`),
    from: governed.from,
    verb: governed.verb,
    to: mention.number ?? '',
    modality: modalityOf(governed.before, heading, governed.verb),
    actor: governed.from === null ? actorBefore(governed.before) : null,
    place: null,
    quote: block.text.slice(start, mention.end),
    ...span,
  };
}
