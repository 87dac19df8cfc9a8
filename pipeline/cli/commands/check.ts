import { once } from 'node:events';
import { basename } from 'node:path';
import type { PreparedReport } from '../../../extractors/comparison/compare.ts';
import type { CheckSummary, Extraction } from '../../../schemas/extraction.ts';
import type { Flag } from '../../../schemas/flag.ts';
import { inOrder } from '../../in-order.ts';
import { ReadingPool } from '../../read/pool.ts';
import { failed } from '../../stages.ts';
import { type Found, walk } from '../../walk.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT, UsageError } from '../failure.ts';
import { paint, placeText } from '../format.ts';
import { failureText } from '../print-extraction.ts';
import { printCoverage, printFlag } from '../print-flag.ts';
import { type CheckedFile, sarifLog } from '../sarif.ts';
import { openSession, type Session } from '../session.ts';
import { versionOfPackage } from '../version-of-package.ts';
import { annotationTarget, writeAnnotated } from '../write-annotated.ts';

const check: CommandBody = async (messages, paths, options) => {
  const session = openSession(messages, options);
  const files: CheckedFile[] | null = options.sarif ? [] : null;
  if (files && session.json) throw new UsageError(messages.check.formatTwice);
  const target = options.annotate ? await annotationTarget(paths, String(options.annotate), messages) : null;
  const pool = new ReadingPool(session.settings, session.note);
  const { compareReports, prepareReport } = await import('../../../extractors/comparison/compare.ts');
  const prepared: PreparedReport[] = [];
  const count = { reports: 0, failed: 0, certain: 0, unsure: 0 };
  try {
    const read = ({ path, problem }: Found): Promise<Extraction> =>
      problem ? Promise.resolve(failed(path, problem)) : pool.read({ path, source: path });
    for await (const extraction of inOrder(walk(paths), read, session.settings.concurrency * 2)) {
      if (extraction.status === 'failed') count.failed++;
      else {
        count.reports++;
        prepared.push(prepareReport(extraction));
      }
      if (target && extraction.status !== 'failed') await writeAnnotated(session, extraction, target);
      for (const flag of extraction.flags) count[flag.certain ? 'certain' : 'unsure']++;
      if (files) files.push(checkedFile(session, extraction));
      else if (!session.json) printChecked(session, extraction);
      else if (!process.stdout.write(`${JSON.stringify(extraction)}\n`)) await once(process.stdout, 'drain');
    }
  } finally {
    await pool.close();
  }
  const crossFlags = compareReports(prepared);
  for (const flag of crossFlags) count[flag.certain ? 'certain' : 'unsure']++;
  if (files) session.printJson(sarifLog(files, crossFlags, versionOfPackage(), messages, session.settings.lang));
  else if (session.json) session.printJson({ crossFlags, reports: count.reports } satisfies CheckSummary);
  else {
    printAcross(session, crossFlags);
    session.print(messages.check.summary(count.reports, count.certain, count.unsure));
  }
  if (count.failed > 0) return EXIT.fileFailed;
  return count.certain > 0 ? EXIT.contradictions : EXIT.fine;
};

function checkedFile(session: Session, extraction: Extraction): CheckedFile {
  const { source, status, flags, blocks } = extraction;
  const places = new Map(blocks.map((block) => [block.id, placeText(block, session.messages)]));
  return { source, status, flags, places, problem: status === 'failed' ? failureText(session, extraction) : null };
}

function printChecked(session: Session, extraction: Extraction): void {
  const { print, messages } = session;
  if (extraction.status === 'failed') {
    print(`${paint('bold', extraction.source)}\n  ${failureText(session, extraction)}\n`);
    return;
  }
  if (extraction.flags.length === 0) {
    const { consistent, unchecked } = messages.check;
    print((extraction.coverage.claimsChecked === 0 ? unchecked : consistent)(extraction.source));
  } else {
    print(paint('bold', extraction.source));
    const placed = new Map(extraction.blocks.map((block) => [block.id, placeText(block, messages)]));
    for (const flag of extraction.flags) printFlag(session, flag, placed.get(flag.evidence[0]?.block ?? '') ?? '');
  }
  printCoverage(session, extraction.coverage);
  print();
}

/** What one report says against another, with both files named. */
function printAcross(session: Session, crossFlags: readonly Flag[]): void {
  if (crossFlags.length === 0) return;
  session.print(paint('bold', session.messages.check.across));
  for (const flag of crossFlags) {
    const files = new Set(flag.evidence.flatMap(({ source }) => (source ? [basename(source)] : [])));
    printFlag(session, flag, [...files].join(' ↔ '));
  }
  session.print();
}

export default check;
