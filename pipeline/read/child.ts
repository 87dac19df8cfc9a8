import { readWhole } from '../regular-file.ts';
import { extractBytes, failed } from '../stages.ts';
import type { ReadMessage, ReadTask } from './protocol.ts';

// The body of a reading process: a file that kills or stalls it takes nothing else down.

process.on('message', (task: ReadTask) => {
  void readFile(task).then(send, (error: unknown) => {
    send({ type: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
});
// Ctrl-C on a terminal reaches this process too; the parent decides what becomes of the file in hand.
process.on('SIGINT', () => {});
// The parent is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
// pdf.js settles some promises on its own after a document is destroyed; what matters has been answered by then.
process.on('unhandledRejection', () => {});

async function readFile(task: ReadTask): Promise<ReadMessage> {
  const bytes = await readWhole(task.path, task.maxBytes);
  if (typeof bytes === 'string') return { type: 'done', extraction: failed(task.source, bytes) };
  const extraction = await extractBytes(task.source, bytes, {
    maxPages: task.maxPages,
    onProgress: (page, pages) => send({ type: 'progress', page, pages }),
    ...(task.ocr && { ocr: { ...task.ocr, onScan: (pages) => send({ type: 'scan', pages }) } }),
  });
  return { type: 'done', extraction };
}

function send(message: ReadMessage): void {
  process.send?.(message);
}
