import type { Store } from '../../search/port.ts';
import type { Metrics } from './metrics.ts';

const questions = ['put', 'remove', 'report', 'reports', 'search', 'list', 'directives', 'mentions', 'links'] as const;

/** The same store; how long it takes for each question is counted. */
export function measuredStore(store: Store, { storeAnswered }: Pick<Metrics, 'storeAnswered'>): Store {
  const measured = { ...store } as Record<string, unknown>;
  for (const question of questions) {
    const ask = store[question] as (...given: unknown[]) => Promise<unknown>;
    measured[question] = async (...given: unknown[]): Promise<unknown> => {
      const started = performance.now();
      try {
        return await ask(...given);
      } finally {
        storeAnswered(question, (performance.now() - started) / 1000);
      }
    };
  }
  return measured as unknown as Store;
}
