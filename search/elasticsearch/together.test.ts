import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { together } from './together.ts';

test('calls that come while one runs share the next one, and each sees what was done before it', async () => {
  let written = 0;
  let runs = 0;
  let shown = 0;
  const show = together(async () => {
    runs++;
    const now = written;
    await sleep(5);
    shown = now;
  });
  const calls = Array.from({ length: 10 }, async () => {
    const mine = ++written;
    await show();
    expect(shown).toBeGreaterThanOrEqual(mine);
  });
  await Promise.all(calls);
  expect(runs).toBe(2);
});

test('a failure is told to those who share it, and the next call tries anew', async () => {
  let fail = true;
  const show = together(async () => {
    await sleep(1);
    if (fail) throw new Error('away');
  });
  const [first, second, third] = [show(), show(), show()];
  await expect(first).rejects.toThrow('away');
  fail = false;
  await Promise.all([second, third, show()]);
});
