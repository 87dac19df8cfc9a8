import { Worker } from 'node:worker_threads';

/** A document that takes longer is looked at in Word. */
const PATIENCE_MS = 60_000;
const MEMORY_MB = 512;
/** Documents that people are looking at: their fragments, a few megabytes each at most. */
const KEPT = 16;

/** Word documents as HTML, made one at a time beside the server, which goes on answering. */
export interface Rendering {
  /** Null where the file is no Word document, or one that cannot be rendered. `id` names the bytes. */
  html(id: string, file: string): Promise<string | null>;
}

export function openRendering(): Rendering {
  const kept = new Map<string, Promise<string | null>>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    html(id, file) {
      const known = kept.get(id);
      kept.delete(id);
      const html = known ?? last.then(() => renderAside(file));
      if (!known) last = html;
      kept.set(id, html);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return html;
    },
  };
}

function renderAside(file: string): Promise<string | null> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const tooLong = setTimeout(() => worker.terminate(), PATIENCE_MS);
  return new Promise<string | null>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => resolve(null));
  }).finally(() => {
    clearTimeout(tooLong);
    return worker.terminate();
  });
}
