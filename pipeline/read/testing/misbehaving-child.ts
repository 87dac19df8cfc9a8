import { failed } from '../../stages.ts';
import type { ReadTask } from '../protocol.ts';

// A reading process that does what the name of the file says.
process.on('message', async (task: ReadTask) => {
  const name = task.path.split('/').at(-1);
  if (name === 'dies') process.exit(7);
  if (name === 'aborts') process.abort();
  if (name === 'spins') for (;;);
  if (name === 'chatters') setInterval(() => process.send?.({ type: 'progress', page: 1, pages: 2 }), 20);
  else if (name === 'scans') {
    process.send?.({ type: 'scan', pages: 1 });
    setTimeout(() => process.send?.({ type: 'done', extraction: failed(task.source, 'encrypted') }), 2500);
  } else if (name === 'grows') {
    const held: unknown[] = [];
    for (;;) held.push(new Array(100_000).fill(held.length));
  } else if (name === 'throws') process.send?.({ type: 'failed', stack: 'Error: our own bug' });
  else process.send?.({ type: 'done', extraction: failed(task.source, 'empty') });
});
