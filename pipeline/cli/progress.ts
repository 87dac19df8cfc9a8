import { basename } from 'node:path';
import type { IngestEvent } from '../ingest.ts';
import type { Messages } from './messages/vi.ts';

export interface ProgressBar {
  onEvent(event: IngestEvent): void;
  stop(): void;
}

/** A bar on standard error while it is a terminal; nothing at all where it is a file or a pipe. */
export async function progressBar(messages: Messages): Promise<ProgressBar> {
  if (!process.stderr.isTTY) return { onEvent: () => {}, stop: () => {} };
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: messages.ingest.progress,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let total = 0;
  bar.start(0, 0, { file: '' });
  return {
    onEvent(event) {
      if (event.type === 'found') bar.setTotal(++total);
      else if (event.type === 'settled') bar.increment(1, { file: basename(event.entry.path) });
      else bar.update({ file: `${basename(event.path)} ${event.page}/${event.pages}` });
    },
    stop: () => bar.stop(),
  };
}
