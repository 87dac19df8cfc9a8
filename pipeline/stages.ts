import { createHash } from 'node:crypto';
import type { Reading } from '../extractors/document/builder.ts';
import type { ExtractContext } from '../extractors/document/context.ts';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Extraction } from '../schemas/extraction.ts';
import { emptyCoverage } from '../schemas/flag.ts';
import { emptyReport } from '../schemas/report.ts';
import { type Identified, identify } from './identify.ts';
import { type OutcomeCode, outcomes } from './outcomes.ts';
import type { OcrOptions } from './read/ocr/scan-reader.ts';
import { PIPELINE_VERSION } from './version.ts';

export interface ReadOptions {
  maxPages: number;
  /** Called as reading goes on: its silence is what a stuck reading is known by. */
  onProgress?: (page: number, pages: number) => void;
  /** How pages that are pictures are read; without it they are left out and named in the diagnostics. */
  ocr?: OcrOptions;
}

/**
 * identify → read → extract: everything from the bytes of one file to its records. A pure function of (bytes, options,
 * pipeline version); `source` is only carried along. A file that cannot be read gives an extraction with status
 * "failed" and a diagnostic that names the cause; only a bug of ours throws.
 */
export async function extractBytes(source: string, bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length === 0) return failed(source, 'empty', { sha256 });
  const { mediaType, reader } = await identify(bytes);
  if (!reader) return failed(source, 'unsupported-type', { sha256, mediaType });
  let reading: Reading;
  try {
    reading = await read(reader, mediaType, bytes, options);
  } catch (error) {
    const { ReadError } = await import('../extractors/document/read-error.ts');
    if (!(error instanceof ReadError)) throw error;
    return failed(source, error.code, { sha256, mediaType }, error.message);
  }
  return extractReading(source, sha256, mediaType, reading);
}

async function read(
  reader: NonNullable<Identified['reader']>,
  mediaType: string | null,
  bytes: Uint8Array,
  { maxPages, onProgress, ocr }: ReadOptions,
): Promise<Reading> {
  switch (reader) {
    case 'docx': {
      const { readDocx } = await import('../extractors/docx/read.ts');
      return readDocx(bytes);
    }
    case 'doc': {
      const { readDoc } = await import('../extractors/doc/read.ts');
      return readDoc(bytes);
    }
    case 'rtf': {
      const { readRtf } = await import('../extractors/rtf/read.ts');
      return readRtf(bytes);
    }
    case 'odt': {
      const { readOdt } = await import('../extractors/odt/read.ts');
      return readOdt(bytes);
    }
    case 'html': {
      const { readHtml } = await import('../extractors/html/read.ts');
      return readHtml(bytes);
    }
    case 'pdf': {
      const { readPdf } = await import('../extractors/pdf/read.ts');
      const plain = { maxPages, ...(onProgress && { onProgress }) };
      if (!ocr) return readPdf(bytes, plain);
      const { withPdfScans } = await import('./read/ocr/pdf-scans.ts');
      return withPdfScans(bytes, ocr, (recognise) => readPdf(bytes, { ...plain, recognise }));
    }
    case 'picture': {
      const { readPictureFile } = await import('./read/ocr/read-pictures.ts');
      return readPictureFile(bytes, mediaType ?? '', {
        maxPages,
        ...(onProgress && { onProgress }),
        ...(ocr && { ocr }),
      });
    }
    case 'plain': {
      const { readPlainFile } = await import('../extractors/plain/read.ts');
      return readPlainFile(bytes);
    }
  }
}

/** From the blocks on: header facts, masking, records, checks. */
async function extractReading(
  source: string,
  sha256: string,
  mediaType: string | null,
  reading: Reading,
): Promise<Extraction> {
  const [anatomy, spelling, masking] = await Promise.all([
    import('../extractors/anatomy/describe.ts'),
    import('../extractors/document/one-spelling.ts'),
    import('../extractors/masking/index.ts'),
  ]);
  if (masking.findSecretMarking(reading.blocks)) return failed(source, 'secret-marking', { sha256, mediaType });
  if (!reading.blocks.some((block) => block.text !== '')) {
    const isScan = reading.diagnostics.some(({ code }) => code === 'page-without-text');
    const nothing = failed(source, isScan ? 'scan-without-ocr' : 'no-text', { sha256, mediaType });
    // Why there is none: no OCR, a page that took too long.
    return { ...nothing, diagnostics: [...nothing.diagnostics, ...reading.diagnostics] };
  }
  const written = masking.maskPersonalNumbers(reading.blocks);
  const spelled = spelling.inOneSpelling(written);
  const described = anatomy.describeReport(spelled);
  const asWritten = new spelling.AsWritten(spelled, written);
  const blocks = spelling.backAsWritten(described.blocks, written);
  // Bodies and places keep one spelling, so that they are found as one.
  const report = {
    ...described.report,
    title: asWritten.piece(described.report.title),
    signer: asWritten.piece(described.report.signer),
  };
  const extraction: Extraction = {
    source,
    sha256,
    mediaType,
    pipelineVersion: PIPELINE_VERSION,
    status: isPartial(reading.diagnostics) ? 'partial' : 'complete',
    diagnostics: reading.diagnostics,
    report,
    blocks,
    ...(await extractRecords({ file: sha256, report, blocks })),
  };
  return extraction;
}

export type Records = Pick<Extraction, 'citations' | 'relations' | 'indicators' | 'issues'>;

/** All records of described blocks, read in one spelling and quoted as written; `corrected` changes what was read before it is checked. */
export async function extractRecords(
  given: ExtractContext,
  corrected: (records: Records) => Records = (records) => records,
): Promise<Records & Pick<Extraction, 'flags' | 'coverage'>> {
  const [{ AsWritten, inOneSpelling }, citations, relations, indicators, issues, checks, { forgetTexts }] =
    await Promise.all([
      import('../extractors/document/one-spelling.ts'),
      import('../extractors/citations/extract.ts'),
      import('../extractors/relations/extract.ts'),
      import('../extractors/indicators/extract.ts'),
      import('../extractors/issues/extract.ts'),
      import('../extractors/checks/run.ts'),
      import('../extractors/text/remembered.ts'),
    ]);
  const context = { ...given, blocks: inOneSpelling(given.blocks) };
  const cited = citations.extractCitations(context);
  const records = corrected({
    citations: cited,
    relations: relations.extractRelations(context, cited),
    indicators: indicators.extractIndicators(context, cited),
    issues: issues.extractIssues(context),
  });
  const { flags, coverage } = checks.runChecks(context, records);
  forgetTexts();
  const asWritten = new AsWritten(context.blocks, given.blocks);
  return {
    citations: records.citations.map((one) => asWritten.record(one, 'title')),
    relations: records.relations.map((one) => asWritten.record(one)),
    indicators: records.indicators.map((one) => asWritten.record(one, 'label')),
    issues: records.issues.map((one) => asWritten.record(one)),
    flags: flags.map((flag) => ({ ...flag, evidence: flag.evidence.map((one) => asWritten.record(one)) })),
    coverage,
  };
}

function isPartial(diagnostics: Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** The extraction of a file of which nothing can be said but why. */
export function failed(
  source: string,
  code: OutcomeCode | (string & {}),
  known: { sha256?: string | null; mediaType?: string | null } = {},
  message?: string,
): Extraction {
  const text = message ?? (code in outcomes ? outcomes[code as OutcomeCode].vi : code);
  return {
    source,
    sha256: known.sha256 ?? null,
    mediaType: known.mediaType ?? null,
    pipelineVersion: PIPELINE_VERSION,
    status: 'failed',
    diagnostics: [{ code, severity: 'error', message: text, page: null, block: null }],
    report: emptyReport,
    blocks: [],
    citations: [],
    relations: [],
    indicators: [],
    issues: [],
    flags: [],
    coverage: emptyCoverage,
  };
}
