/** Always the same numbers for the same seed: a failure can be seen again. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface Mutant {
  name: string;
  bytes: Uint8Array;
}

/** Truncations at every percent, then flipped bytes, then cut and doubled stretches, `changes` of each. */
export function* mutantsOf(name: string, bytes: Uint8Array, changes: number, seed: number): Generator<Mutant> {
  const random = randomFrom(seed);
  for (let percent = 0; percent < 100; percent++)
    yield { name: `${percent}%-${name}`, bytes: bytes.subarray(0, Math.floor((bytes.length * percent) / 100)) };
  for (let i = 0; i < changes; i++) {
    const flipped = Uint8Array.from(bytes);
    for (let j = 1 + random(12); j > 0; j--) flipped[random(flipped.length)] = random(256);
    yield { name: `flip-${i}-${name}`, bytes: flipped };
  }
  for (let i = 0; i < changes; i++) {
    const from = random(bytes.length);
    const to = Math.min(bytes.length, from + 1 + random(2_000));
    const middle = i % 2 === 0 ? [] : [bytes.subarray(from, to), bytes.subarray(from, to)];
    yield {
      name: `splice-${i}-${name}`,
      bytes: Buffer.concat([bytes.subarray(0, from), ...middle, bytes.subarray(to)]),
    };
  }
}
