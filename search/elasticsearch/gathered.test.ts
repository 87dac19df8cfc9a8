import { expect, test } from 'vitest';
import { gathered } from './gathered.ts';

/** Answers with ten times each number, when it is let go. */
function held() {
  const requests: (readonly number[])[] = [];
  const letGo: (() => void)[] = [];
  const ask = gathered(async (wanted: readonly number[]) => {
    requests.push(wanted);
    await new Promise<void>((resolve) => letGo.push(resolve));
    if (wanted.includes(0)) throw new Error('nothing');
    return wanted.map((n) => n * 10);
  });
  const next = async (): Promise<void> => {
    while (letGo.length === 0) await new Promise(setImmediate);
    letGo.shift()!();
  };
  return { ask, next, requests };
}

test('what is wanted in the same breath is asked in one request, and everybody gets his own answer', async () => {
  const { ask, next, requests } = held();
  const answers = Promise.all([ask(1), Promise.resolve().then(() => ask(2)), ask(3)]);
  await next();
  expect(await answers).toEqual([10, 20, 30]);
  expect(requests).toEqual([[1, 3, 2]]);
});

test('what is wanted while a request is on its way goes with the next', async () => {
  const { ask, next, requests } = held();
  const first = ask(1);
  while (requests.length === 0) await new Promise(setImmediate);
  const others = Promise.all([ask(2), ask(3)]);
  await next();
  expect(await first).toBe(10);
  await next();
  expect(await others).toEqual([20, 30]);
  expect(requests).toEqual([[1], [2, 3]]);
});

test('a request that fails fails those who are in it, and nobody after them', async () => {
  const { ask, next, requests } = held();
  const failing = Promise.allSettled([ask(0), ask(1)]);
  while (requests.length === 0) await new Promise(setImmediate);
  const after = ask(2);
  await next();
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await next();
  expect(await after).toBe(20);
});
