import { parentPort, workerData } from 'node:worker_threads';
import { openHome } from '../../../pipeline/compose.ts';
import type { Settings } from '../../../schemas/settings.ts';
import { withShownPaths } from '../people/shown-paths.ts';
import type { Answer, Question } from './aside.ts';
import { works } from './work.ts';

const opened = await openHome(workerData as Settings);
const home = { ...opened, store: withShownPaths(opened.store) };

/** One after the other, in the order asked. */
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ id, work, given }: Question) => {
  last = last.then(async () => {
    const answer: Answer = await (works[work] as (...all: unknown[]) => Promise<unknown>)(home, given).then(
      (result) => ({ id, result }),
      ({ name, message }: Error) => ({ id, error: { name, message } }),
    );
    parentPort?.postMessage(answer);
  });
});
