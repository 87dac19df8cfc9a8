import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Settings } from '../../schemas/settings.ts';
import { failed } from '../stages.ts';
import type { ReadMessage, ReadTask } from './protocol.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
/** A process is replaced after so many files, before small leaks of the libraries add up. */
const FILES_PER_PROCESS = 500;
/**
 * Several readers share an office computer: young objects get little room and the heap grows by half, not fourfold, before
 * it is swept. On a report of 207 pages that is 262 MB instead of 345, for a twentieth of the time.
 */
export const LEAN: readonly string[] = ['--max-semi-space-size=4', '--heap-growing-percent=50'];
/** How often time and memory are looked at. */
const WATCH_MS = 250;
/** Beside the heap a process holds code, buffers and the pages of the file: allowed on top of `memoryMb`. */
const MEMORY_BESIDE_HEAP_MB = 350;

export type PoolLimits = Pick<
  Settings,
  | 'concurrency'
  | 'memoryMb'
  | 'silenceSeconds'
  | 'totalSeconds'
  | 'fileMb'
  | 'pages'
  | 'ocr'
  | 'ocrPages'
  | 'ocrPageSeconds'
  | 'ocrMemoryMb'
>;

export interface ReadRequest {
  path: string;
  source: string;
  onProgress?: (page: number, pages: number) => void;
  /** Ends the reading at once; it then rejects, and nothing is said about the file. */
  signal?: AbortSignal;
}

type KillReason = 'memory-limit' | 'silence-limit' | 'time-limit';

/**
 * Reads files in child processes under limits of memory, silence and total time. Every request is answered with an
 * extraction; a process that dies or is killed gives one with status "failed" and the cause, and is replaced. `child`
 * is the program that each process runs.
 */
export class ReadingPool {
  readonly #limits: PoolLimits;
  readonly #log: (line: string) => void;
  readonly #script: string;
  readonly #idle: ReadingProcess[] = [];
  readonly #all = new Set<ReadingProcess>();
  readonly #waiting: ((process: ReadingProcess) => void)[] = [];
  #closed = false;

  constructor(limits: PoolLimits, log: (line: string) => void = () => {}, child: string = CHILD) {
    this.#limits = limits;
    this.#log = log;
    this.#script = child;
  }

  async read(request: ReadRequest): Promise<Extraction> {
    const reader = await this.#take();
    try {
      request.signal?.throwIfAborted();
      const extraction = await reader.read(request);
      // What a process says that was ended on our own wish is no outcome.
      request.signal?.throwIfAborted();
      return extraction;
    } finally {
      this.#giveBack(reader);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const reader of this.#all) reader.end();
    this.#all.clear();
  }

  #take(): Promise<ReadingProcess> {
    const idle = this.#idle.pop();
    if (idle) return Promise.resolve(idle);
    if (this.#all.size < this.#limits.concurrency) {
      const reader = new ReadingProcess(this.#limits, this.#log, this.#script);
      this.#all.add(reader);
      return Promise.resolve(reader);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(reader: ReadingProcess): void {
    if (this.#closed) return;
    const next = this.#waiting.shift();
    if (next) next(reader);
    else this.#idle.push(reader);
  }
}

/** One child process at a time; a new one is started when the last died or has read enough. */
class ReadingProcess {
  readonly #limits: PoolLimits;
  readonly #log: (line: string) => void;
  readonly #script: string;
  #child: ChildProcess | null = null;
  #filesRead = 0;
  /** The present process has loaded what reads pictures, and keeps it. */
  #readsScans = false;

  constructor(limits: PoolLimits, log: (line: string) => void, script: string) {
    this.#limits = limits;
    this.#log = log;
    this.#script = script;
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  read(request: ReadRequest): Promise<Extraction> {
    if (this.#filesRead >= FILES_PER_PROCESS) this.end();
    const child = this.#child ?? this.#start();
    this.#filesRead++;
    return new Promise((resolve) => {
      const started = performance.now();
      let lastSign = started;
      let scans = 0;
      let killedFor: KillReason | null = null;
      const watch = setInterval(() => {
        killedFor ??= this.#overLimit(child, started, lastSign, scans);
        if (killedFor || request.signal?.aborted) child.kill('SIGKILL');
      }, WATCH_MS);
      const finish = (extraction: Extraction): void => {
        clearInterval(watch);
        child.off('message', onMessage).off('exit', onExit).off('error', onError);
        resolve(extraction);
      };
      const onMessage = (message: ReadMessage): void => {
        lastSign = performance.now();
        if (message.type === 'progress') request.onProgress?.(message.page, message.pages);
        else if (message.type === 'scan') {
          scans = message.pages;
          this.#readsScans = true;
        } else if (message.type === 'done') finish(message.extraction);
        else {
          this.#log(`${request.source}: ${message.stack}`);
          finish(failed(request.source, 'reader-crash'));
        }
      };
      const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
        this.#child = null;
        // V8 ends a process whose heap is full by abort (SIGABRT, or 134 where a shell stands between).
        const heapFull = signal === 'SIGABRT' || code === 134;
        finish(failed(request.source, killedFor ?? (heapFull ? 'memory-limit' : 'reader-crash')));
      };
      const onError = (error: Error): void => {
        this.#log(`${request.source}: ${error.message}`);
        this.end();
        finish(failed(request.source, 'reader-crash'));
      };
      child.on('message', onMessage).on('exit', onExit).on('error', onError);
      const task: ReadTask = {
        path: request.path,
        source: request.source,
        maxPages: this.#limits.pages,
        maxBytes: this.#limits.fileMb * 1_000_000,
        ocr: this.#limits.ocr ? { pages: this.#limits.ocrPages, pageSeconds: this.#limits.ocrPageSeconds } : null,
      };
      child.send(task);
    });
  }

  #start(): ChildProcess {
    this.#filesRead = 0;
    this.#readsScans = false;
    this.#child = fork(this.#script, {
      execArgv: [`--max-old-space-size=${this.#limits.memoryMb}`, ...LEAN, '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      // What libraries print must not reach a standard output that carries JSON.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return this.#child;
  }

  /** Each scanned page adds its own time to that of the file; reading it needs more memory. */
  #overLimit(child: ChildProcess, started: number, lastSign: number, scans: number): KillReason | null {
    const { memoryMb, ocrMemoryMb, totalSeconds, ocrPageSeconds } = this.#limits;
    const now = performance.now();
    if (now - started > (totalSeconds + scans * ocrPageSeconds) * 1000) return 'time-limit';
    if (now - lastSign > this.#limits.silenceSeconds * 1000) return 'silence-limit';
    const memory = residentMb(child.pid);
    const most = memoryMb + MEMORY_BESIDE_HEAP_MB;
    return memory !== null && memory > (this.#readsScans ? Math.max(most, ocrMemoryMb) : most) ? 'memory-limit' : null;
  }
}

/** Resident memory of a process where the system tells it (Linux); elsewhere the heap limit alone holds. */
function residentMb(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return (pages * 4096) / 1_000_000;
  } catch {
    return null;
  }
}
