import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from '../evaluate/province/paper.ts';
import { randomFrom } from '../evaluate/province/random.ts';
import { type ProvinceReport, reportsOf } from '../evaluate/province/reports.ts';
import { readText } from '../evaluate/province/stored.ts';
import { makeWorld } from '../evaluate/province/world.ts';
import { comparablesOf, reconcile } from '../pipeline/reconcile.ts';
import type { IndexedReport, Store } from '../search/port.ts';
import { openSqliteStore } from '../search/sqlite/store.ts';
import { median, type Row } from './table.ts';
import { timedPut } from './timed-put.ts';

const SMALL = 50;
const MEASURED = 100;

/**
 * What one more report costs, stored and compared with all the others: the 51st to 150th of a store, and reports of the
 * same units and months put into a store of some years more, in turns, so that both meet the same neighbours.
 */
export async function benchOneMoreReport(reports: number): Promise<Row[]> {
  const years = Array.from({ length: 40 }, (_, i) => 2024 - i);
  const random = randomFrom(1);
  const world = makeWorld(random, years, 'Quảng Ninh');
  // Year by year, so that after every round the same unit comes again.
  const province = (function* (): Generator<ProvinceReport> {
    for (const year of years) yield* reportsOf(world, random, [year]);
  })();
  const first: ProvinceReport[] = [];
  let next = province.next();
  for (; next.value && next.value.year === years[0]; next = province.next()) first.push(next.value);
  const whole = Math.max(1, Math.round((reports - 2 * SMALL) / first.length)) * first.length;
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-bench-'));
  const small = openSqliteStore(join(folder, 'small.db'));
  const large = openSqliteStore(join(folder, 'large.db'));
  try {
    for (const report of first.slice(0, SMALL)) await putAndCompare(small, await read(report));
    for (const report of first) await putAndCompare(large, await read(report));
    const heldBefore = residentMb();
    for (let at = first.length; at < whole + SMALL && next.value; at++, next = province.next())
      await putAndCompare(large, await read(next.value));
    const heldAfter = residentMb();
    const early: number[] = [];
    const late: number[] = [];
    for (const report of first.slice(SMALL, SMALL + MEASURED)) {
      if (!next.value) break;
      early.push(await putAndCompare(small, await read(report)));
      late.push(await putAndCompare(large, await read(next.value)));
      next = province.next();
    }
    const [before, after] = [median(early), median(late)];
    return [
      { what: 'store and compare the 101st report', value: `${before.toFixed(2)} ms` },
      {
        what: `store and compare the ${(whole + 2 * SMALL + 1).toLocaleString('en')}th report`,
        value: `${after.toFixed(2)} ms`,
        beside: `× ${(after / before).toFixed(2)}, budget 1.3`,
      },
      {
        what: `memory of the process after ${(whole + SMALL).toLocaleString('en')} reports`,
        value: `${heldAfter.toFixed(0)} MB`,
        beside: `${heldBefore.toFixed(0)} MB after ${first.length}`,
      },
    ];
  } finally {
    await small.close();
    await large.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function read(report: ProvinceReport): Promise<IndexedReport> {
  const extraction = await readText(textOf(report));
  return { extraction, collection: 'chung', path: `/kho/${report.file}.txt`, comparables: comparablesOf(extraction) };
}

const putAndCompare = (store: Store, indexed: IndexedReport): Promise<number> =>
  timedPut(store, indexed, () => reconcile(store));

const residentMb = (): number => process.memoryUsage().rss / 1e6;
