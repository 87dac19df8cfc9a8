import { expect, test } from 'vitest';
import { ServerError, type ServerProblem } from '../search/server-error.ts';
import { patiently } from './patience.ts';

const failing = (problem: ServerProblem, times: number) => {
  let calls = 0;
  return async (): Promise<number> => {
    if (++calls <= times) throw new ServerError('elasticsearch', problem, 'store.example:9200');
    return calls;
  };
};

test.each(['away', 'full', 'refused'] as const)(
  'a server that is %s is waited for, and each wait is told',
  async (problem) => {
    const told: string[] = [];
    expect(await patiently(failing(problem, 2), { onWaiting: (error) => told.push(error.problem) })).toBe(3);
    expect(told).toEqual([problem, problem]);
  },
);

test('a server of a wrong version will not mend itself', async () => {
  await expect(patiently(failing('version', 1), {})).rejects.toThrow('version');
});

test('what is no server’s doing is thrown at once', async () => {
  const broken = async (): Promise<never> => {
    throw new TypeError('ours');
  };
  await expect(patiently(broken, {})).rejects.toThrow('ours');
});

test('who is asked to stop waits no longer', async () => {
  const stop = new AbortController();
  const waiting = patiently(failing('away', 1_000), { signal: stop.signal, onWaiting: () => stop.abort() });
  await expect(waiting).rejects.toThrow('away');
});
