import { fileURLToPath } from 'node:url';
import type { LedgerEntry } from '../../../schemas/ledger.ts';
import { walk } from '../../walk.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { printOutcomes, runIngest } from '../run-ingest.ts';
import { listeningOf, servePages } from '../serve-pages.ts';
import { openSession, type Session, withStore } from '../session.ts';
import { printSummary, summarize } from '../summary.ts';

const SAMPLES = fileURLToPath(new URL('../../../fixtures/documents', import.meta.url));

const start: CommandBody = async (messages, paths, options) => {
  const session = openSession(messages, options);
  const collection = String(options.collection);
  const listening = listeningOf(session, options);
  const settled: LedgerEntry[] = [];
  const wanted = paths.length > 0 ? paths : await samples(session);
  const run = await runIngest(session, wanted, collection, (entry) => settled.push(entry));
  const files = new Set(settled.flatMap((entry) => (entry.sha256 ? [entry.sha256] : [])));
  const summary = await withStore(session, ({ store }) => summarize(store, files));
  if (session.json) session.printJson({ files: settled, ...summary });
  else {
    printOutcomes(session, run);
    session.print();
    printSummary(session, summary);
  }
  if (run.interrupted) return 130;
  if (options.serve !== false) {
    session.print();
    await servePages(session, listening, await import('../../../web/server/serve.ts'));
  }
  return run.byState.failed > 0 ? EXIT.fileFailed : EXIT.fine;
};

/** The sample reports; the folder also holds their sources and expected records. */
async function samples({ note, messages }: Session): Promise<string[]> {
  note(messages.start.samples);
  const files: string[] = [];
  for await (const { path } of walk([SAMPLES])) if (/\.(docx|pdf)$/.test(path)) files.push(path);
  return files;
}

export default start;
