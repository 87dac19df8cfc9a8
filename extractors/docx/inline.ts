import { normalizeText } from '../text/normalize.ts';
import type { Node, Run } from './tree.ts';

/** A note mark in a text: which note, and where it stood (an offset into the normalised text). */
export interface Mark {
  noteType: 'footnote' | 'endnote';
  noteId: string;
  at: number;
}

export interface Inline {
  text: string;
  marks: Mark[];
}

/** Stands for a note mark while the text around it is normalised; from the private use area, so no text has it. */
const PLACEHOLDER = '\uE000';

const SUPERSCRIPTS: Record<string, string> = { '2': '²', '3': '³' };
/** `km` + raised 2: a square unit, not the mark of a note. */
const LENGTH_UNIT = /(^|[\s\d(/])(mm|cm|dm|m|dam|hm|km)$/;

/**
 * The text of inline nodes as one line: breaks and tabs are blanks, note marks are lifted out and remembered by place,
 * `m` with a raised 2 is `m²`. A raised number that is typed by hand is set apart by a blank, so that it never becomes
 * a digit of the number before it.
 */
export function inlineText(nodes: readonly Node[]): Inline {
  const gathered: { raw: string; references: Omit<Mark, 'at'>[] } = { raw: '', references: [] };
  gather(nodes, gathered);
  return liftMarks(gathered.raw, gathered.references);
}

function gather(nodes: readonly Node[], into: { raw: string; references: Omit<Mark, 'at'>[] }): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        into.raw += node.value.replaceAll(PLACEHOLDER, '');
        break;
      case 'tab':
      case 'break':
        into.raw += ' ';
        break;
      case 'noteReference':
        into.raw += PLACEHOLDER;
        into.references.push({ noteType: node.noteType, noteId: node.noteId });
        break;
      case 'run':
        gatherRun(node, into);
        break;
      case 'hyperlink':
      case 'paragraph':
        gather(node.children, into);
        break;
      default:
        break;
    }
  }
}

function gatherRun(run: Run, into: { raw: string; references: Omit<Mark, 'at'>[] }): void {
  const before = into.raw;
  gather(run.children, into);
  if (run.verticalAlignment !== 'superscript') return;
  const raised = into.raw.slice(before.length);
  if (!/^\d+$/.test(raised)) return;
  const power = SUPERSCRIPTS[raised];
  into.raw = power && LENGTH_UNIT.test(before) ? before + power : `${before} ${raised}`;
}

function liftMarks(raw: string, references: Omit<Mark, 'at'>[]): Inline {
  let text = '';
  const marks: Mark[] = [];
  for (const [i, piece] of normalizeText(raw).split(PLACEHOLDER).entries()) {
    const reference = references[i - 1];
    if (reference) marks.push({ ...reference, at: text.length });
    // A mark between two blanks leaves only one.
    text += text.endsWith(' ') || text === '' ? piece.trimStart() : piece;
  }
  const trimmed = text.trimEnd();
  return { text: trimmed, marks: marks.map((mark) => ({ ...mark, at: Math.min(mark.at, trimmed.length) })) };
}
