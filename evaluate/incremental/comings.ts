import { comparablesOf, reconcile } from '../../pipeline/reconcile.ts';
import { keepExtraction, keptExtraction } from '../../search/kept-extraction.ts';
import type { Store } from '../../search/port.ts';
import { textOf } from '../province/paper.ts';
import { type Random, randomFrom, shuffled, wholeBetween } from '../province/random.ts';
import type { ProvinceReport } from '../province/reports.ts';
import { type Read, readText, store } from '../province/stored.ts';

/** One report of so many lies there a second time. */
const COPIED = 20;
/** So many files come before what is there is compared. */
const AT_ONCE = 12;
const GOES = 0.15;
const COMES_AGAIN = 0.6;
const READ_ANEW = 0.1;

interface Reading {
  sha: string;
  /** Compressed: ten thousand readings lie in memory. */
  kept: Buffer;
  version: number;
}

/** Files that come into a store, go, come again and are read anew by a newer version, all by chance of the seed. */
export class Comings {
  readonly #random: Random;
  readonly #readings: Reading[];
  readonly #there = new Map<string, Reading>();

  private constructor(readings: Reading[], random: Random) {
    this.#readings = readings;
    this.#random = random;
  }

  static async of(reports: readonly ProvinceReport[], seed: number): Promise<Comings> {
    const texts = reports.map(textOf);
    const copies = texts
      .filter((_, i) => i % COPIED === 0)
      .map((text) => `${text}Nơi nhận: như trên, lưu văn phòng.\n`);
    const readings: Reading[] = [];
    for (const text of [...texts, ...copies]) {
      const read = await readText(text);
      readings.push({ sha: read.sha256, kept: keepExtraction(read), version: 1 });
    }
    return new Comings(readings, randomFrom(seed));
  }

  async run(
    into: Store,
    say: (line: string) => void,
  ): Promise<Record<'files' | 'came' | 'went' | 'calls' | 'judged', number>> {
    const done = { files: this.#readings.length, came: 0, went: 0, calls: 0, judged: 0 };
    const waiting = shuffled(this.#random, this.#readings);
    for (let next = 0; waiting.length > 0; next++) {
      for (let turn = wholeBetween(this.#random, 1, AT_ONCE); turn > 0; turn--) {
        const reading = waiting.pop();
        if (reading !== undefined) await this.#come(into, reading);
        const gone = this.#random() < GOES ? this.#anyThere() : undefined;
        if (gone !== undefined) {
          await into.remove(gone.sha);
          this.#there.delete(gone.sha);
          done.went++;
          if (this.#random() < COMES_AGAIN) waiting.splice(wholeBetween(this.#random, 0, waiting.length), 0, gone);
        }
        const anew = this.#random() < READ_ANEW ? this.#anyThere() : undefined;
        if (anew !== undefined) await this.#come(into, { ...anew, version: anew.version + 1 });
        done.came += Number(reading !== undefined) + Number(anew !== undefined);
      }
      done.judged += await reconcile(into);
      done.calls++;
      if (next % 100 === 0) say(`${this.#there.size} there, ${waiting.length} to come`);
    }
    return done;
  }

  /** What is there now. */
  there(): readonly Reading[] {
    return [...this.#there.values()];
  }

  async #come(into: Store, reading: Reading): Promise<void> {
    await put(into, reading);
    this.#there.set(reading.sha, reading);
  }

  #anyThere(): Reading | undefined {
    const all = [...this.#there.values()];
    return all[wholeBetween(this.#random, 0, all.length - 1)];
  }
}

/** Puts all into an empty store, by the order of their hashes, and compares every key once. */
export async function fillAtOnce(into: Store, readings: readonly Reading[]): Promise<number> {
  for (const reading of readings.toSorted((a, b) => (a.sha < b.sha ? -1 : 1))) await put(into, reading);
  return reconcile(into, 'all');
}

async function put(into: Store, { sha, kept, version }: Reading): Promise<void> {
  const extraction = { ...keptExtraction(kept, sha), pipelineVersion: String(version) } as Read;
  await store(into, { extraction, collection: 'chung', path: `/${sha}.txt`, comparables: comparablesOf(extraction) });
}
