import type { Coverage, Flag } from '../../schemas/flag.ts';
import { paint } from './format.ts';
import type { Messages } from './messages/vi.ts';
import type { Session } from './session.ts';
import { terminalWidth, wrap } from './table.ts';

/** One contradiction as an auditor wants it: what, where, both places quoted, the sum worked out. */
export function printFlag(
  { print, messages, settings }: Session,
  flag: Flag & { page?: number | null },
  where: string,
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
  for (const { role, quotes } of together(flag.evidence)) {
    const said = quotes.map((quote) => `“${quote}”`).join(' · ');
    for (const [i, line] of wrap(`[${messages.flags.roles[role] ?? role}] ${said}`, terminalWidth() - 6).entries())
      print(`${i ? '      ' : '    ▸ '}${line}`);
  }
}

/** The twenty cells of a column share a line; a clause has its own. */
const LONGEST_CELL = 16;

function together(evidence: Flag['evidence']): { role: string; quotes: string[] }[] {
  const lines: { role: string; quotes: string[] }[] = [];
  for (const { role, quote } of evidence) {
    const last = lines.at(-1);
    const joins = last?.role === role && [quote, ...last.quotes].every((one) => one.length <= LONGEST_CELL);
    if (joins) last.quotes.push(quote);
    else lines.push({ role, quotes: [quote] });
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
