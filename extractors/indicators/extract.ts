import type { Citation } from '../../schemas/citation.ts';
import type { Block } from '../../schemas/document.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import type { ExtractContext } from '../document/context.ts';
import { recordId } from '../document/record-id.ts';
import type { Draft } from './draft.ts';
import { tieParts } from './parts.ts';
import { readProse } from './prose/read.ts';
import type { Scopes } from './prose/scope.ts';
import { SurroundingsWalker } from './surroundings.ts';
import { readTable } from './tables/read.ts';

const telling = new Set<Block['kind']>(['paragraph', 'list-item', 'footnote', 'endnote', 'text-box', 'heading']);

/** Every figure that counts or measures something, in reading order. README.md says what is one and what is not. */
export function extractIndicators(context: ExtractContext, citations: readonly Citation[]): Indicator[] {
  const cited = Map.groupBy(citations, (citation) => citation.block);
  const walker = new SurroundingsWalker(context.report);
  const drafts: Draft[] = [];
  const scopes = new Map<string, Scopes>();
  const noted = new Set(context.blocks.flatMap(({ note }) => (note === null ? [] : [note.block])));
  let tables = 0;
  let above: Block[] = [];
  for (const block of context.blocks) {
    const around = walker.at(block);
    if (block.table !== null) {
      drafts.push(...readTable(block, tables++, above, around));
      above = [];
    } else if (telling.has(block.kind)) {
      // A note tells of whom the sentence tells that its mark stands in.
      const hangsOn = block.note === null ? null : (scopes.get(block.note.block)?.at(block.note.at) ?? null);
      const told = readProse(block, cited.get(block.id) ?? [], around, hangsOn, noted.has(block.id));
      drafts.push(...told.drafts);
      if (told.scopes !== null) scopes.set(block.id, told.scopes);
      above.push(block);
    }
  }
  tieParts(context.blocks, drafts);
  return stamp(context.file, drafts);
}

function stamp(file: string, drafts: readonly Draft[]): Indicator[] {
  const ids = new Map(drafts.map((draft) => [draft, idOf(file, draft)]));
  return drafts.map((draft): Indicator => {
    const { block, at: _at, whole, total, ...fields } = draft;
    return {
      id: ids.get(draft)!,
      ...fields,
      block: block.id,
      quote: block.text.slice(draft.start, draft.end),
      of: whole === null ? null : (ids.get(whole) ?? null),
      partOf: total === null ? null : (ids.get(total) ?? null),
    };
  });
}

/** Two figures may share one clause; the place of the digits tells them apart. */
function idOf(file: string, { block, start, end, at }: Draft): string {
  return recordId(file, 'indicator', { block: block.id, start, end }, String(at));
}
