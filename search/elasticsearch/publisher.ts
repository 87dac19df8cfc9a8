import type { Server } from './server.ts';
import { publish, readMarks, writtenIn } from './writing.ts';

/** A report that is written may wait twice as long to be found by others; its own connection finds it at once. */
const LOOK_MS = 500;
/** Where showing takes long, the engine gets so many times as long for everything else. */
const REST = 3;

/**
 * Shows what was written: before its connection asks anything itself, at its end, and now and then. Showing costs the
 * engine as much for one report as for hundreds, and whoever shows anything shows all; so what came since the look before
 * is left to the next one, and of many connections one shows for all.
 */
export class Publisher {
  readonly #server: Server;
  /** Counts what was written by this connection, and how far it has been shown. */
  #written = 0;
  #shown = 0;
  #stood: ReadonlySet<string> = new Set();
  #due: NodeJS.Timeout | null = null;
  #pauseMs = LOOK_MS;
  #running: Promise<void> = Promise.resolve();

  constructor(server: Server) {
    this.#server = server;
  }

  /** Something was written. */
  wrote(): void {
    this.#written++;
    this.#lookLater();
  }

  /** What was written so far can be found. */
  async show(): Promise<void> {
    if (this.#shown < this.#written) await this.#publish();
    else await this.#running;
  }

  #lookLater(): void {
    // A failure is met again, and told, by the next question or at the end.
    this.#due ??= setTimeout(() => this.#look().catch(() => this.#lookLater()), this.#pauseMs).unref();
  }

  async #look(): Promise<void> {
    this.#due = null;
    const upTo = this.#written;
    const stand = writtenIn(await readMarks(this.#server));
    if (stand.some((name) => this.#stood.has(name))) await this.#publish();
    else if (stand.length === 0) this.#shown = Math.max(this.#shown, upTo);
    this.#stood = new Set(stand);
    if (this.#shown < this.#written) this.#lookLater();
  }

  async #publish(): Promise<void> {
    const upTo = this.#written;
    const publishing = this.#running.then(async () => {
      const from = performance.now();
      await publish(this.#server);
      this.#pauseMs = Math.max(LOOK_MS, REST * (performance.now() - from));
      this.#shown = Math.max(this.#shown, upTo);
    });
    this.#running = publishing.catch(() => {});
    await publishing;
  }
}
