import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { stablePackage } from '../../fixtures/build/documents/stable-package.ts';
import { wordDocument } from '../../fixtures/build/documents/word-document.ts';
import { type Paper, paperOf, textOf } from './paper.ts';
import type { ProvinceReport } from './reports.ts';

export const formats = ['docx', 'pdf', 'txt'] as const;

/** The report as a file of this format: the same report gives the same bytes. */
export async function fileOf(report: ProvinceReport, format: (typeof formats)[number]): Promise<Uint8Array> {
  if (format === 'txt') return Buffer.from(textOf(report));
  const paper = paperOf(report);
  return format === 'docx' ? wordFile(paper) : print(paper);
}

function wordFile({ letterhead, title, body, signature }: Paper): Promise<Uint8Array> {
  return stablePackage(
    wordDocument({
      formats: ['docx'],
      letterhead,
      title,
      body: body.map((line) => line.replace(/^(?=I\. )/, '## ')).join('\n'),
      closing: { recipients: [], signature },
    }),
  );
}

const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 64;
const WIDTH = A4.width - 2 * MARGIN;
const SIZE = 13;
/** All Vietnamese letters in one file, so that no word is set in two fonts. */
const FONT = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
);
const MADE = new Date('2024-12-31T00:00:00Z');

async function print({ letterhead, title, body, signature }: Paper): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: MARGIN, font: FONT, info: { CreationDate: MADE } });
  const column = WIDTH / 2;
  pdf.fontSize(SIZE);
  const top = pdf.y;
  pdf.text(letterhead.left.join('\n'), MARGIN, top, { width: column, align: 'center' });
  const below = pdf.y;
  pdf.text(letterhead.right.join('\n'), MARGIN + column, top, { width: column, align: 'center' });
  pdf.text(`\n${title.join('\n')}\n\n`, MARGIN, below, { width: WIDTH, align: 'center' });
  for (const line of body) pdf.text(line, { width: WIDTH, align: 'left', indent: 2 * SIZE, paragraphGap: SIZE / 2 });
  pdf.text(`\n${signature.join('\n')}`, MARGIN + column, pdf.y, { width: column, align: 'center' });
  pdf.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
