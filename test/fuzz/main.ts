import { resolveSettings } from '../../pipeline/settings.ts';
import { fuzz } from './run.ts';

// `npm run fuzz [SEED [CHANGES]]`: ends with 1 where a file crashed a reader or has no named outcome.
const [seed = '1', changes = '110'] = process.argv.slice(2);
// Pictures are not read: OCR is slow, and what it is given here is noise.
const started = performance.now();
const result = await fuzz(resolveSettings({ ocr: false }, {}).values, Number(changes), Number(seed));
console.log(`${result.files} files in ${Math.round((performance.now() - started) / 1000)} s, seed ${seed}`);
for (const [code, count] of Object.entries(result.outcomes).sort(([, a], [, b]) => b - a))
  console.log(`  ${code} ${count}`);
for (const name of result.unnamed) console.log(`unnamed: ${name}`);
for (const name of result.crashes) console.log(`crash: ${name}`);
process.exitCode = result.unnamed.length + result.crashes.length > 0 ? 1 : 0;
