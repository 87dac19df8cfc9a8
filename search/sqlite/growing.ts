/** Numbers that are only added to, side by side in memory. */
export class Growing {
  #room = new Uint32Array(0);
  #length = 0;

  /** How many fit before there must be more room. */
  get room(): number {
    return this.#room.length;
  }

  get numbers(): Uint32Array {
    return this.#room.subarray(0, this.#length);
  }

  append(more: ArrayLike<number>): void {
    const length = this.#length + more.length;
    if (length > this.#room.length) {
      // What is added first often is all; what grows goes on growing.
      const room = new Uint32Array(this.#length === 0 ? length : Math.ceil(length * 1.25));
      room.set(this.numbers);
      this.#room = room;
    }
    this.#room.set(more, this.#length);
    this.#length = length;
  }
}
