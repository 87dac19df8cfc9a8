import { resolve } from 'node:path';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import { follow } from '../follow.ts';
import { enqueue, type IngestEvent } from '../ingest.ts';
import { watch } from '../watch.ts';
import { whenFree } from '../when-free.ts';
import { type IngestSession, openIngestSession } from './ingest-session.ts';
import { workAndFollow, workHere } from './run-ingest.ts';
import type { Session } from './session.ts';

/**
 * Brings in what lies in the folders and what comes into them, until Ctrl-C. `tell` gets the outcome of every file that was
 * read, and of every one that cannot be; of those that are known already nothing is said.
 */
export async function runWatch(
  session: Session,
  folders: string[],
  collection: string,
  tell: (entry: LedgerEntry) => void,
): Promise<void> {
  const ingest = await openIngestSession(session);
  const { signal } = ingest;
  const onTrouble = (error: Error): void => session.note(session.messages.ingest.notWatched(error.message));
  try {
    session.note(session.messages.ingest.watching(folders));
    for await (const paths of watch(folders, { except: resolve(session.settings.data), signal, onTrouble })) {
      const fresh = new Set<string>();
      const onEvent = (event: IngestEvent): void => {
        if (event.type === 'found' && event.fresh) fresh.add(event.path);
        if (event.type === 'settled' && (fresh.has(event.entry.path) || event.entry.state === 'failed'))
          tell(event.entry);
      };
      if (ingest.home.queue.remote) await workAndFollow(ingest, paths, collection, onEvent);
      else await workInTurn(ingest, paths, collection, onEvent);
      await ingest.reconcile();
    }
  } finally {
    await ingest.close();
  }
}

/** The pages, or another command, may be at work on the store: then they read these files, or we do after them. */
async function workInTurn(
  ingest: IngestSession,
  paths: string[],
  collection: string,
  onEvent: (event: IngestEvent) => void,
): Promise<void> {
  const { dependencies, signal, requeue } = ingest;
  await enqueue(
    dependencies,
    paths,
    collection,
    (event) => {
      if (event.type === 'found') onEvent(event);
    },
    signal,
  );
  await whenFree(() => workHere(ingest), signal);
  const following = { signal, onWaiting: requeue };
  for await (const entry of follow(dependencies.store.ledger, paths, collection, following))
    onEvent({ type: 'settled', entry });
}
