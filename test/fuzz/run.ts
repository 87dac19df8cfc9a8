import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeOf } from '../../pipeline/outcomes.ts';
import { type PoolLimits, ReadingPool } from '../../pipeline/read/pool.ts';
import { type Mutant, mutantsOf } from './mutations.ts';
import { seeds } from './seeds.ts';
import { zipEdits } from './zip-edits.ts';

export interface FuzzResult {
  files: number;
  outcomes: Record<string, number>;
  /** Files of which nobody could say what became of them, and files that took the reading process down. */
  unnamed: string[];
  crashes: string[];
}

/** Reads mutants of every kind of file in reading processes and counts what became of them. */
export async function fuzz(
  limits: PoolLimits,
  changes: number,
  seed: number,
  kinds = Object.keys(seeds),
): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-fuzz-'));
  const pool = new ReadingPool(limits);
  const result: FuzzResult = { files: 0, outcomes: {}, unnamed: [], crashes: [] };
  const read = async ({ name, bytes }: Mutant): Promise<void> => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const { status, diagnostics } = await pool.read({ path, source: name });
    rmSync(path);
    const code = status === 'failed' ? (diagnostics[0]?.code ?? '') : status;
    result.files++;
    result.outcomes[code] = (result.outcomes[code] ?? 0) + 1;
    if (status === 'failed' && outcomeOf(code) === null) result.unnamed.push(`${name}: ${code}`);
    if (code === 'reader-crash') result.crashes.push(name);
  };
  try {
    let batch: Promise<void>[] = [];
    for await (const mutant of mutants(kinds, changes, seed)) {
      batch.push(read(mutant));
      if (batch.length < limits.concurrency * 4) continue;
      await Promise.all(batch);
      batch = [];
    }
    await Promise.all(batch);
  } finally {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

async function* mutants(kinds: readonly string[], changes: number, seed: number): AsyncGenerator<Mutant> {
  for (const kind of kinds) {
    const bytes = seeds[kind]?.() ?? new Uint8Array();
    yield* mutantsOf(kind, bytes, changes, seed);
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) yield* zipEdits(kind, bytes, changes, seed);
    // Names are never believed: the same bytes under the names of all other kinds.
    for (const other of Object.keys(seeds)) yield { name: `as-${kind}-${other}`, bytes };
  }
}
