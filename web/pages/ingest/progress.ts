import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LedgerBalance } from '../../../schemas/ledger.ts';

export interface Reading {
  path: string;
  page: number;
  pages: number;
}

export interface Progress {
  connected: boolean;
  running: boolean;
  balance: LedgerBalance | null;
  /** Files that are being read now, with how far each has come. */
  reading: readonly Reading[];
}

const FRESH_MS = 1_000;

/** What the server tells of the ingest while it goes on. The ledger is looked at anew when files have been settled. */
export function useProgress(): Progress {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress>({ connected: false, running: false, balance: null, reading: [] });
  useEffect(() => {
    const feed = new EventSource('/api/events');
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const change = (changed: (before: Progress) => Partial<Progress>): void =>
      setProgress((before) => ({ ...before, ...changed(before) }));
    const on = (name: string, told: (data: never) => void): void =>
      feed.addEventListener(name, (event) => told(JSON.parse((event as MessageEvent).data) as never));
    feed.onopen = () => change(() => ({ connected: true }));
    feed.onerror = () => change(() => ({ connected: false }));
    on('balance', (balance: LedgerBalance) => change(() => ({ balance })));
    on('running', ({ running }: { running: boolean }) =>
      change((before) => ({ running, reading: running ? before.reading : [] })),
    );
    on('page', (one: Reading) =>
      change(({ reading }) => ({ reading: [...reading.filter(({ path }) => path !== one.path), one] })),
    );
    on('settled', ({ path: settled }: { path: string }) => {
      change(({ reading }) => ({ reading: reading.filter(({ path }) => path !== settled) }));
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      }, FRESH_MS);
    });
    return () => {
      feed.close();
      clearTimeout(waiting);
    };
  }, [queries]);
  return progress;
}
