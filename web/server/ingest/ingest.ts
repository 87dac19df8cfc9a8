import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { IngestEvent } from '../../../pipeline/ingest.ts';
import type { LedgerBalance } from '../../../schemas/ledger.ts';
import type { Settings } from '../../../schemas/settings.ts';
import type { Store } from '../../../search/port.ts';
import type { FromChild, ToChild } from './protocol.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
/** A process that ends with work left is started again, each time later. */
const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/** Reads what is queued, in a process of its own that is there only while there is work. */
export interface Ingest {
  /** Something was queued. */
  wake(): void;
  events: EventEmitter<{ file: [IngestEvent]; running: [boolean] }>;
  running(): boolean;
  /** Files in hand are finished or handed back. */
  close(): Promise<void>;
}

export function openIngest(settings: Settings, store: Store, onTrouble: (message: string) => void): Ingest {
  const events: Ingest['events'] = new EventEmitter();
  events.setMaxListeners(0);
  let child: ChildProcess | null = null;
  let closed = false;
  let pause = FIRST_MS;

  const start = (): void => {
    const begun = fork(CHILD, {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child = begun;
    begun.send({ type: 'start', settings } satisfies ToChild);
    begun.on('message', (message: FromChild) => {
      if (message.type === 'trouble') return onTrouble(message.message);
      if (message.type === 'settled') pause = FIRST_MS;
      events.emit('file', message);
    });
    begun.on('exit', () => {
      child = null;
      events.emit('running', false);
      again();
    });
    events.emit('running', true);
  };

  /** What was left by one that died, or a server that was stopped, or was queued while it was ending. */
  const again = (): void => {
    if (closed) return;
    setTimeout(async () => {
      const left = await waiting(store).catch(() => 1);
      if (left > 0) wake();
    }, pause).unref();
    pause = Math.min(pause * 2, LONGEST_MS);
  };

  const wake = (): void => {
    if (!closed && child === null) start();
  };

  again();
  return {
    wake,
    events,
    running: () => child !== null,
    async close() {
      closed = true;
      if (child === null) return;
      const ended = once(child, 'exit');
      child.send({ type: 'stop' } satisfies ToChild, () => {});
      await ended;
    },
  };
}

async function waiting(store: Store): Promise<number> {
  const { queued, reading }: LedgerBalance = await store.ledger.balance();
  return queued + reading;
}
