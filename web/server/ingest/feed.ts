import { PassThrough } from 'node:stream';
import type { IngestEvent } from '../../../pipeline/ingest.ts';
import type { Asker, Store } from '../../../search/port.ts';
import { maySee } from '../people/access.ts';
import { shownEntry, shownPath } from '../people/shown-paths.ts';
import type { Ingest } from './ingest.ts';
import { balanceFor } from './ledger-view.ts';

/** A line that says nothing, so that nobody in between takes the connection for dead. */
const HEARTBEAT_MS = 15_000;
/** Work of other processes is seen in the ledger. */
const BALANCE_MS = 1_000;
/** Pages of one file are told no more often. */
const PAGE_MS = 250;
/** A reader that lies back so far has gone away. */
const MOST_WAITING_BYTES = 1_000_000;

/**
 * The progress of ingest as server-sent events: `balance` when it changes, `page` and `settled` for single files, `running`
 * when this server begins and ends to read. Nothing is told of collections that the asker may not see.
 */
export function ingestFeed(store: Store, ingest: Ingest, asker: Asker): PassThrough {
  const feed = new PassThrough();
  const told = new Map<string, number>();
  let balance = '';

  const send = (event: string, data: unknown): void => {
    if (feed.writableLength > MOST_WAITING_BYTES) feed.destroy();
    if (feed.writable) feed.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const onFile = (event: IngestEvent): void => {
    if (event.type === 'settled') {
      if (!maySee(asker, event.entry.collection)) return;
      told.delete(event.entry.path);
      send('settled', shownEntry(asker, event.entry));
    } else if (event.type === 'page' && maySee(asker, event.collection)) {
      const now = performance.now();
      if (now - (told.get(event.path) ?? Number.NEGATIVE_INFINITY) < PAGE_MS && event.page < event.pages) return;
      told.set(event.path, now);
      const { collection, path, page, pages } = event;
      send('page', { collection, path: shownPath(asker, path), page, pages });
    }
  };
  const onRunning = (running: boolean): void => send('running', { running });
  const tellBalance = async (): Promise<void> => {
    const present = await balanceFor(store.ledger, asker);
    const text = JSON.stringify(present);
    if (text !== balance) send('balance', present);
    balance = text;
  };

  const heartbeat = setInterval(() => feed.write(':\n\n'), HEARTBEAT_MS);
  const looking = setInterval(() => void tellBalance().catch(() => feed.destroy()), BALANCE_MS);
  ingest.events.on('file', onFile).on('running', onRunning);
  feed.on('close', () => {
    clearInterval(heartbeat);
    clearInterval(looking);
    ingest.events.off('file', onFile).off('running', onRunning);
  });
  feed.write('retry: 2000\n\n');
  onRunning(ingest.running());
  void tellBalance().catch(() => feed.destroy());
  return feed;
}
