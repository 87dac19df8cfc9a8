import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, type Row } from './table.ts';

const COMMAND = fileURLToPath(new URL('../bin/doisoat.mjs', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../fixtures/documents', import.meta.url));
const ROUNDS = 7;

/** Whole processes, started by this Node and by the machine's own (which hands over to the packaged one). */
export function benchStart(): Row[] {
  const data = mkdtempSync(join(tmpdir(), 'doisoat-bench-'));
  try {
    spawnSync(process.execPath, [COMMAND, 'ingest', SAMPLES, '--data', data]);
    return [
      row('doisoat --help', process.execPath, ['--help'], 'budget 250 ms'),
      row('doisoat --help, by the machine’s own node', 'node', ['--help'], 'budget 250 ms'),
      row('doisoat search, small store', process.execPath, ['search', 'doi thoai', '--data', data], 'budget 400 ms'),
      row(
        'doisoat search, by the machine’s own node',
        'node',
        ['search', 'doi thoai', '--data', data],
        'budget 400 ms',
      ),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function row(what: string, node: string, args: string[], beside: string): Row {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    spawnSync(node, [COMMAND, ...args]);
    if (round > 0) rounds.push(performance.now() - start);
  }
  return { what, value: `${median(rounds).toFixed(0)} ms`, beside };
}
