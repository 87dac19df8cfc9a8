import { basename, relative } from 'node:path';
import type { Coverage } from '../../schemas/flag.ts';
import type { Directive, ReportHead } from '../../schemas/search.ts';
import { addCoverage, noCoverage } from '../../search/coverage.ts';
import type { CrossFlag, Placed, RecordTypes, Store } from '../../search/port.ts';
import { headLine, paint, placeText, shortId, showNumber } from './format.ts';
import { printAcross } from './print-across.ts';
import { printCoverage, printFlag } from './print-flag.ts';
import { everybody, type Session } from './session.ts';
import { terminalWidth, wrap } from './table.ts';

/** What a user came for, over the files of one run. */
export interface Summary {
  reports: ReportHead[];
  directives: { total: number; mentions: number; most: Directive[] };
  indicators: { total: number; examples: Placed<RecordTypes['indicators']>[] };
  issues: { total: number; examples: Placed<RecordTypes['issues']>[] };
  flags: Placed<RecordTypes['flags']>[];
  /** Contradictions between these reports and any others of the store. */
  across: CrossFlag[];
  /** How many of the files hold one report, by the report that stands for them; only where there are several. */
  copies: Record<string, number>;
  coverage: Coverage;
}

const MOST = 6;
const EXAMPLES = 4;
const FLAGS_SHOWN = 8;
const ACROSS_SHOWN = 4;
const PAGE = 500;

export async function summarize(store: Store, files: ReadonlySet<string>): Promise<Summary> {
  const reports: ReportHead[] = [];
  const flags: Summary['flags'] = [];
  const coverage = noCoverage();
  const indicators: Summary['indicators'] = { total: 0, examples: [] };
  const issues: Summary['issues'] = { total: 0, examples: [] };
  const cited = new Map<string, number>();
  const copies = await copiesAmong(store, files);
  const across = new Map<string, CrossFlag>();
  for (const file of copies.keys()) {
    const between = await store.comparisons.flags(everybody, { report: file }, { offset: 0, limit: PAGE });
    for (const flag of between.records) across.set(flag.id, flag);
    const found = await store.report(everybody, file);
    if (!found) continue;
    const { extraction, paths: _paths, ...head } = found;
    reports.push(head);
    const blocks = new Map(extraction.blocks.map((block) => [block.id, block]));
    const place = <T extends { block: string }>(record: T): Placed<T> => ({
      ...record,
      report: head,
      page: blocks.get(record.block)?.page ?? null,
      section: blocks.get(record.block)?.section ?? null,
    });
    addCoverage(coverage, extraction.coverage);
    for (const flag of extraction.flags) flags.push(place({ ...flag, block: flag.evidence[0]?.block ?? '' }));
    indicators.total += extraction.indicators.length;
    issues.total += extraction.issues.length;
    // One example a report, so that the summary speaks of all of them.
    const [figure] = extraction.indicators.filter((indicator) => indicator.table === null && indicator.unit !== null);
    if (figure && indicators.examples.length < EXAMPLES) indicators.examples.push(place(figure));
    const [issue] = extraction.issues;
    if (issue && issues.examples.length < EXAMPLES) issues.examples.push(place(issue));
    for (const { directive } of extraction.citations) {
      if (directive) cited.set(directive, (cited.get(directive) ?? 0) + 1);
    }
  }
  const most: Directive[] = [];
  for (let offset = 0; most.length < MOST; offset += PAGE) {
    const { directives } = await store.directives(everybody, {}, { offset, limit: PAGE });
    most.push(...directives.filter((directive) => cited.has(directive.identity)).slice(0, MOST - most.length));
    if (directives.length < PAGE) break;
  }
  flags.sort((a, b) => Number(b.certain) - Number(a.certain));
  const mentions = [...cited.values()].reduce((sum, n) => sum + n, 0);
  return {
    reports,
    directives: { total: cited.size, mentions, most },
    indicators,
    issues,
    flags,
    across: [...across.values()].sort((a, b) => Number(b.certain) - Number(a.certain)),
    copies: Object.fromEntries([...copies].filter(([, n]) => n > 1)),
    coverage,
  };
}

/** One file for each report with the number of its files: DOCX and PDF of one report are not two reports. */
async function copiesAmong(store: Store, files: ReadonlySet<string>): Promise<Map<string, number>> {
  const copies = new Map<string, number>();
  for (const file of files) {
    const group = await store.comparisons.copies(file);
    const standsFor = group.findLast((one) => files.has(one)) ?? file;
    copies.set(standsFor, (copies.get(standsFor) ?? 0) + 1);
  }
  return copies;
}

export function printSummary(session: Session, summary: Summary): void {
  const { print, messages } = session;
  const title = (text: string): void => print(paint('bold', text));
  const item = (text: string): void => {
    for (const [i, line] of wrap(text, terminalWidth() - 4).entries()) print(`${i ? '    ' : '  • '}${line}`);
  };
  title(messages.start.reports(summary.reports.length));
  for (const report of summary.reports) {
    const copies = summary.copies[report.id];
    const file = `${basename(report.path)} [${shortId(report.id)}]`;
    item(
      [headLine(report, messages), report.title, copies ? `${file} (${messages.start.files(copies)})` : file]
        .filter(Boolean)
        .join(' — '),
    );
  }
  print();
  title(messages.start.directives(summary.directives.total, summary.directives.mentions));
  for (const directive of summary.directives.most) {
    const name = [directive.type, directive.number].filter(Boolean).join(' ');
    const facts = [directive.issuer, directive.title && `“${directive.title}”`].filter(Boolean).join(' · ');
    item(`${name}${facts ? ` (${facts})` : ''}: ${messages.trace.mentions(directive.mentions, directive.reports)}`);
  }
  print();
  title(messages.start.indicators(summary.indicators.total));
  for (const record of summary.indicators.examples) {
    const value = [record.qualifier, showNumber(record.value), record.unit].filter(Boolean).join(' ');
    item(`${record.label}: ${value} — ${where(session, record)}`);
  }
  print();
  title(messages.start.issues(summary.issues.total));
  for (const record of summary.issues.examples)
    item(`“${record.quote}” (${record.stance.join(', ')}) — ${where(session, record)}`);
  print();
  const certain = summary.flags.filter((flag) => flag.certain).length;
  title(messages.start.flags(certain, summary.flags.length - certain));
  for (const flag of summary.flags.slice(0, FLAGS_SHOWN)) printFlag(session, flag, where(session, flag));
  if (summary.flags.length > FLAGS_SHOWN) print(messages.start.flagsMore(summary.flags.length - FLAGS_SHOWN));
  if (summary.across.length > 0) print();
  printAcross(session, summary.across.slice(0, ACROSS_SHOWN));
  if (summary.across.length > ACROSS_SHOWN) print(messages.start.flagsMore(summary.across.length - ACROSS_SHOWN));
  printCoverage(session, summary.coverage);
  print();
  printNext(session, summary);
}

function where(
  { messages }: Session,
  record: { report: ReportHead; page: number | null; section: string | null },
): string {
  return [headLine(record.report, messages), placeText(record, messages)].filter(Boolean).join(', ');
}

function printNext({ print, messages }: Session, { directives, reports }: Summary): void {
  const number = directives.most[0]?.number;
  const next: [string, string][] = [
    ['npx doisoat flags', messages.start.nextFlags],
    ['npx doisoat search "đối thoại trực tiếp"', messages.start.nextSearch],
    ...(number ? [[`npx doisoat trace ${number}`, messages.start.nextTrace] as [string, string]] : []),
    [`npx doisoat check ${reports[0] ? typed(reports[0].path) : 'bao-cao.docx'}`, messages.start.nextCheck],
    ['npx doisoat --help', messages.start.nextHelp],
  ];
  print(paint('bold', messages.start.next));
  const width = Math.max(...next.map(([command]) => command.length));
  for (const [command, what] of next) print(`  ${paint('cyan', command.padEnd(width))}  ${what}`);
}

/** As a person at this prompt would type it. */
function typed(path: string): string {
  const near = relative(process.cwd(), path);
  const shown = near.startsWith('..') ? path : near;
  return /\s/.test(shown) ? `"${shown}"` : shown;
}
