import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { jsonList } from '../json-list.ts';
import { printOutcomes, runIngest } from '../run-ingest.ts';
import { openSession } from '../session.ts';

const ingest: CommandBody = async (messages, paths, options) => {
  const session = openSession(messages, options);
  const collection = String(options.collection);
  const list = session.json ? jsonList('files') : null;
  const run = await runIngest(session, paths, collection, list?.add);
  if (list) list.end({ interrupted: run.interrupted });
  else printOutcomes(session, run);
  if (run.interrupted) return 130;
  return run.byState.failed > 0 ? EXIT.fileFailed : EXIT.fine;
};
export default ingest;
