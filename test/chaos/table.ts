import type { ChaosPlan, ChaosResult } from './chaos.ts';

/** The run as a person reads it: what was done to it, and what came of it. */
export function chaosRows(
  { seed, documents, workers }: ChaosPlan,
  result: ChaosResult,
): [what: string, value: string][] {
  const { balance, happened, failures, lost, unnamed, differences, leftovers, recovery, seconds, stopped } = result;
  const reasons = Object.entries(failures).map(([reason, count]) => `${reason} ${count}`);
  return [
    ['seed', String(seed)],
    ['documents, workers', `${documents}, ${workers} and the ingest`],
    ...Object.entries(happened).map(([what, count]): [string, string] => [what, String(count)]),
    ['indexed + partial', String(balance.indexed + balance.partial)],
    ['duplicate', String(balance.duplicate)],
    ['failed', `${balance.failed} (${reasons.join(', ')})`],
    ['lost', String(lost)],
    ['failures without a name', String(unnamed)],
    ['differs from the undisturbed run', differences.length === 0 ? 'nothing' : differences.join('\n')],
    ['left in the queue, left on the way', `${leftovers.jobs} jobs, ${leftovers.files} files`],
    [
      'death of a worker to outcome of its file',
      `median ${recovery.median.toFixed(1)} s, longest ${recovery.longest.toFixed(1)} s`,
    ],
    ['exit statuses of workers asked to stop', stopped.join(' ')],
    ['seconds', seconds.toFixed(0)],
  ];
}
