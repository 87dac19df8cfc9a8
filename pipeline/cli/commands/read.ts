import { writeFile } from 'node:fs/promises';
import { ReadingPool } from '../../read/pool.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { paint } from '../format.ts';
import { htmlPage } from '../html-page.ts';
import { originalPages } from '../original-pages.ts';
import { printBlocks } from '../print-blocks.ts';
import { failureText } from '../print-extraction.ts';
import { openSession } from '../session.ts';

const read: CommandBody = async (messages, [file = ''], options) => {
  const session = openSession(messages, options);
  const pool = new ReadingPool(session.settings, session.note);
  try {
    const extraction = await pool.read({ path: file, source: file });
    const { status, diagnostics, blocks, report } = extraction;
    if (options.html && status !== 'failed') {
      const originals = await originalPages(file, extraction.mediaType);
      await writeFile(String(options.html), htmlPage(extraction, messages, originals));
    }
    if (session.json) session.printJson({ source: file, status, diagnostics, report, blocks });
    else if (status === 'failed') session.print(failureText(session, extraction));
    else if (options.html) session.print(messages.read.written(String(options.html)));
    else {
      printBlocks(session, blocks);
      if (diagnostics.length > 0) session.print(`\n${paint('bold', messages.show.diagnostics)}`);
      for (const diagnostic of diagnostics)
        session.print(`  ${messages.severities[diagnostic.severity]}: ${diagnostic.message}`);
    }
    return status === 'failed' ? EXIT.fileFailed : EXIT.fine;
  } finally {
    await pool.close();
  }
};
export default read;
