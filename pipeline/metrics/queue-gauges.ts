import { Gauge } from 'prom-client';
import type { JobQueue, QueueHealth } from '../ports.ts';
import type { Metrics } from './metrics.ts';
import { withinTime } from './within-time.ts';

/** What the queue holds at the moment of asking; nothing is told while its server does not answer. */
export function addQueueGauges({ registry }: Pick<Metrics, 'registry'>, queue: Pick<JobQueue, 'health'>): void {
  const add = (name: string, help: string, value: (details: QueueHealth['details']) => unknown): void => {
    new Gauge({
      name: `doisoat_queue_${name}`,
      help,
      registers: [registry],
      async collect() {
        const health = await withinTime(queue.health()).catch(() => null);
        if (health) this.set(Number(value(health.details)));
        else this.remove();
      },
    });
  };
  add('waiting_files', 'Files that wait in the queue', ({ waiting }) => waiting);
  add('running_files', 'Files in hand, of all workers', ({ running }) => running);
  add('next_waited_seconds', 'How long the file that is next has waited', ({ nextWaitedSeconds }) => nextWaitedSeconds);
}
