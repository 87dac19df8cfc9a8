import type { Worker } from 'tesseract.js';
import type { Engine } from './engine.ts';
import { greyFile } from './grey-file.ts';
import { LANGUAGE, LANGUAGE_FOLDER, TAKE } from './language-data.ts';

const NEURAL_ONLY = 1;

/** Tesseract as WebAssembly, in a thread of its own. */
export function wasmEngine(): Engine {
  let worker: Promise<Worker> | null = null;
  return {
    async recognise(bitmap, segmentation) {
      worker ??= start();
      const running = await worker;
      const { mode, only } = TAKE[segmentation];
      await running.setParameters({
        tessedit_pageseg_mode: mode as never,
        tessedit_char_whitelist: only,
        debug_file: '/dev/null',
      });
      const { data } = await running.recognize(greyFile(bitmap), {}, { text: false, hocr: true });
      return data.hocr ?? '';
    },
    async stop() {
      const running = worker;
      worker = null;
      await running?.then((started) => started.terminate()).catch(() => undefined);
    },
  };
}

async function start(): Promise<Worker> {
  const { createWorker } = await import('tesseract.js');
  // cacheMethod: it would write the unpacked data into the working folder. Errors come with the answer as well.
  return createWorker(LANGUAGE, NEURAL_ONLY, {
    langPath: LANGUAGE_FOLDER,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
}
