import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteStore } from '../../search/sqlite/store.ts';
import { makeProvince } from '../province/province.ts';
import { Comings, fillAtOnce } from './comings.ts';
import { differences } from './compare.ts';

/**
 * `npm run incremental [-- --reports N --seed S]`: reports of a made-up province, one of twenty a second time with a line
 * more, come into a store in random order, some go and come again, and every few are compared at once. Another store gets
 * what is there in the end in another order and compares all of it. Exits 1 where anything differs between the two.
 */

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const [wanted, seed] = [Number(values.reports), Number(values.seed)];
const folder = mkdtempSync(join(tmpdir(), 'doisoat-incremental-'));
const file = (name: string): string => join(folder, `${name}.db`);
const [step, whole] = [openSqliteStore(file('step')), openSqliteStore(file('whole'))];
try {
  const { reports } = makeProvince(seed, wanted, Math.ceil(wanted / 7));
  const comings = await Comings.of(reports, seed);
  const done = await comings.run(step, (line) => process.stderr.write(`${line}\n`));
  process.stderr.write('all at once\n');
  const judged = await fillAtOnce(whole, comings.there());
  const { flags, differing } = await differences(
    { store: step, file: file('step') },
    { store: whole, file: file('whole') },
    comings.there(),
  );
  process.stdout.write(
    `${done.files} files came ${done.came} times and went ${done.went} times; ${done.calls} calls judged ${done.judged} keys\n` +
      `${comings.there().length} files are there; all at once: ${judged} keys\n` +
      `${flags} flags between reports, ${differing.length} differences\n`,
  );
  for (const line of differing.slice(0, 20)) process.stdout.write(`  ${line}\n`);
  process.exitCode = differing.length > 0 || flags === 0 ? 1 : 0;
} finally {
  await step.close();
  await whole.close();
  rmSync(folder, { recursive: true });
}
