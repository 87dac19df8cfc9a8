import { fileHandler, giveUp, type IngestEvent } from '../../ingest.ts';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { openIngestSession } from '../ingest-session.ts';
import { reasonText } from '../run-ingest.ts';
import { openSession } from '../session.ts';

const REQUEUE_MS = 10_000;

const worker: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const { settings, note } = session;
  if (settings.redisUrl === null && settings.elasticsearchUrl === null) throw new UsageError(messages.worker.noServers);
  const ingest = await openIngestSession(session);
  const { home, dependencies, inHand, signal, requeue, onTrouble } = ingest;
  const onEvent = (event: IngestEvent): void => {
    if (event.type !== 'settled') return;
    const { entry } = event;
    if (session.json) session.printJson(entry);
    else
      session.print([messages.states[entry.state], entry.path, reasonText(session, entry)].filter(Boolean).join('  '));
  };
  const requeueing = setInterval(() => void requeue().catch(onTrouble), REQUEUE_MS);
  try {
    const health = await home.queue.health();
    for (const warning of health?.warnings ?? []) note(messages.servers.warnings[warning]);
    await requeue();
    note(messages.worker.ready(settings.concurrency));
    await home.queue.work(fileHandler(dependencies, onEvent), {
      concurrency: inHand,
      until: 'stopped',
      signal,
      onGivenUp: giveUp(dependencies, onEvent),
    });
    note(messages.worker.stopped);
  } finally {
    clearInterval(requeueing);
    await ingest.close();
  }
  return undefined;
};
export default worker;
