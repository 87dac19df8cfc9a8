import type { Coverage, Flag } from '../../schemas/flag.ts';
import type { ReportHead } from '../../schemas/search.ts';
import { headLine, paint } from './format.ts';
import type { Messages } from './messages/vi.ts';
import type { Session } from './session.ts';
import { terminalWidth, wrap } from './table.ts';

/** One contradiction as an auditor wants it: what, where, both places quoted, the sum worked out. */
export function printFlag(
  { print, messages, settings }: Session,
  flag: Flag & { page?: number | null },
  where: string,
  /** The reports in which its evidence stands, where they are several. */
  reports: readonly ReportHead[] = [],
): void {
  const sure = flag.certain ? paint('red', messages.sure.certain) : paint('yellow', messages.sure.unsure);
  print(`${sure} · ${paint('bold', messages.flags.kinds[flag.kind])} · ${where}`);
  for (const line of wrap(flag.message[settings.lang], terminalWidth() - 2)) print(`  ${line}`);
  const facts: [string, string | null][] = [
    [messages.flags.stated, flag.stated],
    [messages.flags.expected, flag.expected],
    [messages.flags.formula, flag.formula],
    [messages.flags.interval, flag.interval],
    [messages.flags.suggestion, flag.suggestion],
  ];
  const known = facts.filter(([, value]) => value !== null).map(([title, value]) => `${title}: ${value}`);
  if (known.length > 0) for (const line of wrap(known.join(' · '), terminalWidth() - 2)) print(`  ${line}`);
  const names = new Map(reports.map((report) => [report.id, headLine(report, messages)]));
  for (const { role, source, quotes } of together(flag.evidence)) {
    const said = quotes.map((quote) => `“${quote}”`).join(' · ');
    for (const [i, line] of wrap(
      `[${[messages.flags.roles[role] ?? role, names.get(source ?? '')].filter(Boolean).join(' · ')}] ${said}`,
      terminalWidth() - 6,
    ).entries())
      print(`${i ? '      ' : '    ▸ '}${line}`);
  }
}

/** The twenty cells of a column share a line; a clause has its own. */
const LONGEST_CELL = 16;

interface Line {
  role: string;
  source: string | undefined;
  quotes: string[];
}

function together(evidence: Flag['evidence']): Line[] {
  const lines: Line[] = [];
  for (const { role, quote, source } of evidence) {
    const last = lines.at(-1);
    const joins =
      last?.role === role &&
      last.source === source &&
      [quote, ...last.quotes].every((one) => one.length <= LONGEST_CELL);
    if (joins) last.quotes.push(quote);
    else lines.push({ role, source, quotes: [quote] });
  }
  return lines;
}

/** Tells "nothing found" apart from "nothing checked". */
export function printCoverage({ print, messages }: Session, coverage: Coverage): void {
  for (const line of coverageLines(coverage, messages)) print(line);
}

export function coverageLines({ claimsFound, claimsChecked, byFate }: Coverage, messages: Messages): string[] {
  const lines = claimsChecked === 0 ? [messages.flags.nothingChecked] : [];
  lines.push(messages.flags.coverage(claimsChecked, claimsFound, byFate.consistent, byFate.flagged));
  const reasons = Object.entries(byFate.notCheckable).map(
    ([reason, n]) => `${messages.flags.reasons[reason] ?? reason} ${n}`,
  );
  if (reasons.length > 0) lines.push(`${messages.flags.notCheckable}: ${reasons.join(' · ')}`);
  return lines;
}
