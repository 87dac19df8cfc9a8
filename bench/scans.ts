import { readFileSync } from 'node:fs';
import { readScan } from '../extractors/ocr/read-scan.ts';
import type { Engine } from '../pipeline/read/ocr/engine.ts';
import { nativeEngine } from '../pipeline/read/ocr/native-engine.ts';
import { openPictures } from '../pipeline/read/ocr/pdf-pictures.ts';
import { wasmEngine } from '../pipeline/read/ocr/wasm-engine.ts';
import type { Row } from './table.ts';

/** Pages that are read; a scan takes seconds a page, and pages differ little. */
const PAGES = 6;

/** Scanned pages, one core: from the file to the words in their places, beside the recogniser alone on the same pictures. */
export async function benchScans(files: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, engine] of [
    ['native Tesseract', await nativeEngine()],
    ['WebAssembly', wasmEngine()],
  ] as const) {
    if (engine) rows.push(await measured(name, engine, files));
    await engine?.stop();
  }
  return rows;
}

async function measured(name: string, engine: Engine, files: readonly string[]): Promise<Row> {
  let own = 0;
  let bare = 0;
  let read = 0;
  for (const file of files) {
    const pictures = openPictures(readFileSync(file));
    for (let page = 1; page <= (await pictures.pages()) && read < PAGES; page++, read++) {
      const start = performance.now();
      const picture = await pictures.read(page);
      const content = await readScan({ ...picture, number: page }, engine.recognise);
      own += performance.now() - start;
      if (content.glyphs.length === 0) throw new Error(`nothing was read of page ${page} of ${file}`);
      const again = performance.now();
      await engine.recognise(picture.bitmap, 'page');
      bare += performance.now() - again;
    }
    await pictures.close();
  }
  const seconds = (total: number) => `${(total / Math.max(1, read) / 1000).toFixed(2)} s`;
  return {
    what: `scan, ${name}`,
    value: `${seconds(own)}/page`,
    beside: `budget 3 s; bare: ${seconds(bare)}, ${read} pages`,
  };
}
