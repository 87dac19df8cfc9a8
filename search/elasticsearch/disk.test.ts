import { expect, test } from 'vitest';
import { spaceToLeave } from './disk.ts';

const GB = 2 ** 30;

test.each([
  ['85%', '', 100 * GB, 15 * GB],
  ['0.85', '', 100 * GB, 15 * GB],
  ['85%', '200gb', 100 * GB, 15 * GB],
  // on a large disk a share would be far more than any merging needs
  ['85%', '200gb', 10_000 * GB, 200 * GB],
  ['20gb', '', 100 * GB, 20 * GB],
  ['512MB', '', 100 * GB, GB / 2],
  ['', '', 100 * GB, 0],
])('%s with a headroom of %s', (watermark, headroom, total, left) => {
  expect(spaceToLeave(total, watermark, headroom)).toBeCloseTo(left, -3);
});
