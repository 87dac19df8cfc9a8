import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { printOutcomes, runIngest } from '../run-ingest.ts';
import { openSession } from '../session.ts';

const ingest: CommandBody = async (messages, paths, options) => {
  const session = openSession(messages, options);
  const run = await runIngest(session, paths, String(options.collection));
  if (session.json) session.printJson({ files: run.settled, interrupted: run.interrupted });
  else printOutcomes(session, run);
  if (run.interrupted) return 130;
  return run.settled.some((entry) => entry.state === 'failed') ? EXIT.fileFailed : EXIT.fine;
};
export default ingest;
