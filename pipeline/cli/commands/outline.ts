import { resolve } from 'node:path';
import { checkReport, type Outline } from '../../../extractors/outline/check-report.ts';
import { readOutline } from '../../../extractors/outline/read-outline.ts';
import type { Extraction } from '../../../schemas/extraction.ts';
import { type OutlineCheck, OutlineState } from '../../../schemas/outline.ts';
import { inOrder } from '../../in-order.ts';
import { ReadingPool } from '../../read/pool.ts';
import { failed } from '../../stages.ts';
import { type Found, walk } from '../../walk.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { failureText } from '../print-extraction.ts';
import { printOutline, printOutlineReport } from '../print-outline.ts';
import { openSession } from '../session.ts';

const outline: CommandBody = async (messages, [file = '', ...paths], options) => {
  const session = openSession(messages, options);
  const pool = new ReadingPool(session.settings, session.note);
  try {
    const asked = await pool.read({ path: file, source: file });
    if (asked.status === 'failed') {
      if (session.json) session.printJson({ outline: { source: file, ...kept(asked), items: [] }, reports: [] });
      else session.print(failureText(session, asked));
      return EXIT.fileFailed;
    }
    const items = readOutline(asked.blocks);
    const check: OutlineCheck = { outline: { source: file, ...kept(asked), items }, reports: [] };
    if (!session.json) printOutline(session, check.outline, paths.length === 0);
    const read = ({ path, problem }: Found): Promise<Extraction> =>
      problem ? Promise.resolve(failed(path, problem)) : pool.read({ path, source: path });
    for await (const extraction of inOrder(walk(paths), read, session.settings.concurrency * 2)) {
      // A folder may hold the outline beside the reports.
      if (resolve(extraction.source) === resolve(file)) continue;
      const report = checked({ items, blocks: asked.blocks }, extraction);
      check.reports.push(report);
      if (!session.json) printOutlineReport(session, items, report, failureText(session, extraction));
    }
    if (session.json) session.printJson(check);
    return check.reports.some(({ status }) => status === 'failed') ? EXIT.fileFailed : EXIT.fine;
  } finally {
    await pool.close();
  }
};

const kept = ({ status, diagnostics, report }: Extraction) => ({ status, diagnostics, report });

function checked(outline: Outline, extraction: Extraction): OutlineCheck['reports'][number] {
  const answers = extraction.status === 'failed' ? [] : checkReport(outline, extraction);
  const optional = new Set(outline.items.filter((item) => item.optional).map(({ id }) => id));
  const counts = Object.fromEntries(
    OutlineState.options.map((state) => [
      state,
      answers.filter((one) => one.state === state && !(state === 'lacking' && optional.has(one.item))).length,
    ]),
  ) as Record<OutlineState, number>;
  return { source: extraction.source, ...kept(extraction), counts, answers };
}

export default outline;
