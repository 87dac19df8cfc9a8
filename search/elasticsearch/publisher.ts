import type { Server } from './server.ts';
import { publish } from './writing.ts';

/** How long a report that is written may wait to be found by others; its own connection finds it at once. */
const WAIT_MS = 1000;

/** Shows what this connection has written: before it asks anything itself, at its end, and now and then. */
export class Publisher {
  readonly #server: Server;
  #due: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(server: Server) {
    this.#server = server;
  }

  /** A report was written. */
  wrote(): void {
    // A failure is met again, and told, by the next question or at the end.
    this.#due ??= setTimeout(() => this.#publish().catch(() => {}), WAIT_MS).unref();
  }

  /** What was written so far can be found. */
  async show(): Promise<void> {
    if (this.#due) await this.#publish();
    else await this.#running;
  }

  async #publish(): Promise<void> {
    if (this.#due) clearTimeout(this.#due);
    this.#due = null;
    const publishing = this.#running.then(() => publish(this.#server));
    this.#running = publishing.catch(() => this.wrote());
    await publishing;
  }
}
