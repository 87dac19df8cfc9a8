import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileOf, formats } from './formats.ts';
import { makeProvince } from './province.ts';

/**
 * `npm run corpus -- --out DIR [--reports N] [--seed S] [--breaks K]`: writes N reports of a made-up but consistent
 * province, Word, PDF and text in turns, and breaks K facts; `truth.json` says which. `npm run evaluate -- DIR` compares.
 */

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    reports: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    breaks: { type: 'string', default: '0' },
  },
});
if (values.out === undefined) {
  process.stderr.write('usage: npm run corpus -- --out DIR [--reports N] [--seed S] [--breaks K]\n');
  process.exit(2);
}

const { reports, breaks } = makeProvince(Number(values.seed), Number(values.reports), Number(values.breaks));
mkdirSync(values.out, { recursive: true });
for (const [i, report] of reports.entries()) {
  const format = formats[i % formats.length]!;
  writeFileSync(join(values.out, `${report.file}.${format}`), await fileOf(report, format));
}
writeFileSync(
  join(values.out, 'truth.json'),
  JSON.stringify({ seed: Number(values.seed), reports: reports.length, breaks }, null, 1),
);
process.stdout.write(`${reports.length} reports, ${breaks.length} breaks\n`);
