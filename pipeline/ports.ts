/**
 * What the pipeline needs from the outside besides the store (`search/port.ts`). Two adapters each; only `compose.ts`
 * knows which one is in use.
 */

/** One file in one collection, to be carried through to the index. Bytes never travel through the queue. */
export interface FileJob {
  collection: string;
  path: string;
}

export interface QueueCounts {
  waiting: number;
  running: number;
}

/** For `doisoat doctor`. Warnings are codes with words of their own in the messages. */
export interface QueueHealth {
  kind: string;
  version: string;
  details: Record<string, string | number>;
  warnings: QueueWarning[];
}

/** `no-aof`: the server keeps nothing on disk; a restart loses the queue, which is then filled again from the ledger. */
export type QueueWarning = 'no-aof';

/** The signal asks for the job back: whatever is thrown after it counts as "not done", never as a failure. */
export type JobHandler = (job: FileJob, signal: AbortSignal) => Promise<void>;

/** `interactive`: somebody waits for these few files; they go before everything that is `bulk`. */
export type Urgency = 'interactive' | 'bulk';

/** Hands out file jobs. Adding a job that is already waiting does nothing; a job whose worker died is handed out again. */
export interface JobQueue {
  /** True where workers may be on other hosts: the bytes must be brought to where all of them can open them. */
  readonly remote: boolean;
  add(jobs: FileJob[], urgency?: Urgency): Promise<void>;
  /**
   * Works until nothing waits (`until: 'idle'`) or until the signal. A handler that throws is called again after a
   * growing pause; after the last attempt, or at once for a `TerminalError`, the job is given up.
   */
  work(handler: JobHandler, options: WorkOptions): Promise<void>;
  /**
   * Runs `work` while nobody else, in whatever process, runs something under the same key; again where that could not be
   * kept up to its end.
   */
  alone<T>(key: string, work: () => Promise<T>): Promise<T>;
  counts(): Promise<QueueCounts>;
  /** Null where the queue is part of the store. */
  health(): Promise<QueueHealth | null>;
  close(): Promise<void>;
}

export interface WorkOptions {
  concurrency: number;
  until: 'idle' | 'stopped';
  /** No job is begun after it; jobs in hand have `graceMs` to end and are handed back then. */
  signal?: AbortSignal;
  graceMs?: number;
  /** What is given up must end in the ledger with its reason. */
  onGivenUp: (job: FileJob, error: Error) => Promise<void>;
}

/** Thrown by a handler for what no further attempt will change. */
export class TerminalError extends Error {
  override name = 'TerminalError';
}

/** Thrown by a handler when nothing can go on (a full disk): the job is handed back and `work` ends with the cause. */
export class FatalError extends Error {
  override name = 'FatalError';
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Bytes under names that are hashes: writing twice is harmless, and a name is there only when its bytes are whole. */
export interface Objects {
  put(room: ObjectRoom, name: string, bytes: Uint8Array): Promise<void>;
  /** Copies what is read from a file without holding it in memory. */
  copy(room: ObjectRoom, name: string, from: AsyncIterable<Uint8Array>): Promise<void>;
  get(room: ObjectRoom, name: string): Promise<Uint8Array | null>;
  /** The path under which a reading process can open the object; null where there is none. */
  locate(room: ObjectRoom, name: string): Promise<string | null>;
  remove(room: ObjectRoom, name: string): Promise<void>;
  /** Takes out what was written more than `olderThanMs` ago: all, or only halves that never got a name; how many. */
  sweep(room: ObjectRoom, olderThanMs: number, which: 'all' | 'halves'): Promise<number>;
}

/** `incoming`: bytes on their way to a worker, named by their job and gone with it. */
export type ObjectRoom = 'originals' | 'readings' | 'incoming';

/** One of the two servers of the distributed home is named and the other is not: `missing` is the setting to give. */
export class HalfHomeError extends Error {
  override name = 'HalfHomeError';
  readonly missing: 'redisUrl' | 'elasticsearchUrl';
  constructor(missing: HalfHomeError['missing']) {
    super(`only one server of the distributed home is named: ${missing} is missing`);
    this.missing = missing;
  }
}

/** Thrown when another process is at work on the same store; nothing is lost by waiting. */
export class QueueBusyError extends Error {
  constructor() {
    super('another process is ingesting into this store');
    this.name = 'QueueBusyError';
  }
}
