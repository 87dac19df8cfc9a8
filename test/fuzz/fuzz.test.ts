import { expect, test } from 'vitest';
import { resolveSettings } from '../../pipeline/settings.ts';
import { fuzz } from './run.ts';

// A short part of `npm run fuzz` with a fixed seed.
test('cut, changed and misnamed files are read or named, and no reading process dies of them', {
  timeout: 0,
}, async () => {
  const limits = resolveSettings({ ocr: false }, {}).values;
  const { files, outcomes, unnamed, crashes } = await fuzz(limits, 3, 1, ['a.docx', 'a.doc', 'a.rtf']);
  expect(files).toBeGreaterThan(300);
  expect(unnamed).toEqual([]);
  expect(crashes).toEqual([]);
  for (const code of ['silence-limit', 'time-limit', 'memory-limit']) expect(outcomes).not.toHaveProperty(code);
});
