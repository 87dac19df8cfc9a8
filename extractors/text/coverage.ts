/**
 * Which places of a text are taken already. Grammars that try several forms one after the other ask here, in time that
 * grows with the length of what they found, never with how much was found before.
 */
export class Coverage {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  isFree(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#taken[at]) return false;
    return true;
  }

  take(start: number, end: number): void {
    this.#taken.fill(1, start, end);
  }
}
