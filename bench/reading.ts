import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';
import { extractBytes } from '../pipeline/stages.ts';
import { median, type Row, timed } from './table.ts';

/** A batch is of so many reports: few files are read several times over. */
const BATCH = 50;
const FEWEST_ROUNDS = 5;

interface Sample {
  name: string;
  bytes: Buffer;
  pages: number;
}

/** The whole way, file to flags, against the bare library on the same files in the same run, taken in turns. */
export async function benchReading(files: string[]): Promise<Row[]> {
  const pdfs = await Promise.all(files.filter((file) => file.endsWith('.pdf')).map(pdfSample));
  const pagesOf = new Map(pdfs.map(({ name, pages }) => [basename(name, '.pdf'), pages]));
  // A DOCX has no pages of its own: those of its printed twin count.
  const docxs = files.flatMap((file): Sample[] => {
    const pages = pagesOf.get(basename(file, extname(file)));
    return file.endsWith('.docx') && pages ? [{ name: file, bytes: readFileSync(file), pages }] : [];
  });
  return [
    ...(await race('docx', docxs, 'mammoth.convertToHtml', ({ bytes }) => mammoth.convertToHtml({ buffer: bytes }))),
    ...(await race('pdf', pdfs, 'pdf-parse getText + getTable', bareParse)),
  ];
}

async function race(
  type: string,
  samples: Sample[],
  library: string,
  bare: (sample: Sample) => Promise<unknown>,
): Promise<Row[]> {
  if (samples.length === 0) return [];
  const pages = samples.reduce((sum, sample) => sum + sample.pages, 0);
  const rounds = Math.max(FEWEST_ROUNDS, Math.ceil(BATCH / samples.length));
  const ours: number[] = [];
  const theirs: number[] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const own = await timed(() => inTurn(samples, ({ name, bytes }) => extractBytes(name, bytes, { maxPages: 2000 })));
    const other = await timed(() => inTurn(samples, bare));
    if (round === 0) continue;
    ours.push((pages * 1000) / own);
    theirs.push((pages * 1000) / other);
  }
  const ratio = median(ours) / median(theirs);
  return [
    {
      what: `${type}: file to flags`,
      value: `${median(ours).toFixed(0)} pages/s`,
      beside: `${library}: ${median(theirs).toFixed(0)} pages/s`,
    },
    {
      what: `${type}: ratio to the bare library`,
      value: `${ratio.toFixed(2)} ×`,
      beside: `${samples.length} files, ${pages} pages, median of ${rounds}`,
    },
  ];
}

async function inTurn(samples: Sample[], run: (sample: Sample) => Promise<unknown>): Promise<void> {
  for (const sample of samples) await run(sample);
}

async function bareParse({ bytes }: Sample): Promise<void> {
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  try {
    await parser.getText();
    await parser.getTable();
  } finally {
    await parser.destroy();
  }
}

async function pdfSample(file: string): Promise<Sample> {
  const bytes = readFileSync(file);
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  try {
    return { name: file, bytes, pages: (await parser.getInfo()).total };
  } finally {
    await parser.destroy();
  }
}
