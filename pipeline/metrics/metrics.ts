import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import { outcomeOf } from '../outcomes.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** What a process counts for Prometheus. Labels hold states, codes and names of questions: nothing that a report says. */
export interface Metrics {
  registry: Registry;
  /** A file has its outcome. */
  settled(entry: LedgerEntry): void;
  /** A file was in hand for so long, whatever came of it. */
  inHand(seconds: number): void;
  /** An attempt ended without an outcome and is made again. */
  attemptFailed(): void;
  pagesRead(count: number): void;
  /** The store was too busy for so many requests or documents; they are sent again. */
  storeBusy(count: number): void;
  storeAnswered(question: string, seconds: number): void;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> =>
    new Counter({ name: `doisoat_${name}`, help, labelNames, registers });
  const files = counter('files_total', 'Files with an outcome', ['state', 'reason', 'class']);
  const bytes = counter('file_bytes_total', 'Bytes of files with an outcome');
  const attempts = counter('failed_attempts_total', 'Attempts that ended without an outcome and are made again');
  const pages = counter('pages_total', 'Pages read, of formats that have pages');
  const busy = counter('store_retries_total', 'Requests and documents sent again because the store was busy');
  const file = new Histogram({
    name: 'doisoat_file_seconds',
    help: 'How long a file was in hand, from the queue to its outcome',
    buckets: SECONDS,
    registers,
  });
  const store = new Histogram({
    name: 'doisoat_store_seconds',
    help: 'How long the store took for a question, by kind',
    labelNames: ['question'],
    buckets: SECONDS,
    registers,
  });
  return {
    registry,
    settled({ state, reason, size }) {
      files.inc({ state, reason: reason ?? '', class: reason === null ? '' : (outcomeOf(reason)?.class ?? '') });
      bytes.inc(size ?? 0);
    },
    inHand: (seconds) => file.observe(seconds),
    attemptFailed: () => attempts.inc(),
    pagesRead: (count) => pages.inc(count),
    storeBusy: (count) => busy.inc(count),
    storeAnswered: (question, seconds) => store.observe({ question }, seconds),
  };
}
