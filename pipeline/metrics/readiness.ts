import type { Home } from '../compose.ts';
import { withinTime } from './within-time.ts';

/** Whether queue and store answer at this moment; for each that does not, why. */
export async function readiness({
  queue,
  store,
}: Pick<Home, 'queue' | 'store'>): Promise<{ ready: boolean; queue: string; store: string }> {
  const [queueSays, storeSays] = await Promise.all([answerOf(queue.health()), answerOf(store.ledger.balance())]);
  return { ready: queueSays === 'ok' && storeSays === 'ok', queue: queueSays, store: storeSays };
}

async function answerOf(question: Promise<unknown>): Promise<string> {
  return withinTime(question).then(
    () => 'ok',
    (error: Error) => error.message,
  );
}
