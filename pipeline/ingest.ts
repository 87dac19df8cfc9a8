import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Extraction } from '../schemas/extraction.ts';
import type { LedgerEntry } from '../schemas/ledger.ts';
import type { Settings } from '../schemas/settings.ts';
import { inOrder } from './in-order.ts';
import { BroughtGone, bring, withBrought } from './incoming.ts';
import { jobId } from './job-id.ts';
import { isForWantOfOcr, type OutcomeCode, outcomes } from './outcomes.ts';
import type { IngestQueue, IngestStore } from './patience.ts';
import { FatalError, type FileJob, type JobHandler, type Objects, type Urgency } from './ports.ts';
import type { ReadingPool } from './read/pool.ts';
import { keepReading, loadReading } from './readings.ts';
import { comparablesOf } from './reconcile.ts';
import { withRegularFile } from './regular-file.ts';
import { failed } from './stages.ts';
import { isNewer, isOlder, PIPELINE_VERSION } from './version.ts';
import { type Found, walk } from './walk.ts';

export interface IngestDependencies {
  store: IngestStore;
  queue: IngestQueue;
  objects: Objects;
  pool: ReadingPool;
  settings: Settings;
  /** The only clock: times stand in the ledger, never in records. */
  now: () => Date;
}

export type IngestEvent =
  /** One more file was met; `fresh` when there is work to do for it. */
  | { type: 'found'; path: string; fresh: boolean }
  | { type: 'page'; collection: string; path: string; page: number; pages: number }
  | { type: 'settled'; entry: LedgerEntry };

const FINAL = new Set<LedgerEntry['state']>(['indexed', 'partial', 'failed', 'duplicate']);
const BATCH = 200;
/** Whoever brings no more files than this waits for them: they go before the thousands of somebody else. */
const FEW = 20;
/** Files looked at together where every look waits for a server. */
const LOOKS_AHEAD = 16;

/** Whether nothing more will happen to the file by itself. */
export function isFinal(entry: LedgerEntry): boolean {
  return FINAL.has(entry.state);
}

/**
 * Writes every file below the paths into the ledger as queued, unless its bytes and the pipeline version are those of
 * its last outcome: then nothing is written. Interrupted at any moment it can simply be run again.
 */
export async function enqueue(
  dependencies: Omit<IngestDependencies, 'pool'>,
  paths: Iterable<string>,
  collection: string,
  onEvent: (event: IngestEvent) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  const { store, queue, settings } = dependencies;
  let batch: FileJob[] = [];
  let freshFiles = 0;
  const flush = async (urgency: Urgency = 'bulk'): Promise<void> => {
    await store.ledger.write(batch.map((job) => entryOf(dependencies, job, { state: 'queued' })));
    await queue.add(batch, urgency);
    batch = [];
  };
  /** What is known of a file, and where it is new, its bytes at hand for whoever will read it. */
  const look = async ({ path, problem }: Found): Promise<Met> => {
    const known = await store.ledger.get(collection, path);
    if (problem) return { path, known, problem, fresh: false };
    if (known && (await isUnchanged(known, path, settings.ocr))) return { path, known, problem: null, fresh: false };
    const hindrance = queue.remote ? await bring(dependencies, { collection, path }) : null;
    return { path, known, problem: hindrance, fresh: hindrance === null };
  };
  // The ledger names files by their full path: the same command from another folder means the same files.
  const found = walk(Array.from(paths, (path) => resolve(path)));
  for await (const { path, known, problem, fresh } of inOrder(found, look, queue.remote ? LOOKS_AHEAD : 1)) {
    if (signal?.aborted) break;
    onEvent({ type: 'found', path, fresh });
    if (fresh) {
      freshFiles++;
      batch.push({ collection, path });
      if (batch.length >= BATCH) await flush();
    } else if (problem) {
      const entry = entryOf(dependencies, { collection, path }, failure(problem));
      if (known?.state !== 'failed' || known.reason !== problem) await store.ledger.write([entry]);
      onEvent({ type: 'settled', entry });
    } else if (known) onEvent({ type: 'settled', entry: known });
  }
  await flush(freshFiles <= FEW ? 'interactive' : 'bulk');
}

interface Met {
  path: string;
  known: LedgerEntry | null;
  problem: OutcomeCode | null;
  fresh: boolean;
}

async function isUnchanged(known: LedgerEntry, path: string, ocr: boolean): Promise<boolean> {
  if (!isFinal(known) || known.pipelineVersion !== PIPELINE_VERSION || known.sha256 === null) return false;
  if (known.state === 'failed' && known.reason !== null && isRetry(known.reason)) return false;
  if (ocr && isForWantOfOcr(known.reason)) return false;
  const now = await hashFile(path, Number.POSITIVE_INFINITY);
  return typeof now === 'object' && now.sha256 === known.sha256;
}

function isRetry(code: string): boolean {
  return code in outcomes && outcomes[code as OutcomeCode].class === 'retry';
}

/** The handler of file jobs: carries one file through to the index, or to a named failure in the ledger. */
export function fileHandler(
  dependencies: IngestDependencies,
  onEvent: (event: IngestEvent) => void = () => {},
): JobHandler {
  return async (job, signal) => {
    try {
      if (await withBrought(dependencies.objects, job, (path) => carry(job, path, signal))) return;
      if (!dependencies.queue.remote) return await carry(job, job.path, signal);
      const known = await dependencies.store.ledger.get(job.collection, job.path);
      // The job was done before, by a worker that died before it could say so.
      if (known && isFinal(known) && !isOlder(known.pipelineVersion)) return;
      // An older worker has taken what was brought: the bytes are those it kept.
      const kept = known?.sha256 ? await dependencies.objects.locate('originals', known.sha256) : null;
      await carry(job, kept ?? job.path, signal);
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new FatalError(error) : error;
    }
  };

  /** `at` is where the bytes lie: the path itself, or what was brought along. */
  async function carry(job: FileJob, at: string, signal: AbortSignal): Promise<void> {
    const hashed = await hashFile(at, dependencies.settings.fileMb * 1_000_000);
    if (typeof hashed === 'string') return settle(failureOf(job, at, hashed));
    // The same bytes under two names at once: the second waits and then finds the first one's outcome.
    await dependencies.queue.alone(`${job.collection}\u0000${hashed.sha256}`, () => index(job, at, hashed, signal));
  }

  async function index(job: FileJob, at: string, { sha256, size }: Hashed, signal: AbortSignal): Promise<void> {
    const first = await dependencies.store.ledger.firstWithBytes(job.collection, sha256, job.path);
    const asGood = first && !(dependencies.settings.ocr && isForWantOfOcr(first.reason));
    if (asGood && first.pipelineVersion === PIPELINE_VERSION) {
      if (first.state === 'failed') return settle(entryOf(dependencies, job, { ...first, path: job.path }));
      return settle(entryOf(dependencies, job, { sha256, size, state: 'duplicate', duplicateOf: first.path }));
    }
    const extraction = await reading(job, at, sha256, signal);
    if (extraction.status === 'failed') {
      const { code, message } = extraction.diagnostics[0] ?? { code: 'reader-crash', message: '' };
      // Another attempt may go better; when all are used up, `giveUp` writes the reason.
      if (isRetry(code)) throw new Error(code);
      return settle({ ...failureOf(job, at, code), detail: message, sha256, size });
    }
    const problem = extraction.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
    const entry = entryOf(dependencies, job, {
      sha256,
      size,
      state: extraction.status === 'partial' ? 'partial' : 'indexed',
      reason: problem?.code ?? null,
      detail: problem?.message ?? null,
    });
    const named = { ...extraction, sha256 };
    await dependencies.store.put({ extraction: named, comparables: comparablesOf(named), ...job }, entry);
    onEvent({ type: 'settled', entry });
  }

  /** The kept reading of these bytes, or a new one, which is kept together with the original. */
  async function reading(job: FileJob, at: string, sha256: string, signal: AbortSignal): Promise<Extraction> {
    const kept = await loadReading(dependencies.objects, sha256);
    const readAgain = dependencies.settings.ocr && kept?.diagnostics.some(({ code }) => isForWantOfOcr(code));
    if (kept && !readAgain) return kept;
    const extraction = await dependencies.pool.read({
      path: at,
      // A reading is named by its bytes alone; which paths they lie under, the ledger knows.
      source: sha256,
      signal,
      onProgress: (page, pages) => onEvent({ type: 'page', ...job, page, pages }),
    });
    if (extraction.status === 'failed') return extraction;
    if (extraction.sha256 !== sha256) return failed(sha256, 'changed-while-reading');
    await keepReading(dependencies.objects, extraction, at);
    return extraction;
  }

  function failureOf(job: FileJob, at: string, code: string): LedgerEntry {
    if (code === 'missing' && at !== job.path) throw new BroughtGone();
    return entryOf(dependencies, job, failure(code));
  }

  async function settle(entry: LedgerEntry): Promise<void> {
    // Beside newer workers an older one has no last word on a file, least of all that it cannot be read.
    const known = await dependencies.store.ledger.get(entry.collection, entry.path);
    if (known && isNewer(known.pipelineVersion)) return;
    await dependencies.store.ledger.write([entry]);
    onEvent({ type: 'settled', entry });
  }
}

/** Writes into the ledger why a file was given up after all attempts. */
export function giveUp(
  dependencies: IngestDependencies,
  onEvent: (event: IngestEvent) => void = () => {},
): (job: FileJob, error: Error) => Promise<void> {
  return async (job, { message }) => {
    const known = isRetry(message) ? failure(message) : { ...failure('not-written'), detail: message };
    const entry = entryOf(dependencies, job, known);
    await dependencies.store.ledger.write([entry]);
    await dependencies.objects.remove('incoming', jobId(job));
    onEvent({ type: 'settled', entry });
  };
}

function failure(code: string): Partial<LedgerEntry> & { state: 'failed' } {
  return { state: 'failed', reason: code, detail: code in outcomes ? outcomes[code as OutcomeCode].vi : null };
}

function entryOf(
  { now }: Pick<IngestDependencies, 'now'>,
  job: FileJob,
  known: Partial<LedgerEntry> & Pick<LedgerEntry, 'state'>,
): LedgerEntry {
  return {
    sha256: null,
    size: null,
    reason: null,
    detail: null,
    duplicateOf: null,
    attempts: 1,
    ...known,
    collection: job.collection,
    path: job.path,
    pipelineVersion: PIPELINE_VERSION,
    updated: now().toISOString(),
  };
}

interface Hashed {
  sha256: string;
  size: number;
}

/** Hash of a file, read in pieces; or the code of what keeps us from it. */
function hashFile(path: string, maxBytes: number): Promise<Hashed | OutcomeCode> {
  return withRegularFile(path, maxBytes, async (file) => {
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of file.pieces()) {
      hash.update(piece);
      size += piece.length;
    }
    return { sha256: hash.digest('hex'), size };
  });
}
