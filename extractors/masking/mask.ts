import type { Block, Cell } from '../../schemas/document.ts';
import { digitRuns } from './digit-runs.ts';
import { type Cues, cuesBefore, cuesIn, isPersonalNumber } from './personal-number.ts';

const MASK = '•';

/**
 * Citizen ids and phone numbers become dots of the same length, so that no offset moves and no record, index or export
 * can carry them. Blocks without any come back as they are.
 */
export function maskPersonalNumbers(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => (block.table ? maskTable(block, block.table) : maskText(block)));
}

function maskText(block: Block): Block {
  const text = mask(block.text, null);
  return text === block.text ? block : { ...block, text };
}

function maskTable(block: Block, table: NonNullable<Block['table']>): Block {
  const heads = new Map<number, Cues>();
  const parts: string[] = [];
  let from = 0;
  const cells = table.cells.map((cell): Cell => {
    const masked = mask(cell.text, heads.get(cell.col) ?? NO_CUES);
    noteHead(heads, cell);
    if (masked === cell.text) return cell;
    parts.push(block.text.slice(from, cell.start), masked);
    from = cell.end;
    return { ...cell, text: masked };
  });
  if (parts.length === 0) return block;
  return { ...block, text: parts.join('') + block.text.slice(from), table: { ...table, cells } };
}

const NO_CUES: Cues = { citizen: false, phone: false, other: false };

/** A cell of words that names a kind of number heads the cells below it: «Số CCCD», «Điện thoại». */
function noteHead(heads: Map<number, Cues>, cell: Cell): void {
  if (/\d{6}/.test(cell.text)) return;
  const cues = cuesIn(cell.text);
  if (!cues.citizen && !cues.phone && !cues.other) return;
  for (let col = cell.col; col < cell.col + cell.colSpan; col++) heads.set(col, cues);
}

/** Nine digits with nothing but one blank, dot or hyphen between two of them: no personal number is shorter. */
const LONG_ENOUGH = /\d(?:[. -]?\d){8}/;

function mask(text: string, head: Cues | null): string {
  if (!LONG_ENOUGH.test(text)) return text;
  const parts: string[] = [];
  let from = 0;
  for (const runs of digitRuns(text)) {
    const run = runs.find((candidate) => {
      if (candidate.start < from || candidate.digits.length < 9) return false;
      return isPersonalNumber(text, candidate, joined(cuesBefore(text, candidate.start), head), head !== null);
    });
    if (!run) continue;
    parts.push(text.slice(from, run.start), text.slice(run.start, run.end).replace(/\d/g, MASK));
    from = run.end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

function joined(near: Cues, head: Cues | null): Cues {
  if (!head || near.citizen || near.phone || near.other) return near;
  return head;
}
