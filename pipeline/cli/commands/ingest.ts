import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LedgerEntry } from '../../../schemas/ledger.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT, UsageError } from '../failure.ts';
import { paint } from '../format.ts';
import { jsonList } from '../json-list.ts';
import { printOutcomes, reasonText, runIngest } from '../run-ingest.ts';
import { runWatch } from '../run-watch.ts';
import { openSession, type Session } from '../session.ts';

const ingest: CommandBody = async (messages, paths, options) => {
  const session = openSession(messages, options);
  const collection = String(options.collection);
  if (options.watch) return watchFolders(session, paths, collection);
  const list = session.json ? jsonList('files') : null;
  const run = await runIngest(session, paths, collection, list?.add);
  if (list) list.end({ interrupted: run.interrupted });
  else printOutcomes(session, run);
  if (run.interrupted) return 130;
  return run.byState.failed > 0 ? EXIT.fileFailed : EXIT.fine;
};

/** Ctrl-C is its only end, so it is a good one; as JSON one object a file, a line each, as they come. */
async function watchFolders(session: Session, paths: string[], collection: string): Promise<number> {
  const { messages, json, print, printJson } = session;
  const folders = paths.map((path) => resolve(path));
  for (const folder of folders)
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(messages.ingest.watchNoFolder(folder));
  const printEntry = (entry: LedgerEntry): void => {
    print(`${paint('bold', messages.states[entry.state])}  ${entry.path}`);
    if (entry.state !== 'indexed') print(`  ${reasonText(session, entry)}`);
  };
  await runWatch(session, folders, collection, json ? printJson : printEntry);
  return EXIT.fine;
}
export default ingest;
