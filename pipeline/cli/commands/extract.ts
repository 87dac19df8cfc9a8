import { once } from 'node:events';
import type { Extraction } from '../../../schemas/extraction.ts';
import { inOrder } from '../../in-order.ts';
import { ReadingPool } from '../../read/pool.ts';
import { failed } from '../../stages.ts';
import { type Found, walk } from '../../walk.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { printExtraction } from '../print-extraction.ts';
import { openSession } from '../session.ts';

const extract: CommandBody = async (messages, files, options) => {
  const session = openSession(messages, options);
  const pool = new ReadingPool(session.settings, session.note);
  let failedFiles = 0;
  try {
    const read = ({ path, problem }: Found): Promise<Extraction> =>
      problem ? Promise.resolve(failed(path, problem)) : pool.read({ path, source: path });
    for await (const extraction of inOrder(walk(files), read, session.settings.concurrency * 2)) {
      if (extraction.status === 'failed') failedFiles++;
      if (!session.json) printExtraction(session, extraction);
      else if (!process.stdout.write(`${JSON.stringify(extraction)}\n`)) await once(process.stdout, 'drain');
    }
  } finally {
    await pool.close();
  }
  return failedFiles > 0 ? EXIT.fileFailed : EXIT.fine;
};
export default extract;
