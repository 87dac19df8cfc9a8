import { rulesOf } from '../../../extractors/citations/rules.ts';
import { ruleOf } from '../../../extractors/relations/rules.ts';
import type { Block } from '../../../schemas/document.ts';
import type { Extraction } from '../../../schemas/extraction.ts';
import { ReadingPool } from '../../read/pool.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { paint } from '../format.ts';
import { failureText } from '../print-extraction.ts';
import { openSession } from '../session.ts';
import { terminalWidth, wrap } from '../table.ts';

interface Mark {
  start: number;
  end: number;
  line: string;
}

const explain: CommandBody = async (messages, [file = ''], options) => {
  const session = openSession(messages, options);
  const pool = new ReadingPool(session.settings, session.note);
  try {
    const extraction = await pool.read({ path: file, source: file });
    if (session.json) session.printJson(extraction);
    else if (extraction.status === 'failed') session.print(failureText(session, extraction));
    else {
      for (const block of extraction.blocks) {
        const marks = marksIn(extraction, block);
        if (marks.length === 0) continue;
        session.print(paint('dim', `${block.id} · ${messages.read.kinds[block.kind]}`));
        const text = marked(block.text, marks).replaceAll(/[\t\n]/g, ' ¦ ');
        for (const line of wrap(text, terminalWidth() - 2)) session.print(`  ${line}`);
        for (const [i, mark] of marks.entries()) {
          const quote = block.text.slice(mark.start, mark.end).replaceAll(/[\t\n]/g, ' ¦ ');
          const lines = wrap(`${i + 1} ${mark.line} ⟵ “${quote}”`, terminalWidth() - 8);
          for (const [at, line] of lines.entries()) session.print(`${at ? '        ' : '    ↳ '}${line}`);
        }
      }
    }
    return extraction.status === 'failed' ? EXIT.fileFailed : EXIT.fine;
  } finally {
    await pool.close();
  }
};

/** The text with every record in it between ⟦n: and ⟧; a record inside another is marked inside it. */
function marked(text: string, marks: readonly Mark[]): string {
  const signs = marks.flatMap(({ start, end }, i) => [
    { at: start, order: i + 1, sign: `⟦${i + 1}: ` },
    { at: end, order: -i - 1, sign: '⟧' },
  ]);
  // at one place: what ends there first, the innermost before the outer ones; then what begins, the outermost first
  signs.sort((a, b) => a.at - b.at || a.order - b.order);
  let result = '';
  let at = 0;
  for (const { at: place, sign } of signs) {
    result += text.slice(at, place) + sign;
    at = place;
  }
  return result + text.slice(at);
}

/** Every record that stands in the block, in the order of the text, with what was understood and by which rules. */
function marksIn({ citations, relations, indicators, issues, flags }: Extraction, { id: block, text }: Block): Mark[] {
  const marks: Mark[] = [];
  const add = (record: { block: string; start: number; end: number }, line: string): void => {
    if (record.block === block) marks.push({ start: record.start, end: record.end, line });
  };
  for (const c of citations) {
    const facts = [c.number ?? c.unlinkedReason ?? c.title, c.type, c.date, c.issuer, c.directive];
    if (c.block === block) add(c, `citation ${facts.filter(Boolean).join(' · ')} [${rulesOf(c, text).join(', ')}]`);
  }
  for (const r of relations) {
    const who = [r.actor, r.place].filter(Boolean).join(', ');
    add(r, `relation ${r.from ?? 'this'} → ${r.verb} (${r.modality}) → ${r.to}${who && ` · ${who}`} [${ruleOf(r)}]`);
  }
  for (const i of indicators) add(i, `indicator ${i.label} = ${i.value} ${i.unit ?? ''} [${i.rules.join(', ')}]`);
  for (const i of issues) add(i, `issue ${i.topic} · ${i.stance.join(', ')}`);
  for (const f of flags) for (const e of f.evidence) add(e, `flag ${f.kind} · ${e.role}`);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

export default explain;
