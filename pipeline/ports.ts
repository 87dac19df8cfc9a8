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

/** Hands out file jobs. Adding a job that is already waiting does nothing; a job whose worker died is handed out again. */
export interface JobQueue {
  add(jobs: FileJob[]): Promise<void>;
  /** Works until nothing waits (`until: 'idle'`) or until the signal; jobs in hand are finished or handed back. */
  work(handler: (job: FileJob) => Promise<void>, options: WorkOptions): Promise<void>;
  counts(): Promise<QueueCounts>;
  close(): Promise<void>;
}

export interface WorkOptions {
  concurrency: number;
  until: 'idle' | 'stopped';
  signal?: AbortSignal;
}

/** Originals and readings, content-addressed: a name is a hash, writing it twice is harmless. */
export interface Objects {
  put(room: ObjectRoom, name: string, bytes: Uint8Array): Promise<void>;
  get(room: ObjectRoom, name: string): Promise<Uint8Array | null>;
  has(room: ObjectRoom, name: string): Promise<boolean>;
  remove(room: ObjectRoom, name: string): Promise<void>;
}

export type ObjectRoom = 'originals' | 'readings';

/** Thrown when another process is at work on the same store; nothing is lost by waiting. */
export class QueueBusyError extends Error {
  constructor() {
    super('another process is ingesting into this store');
    this.name = 'QueueBusyError';
  }
}

export type ServerProblem = 'away' | 'refused' | 'version' | 'evicts' | 'full' | 'incompatible';

/** A server of the distributed home cannot be used: which one, what is wrong, and the value seen. */
export class ServerError extends Error {
  readonly server: 'redis' | 'elasticsearch';
  readonly problem: ServerProblem;
  readonly seen: string;
  constructor(server: ServerError['server'], problem: ServerProblem, seen: string) {
    super(`${server}: ${problem} (${seen})`);
    this.name = 'ServerError';
    this.server = server;
    this.problem = problem;
    this.seen = seen;
  }
}
