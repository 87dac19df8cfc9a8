import { readFile, stat, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Extraction } from '../../schemas/extraction.ts';
import { annotateDocx } from '../annotate/docx.ts';
import { annotatedHtml } from '../annotate/html.ts';
import { remarksOf } from '../annotate/remarks.ts';
import { UsageError } from './failure.ts';
import type { Messages } from './messages/vi.ts';
import { coverageLines } from './print-flag.ts';
import type { Session } from './session.ts';

export interface AnnotationTarget {
  path: string;
  kind: 'docx' | 'html';
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Says what is wrong with the wish before anything is read. */
export async function annotationTarget(
  paths: readonly string[],
  path: string,
  { check }: Messages,
): Promise<AnnotationTarget> {
  const [file = ''] = paths;
  if (paths.length !== 1 || (await isFolder(file))) throw new UsageError(check.annotateOne);
  if (resolve(path) === resolve(file)) throw new UsageError(check.annotateSame);
  const kind = extname(path).toLowerCase();
  if (kind !== '.docx' && kind !== '.html') throw new UsageError(check.annotateKind);
  return { path, kind: kind === '.docx' ? 'docx' : 'html' };
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The file is told about on standard error: standard output may be JSON. */
export async function writeAnnotated(
  { messages, settings, note }: Session,
  extraction: Extraction,
  { path, kind }: AnnotationTarget,
): Promise<void> {
  const { source, mediaType, blocks, flags, coverage } = extraction;
  if (kind === 'html') {
    await writeFile(path, annotatedHtml(extraction, coverageLines(coverage, messages), messages, settings.lang));
  } else {
    if (mediaType !== DOCX) throw new UsageError(messages.check.annotateKind);
    await writeFile(
      path,
      await annotateDocx(await readFile(source), blocks, remarksOf(flags, messages, settings.lang)),
    );
  }
  note(messages.read.written(path));
}
