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
        const marks = marksIn(extraction, block.id);
        if (marks.length === 0) continue;
        session.print(paint('dim', `${block.id} · ${messages.read.kinds[block.kind]}`));
        for (const line of wrap(block.text.replaceAll(/[\t\n]/g, ' ¦ '), terminalWidth() - 2))
          session.print(`  ${line}`);
        for (const mark of marks) {
          const quote = block.text.slice(mark.start, mark.end).replaceAll(/[\t\n]/g, ' ¦ ');
          for (const [i, line] of wrap(`${mark.line} ⟵ “${quote}”`, terminalWidth() - 8).entries())
            session.print(`${i ? '        ' : '    ↳ '}${line}`);
        }
      }
    }
    return extraction.status === 'failed' ? EXIT.fileFailed : EXIT.fine;
  } finally {
    await pool.close();
  }
};

/** Every record that stands in the block, in the order of the text, with what was understood and by which rules. */
function marksIn({ citations, relations, indicators, issues, flags }: Extraction, block: string): Mark[] {
  const marks: Mark[] = [];
  const add = (record: { block: string; start: number; end: number }, line: string): void => {
    if (record.block === block) marks.push({ start: record.start, end: record.end, line });
  };
  for (const c of citations) {
    const facts = [c.number ?? c.unlinkedReason ?? c.title, c.type, c.date, c.issuer, c.directive];
    add(c, `citation ${facts.filter(Boolean).join(' · ')}`);
  }
  for (const r of relations) add(r, `relation ${r.from ?? 'this'} → ${r.verb} (${r.modality}) → ${r.to}`);
  for (const i of indicators) add(i, `indicator ${i.label} = ${i.value} ${i.unit ?? ''} [${i.rules.join(', ')}]`);
  for (const i of issues) add(i, `issue ${i.topic} · ${i.stance.join(', ')}`);
  for (const f of flags) for (const e of f.evidence) add(e, `flag ${f.kind} · ${e.role}`);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

export default explain;
