import type { ReportHead } from '../../schemas/search.ts';
import { headLine, placeText, showDate } from '../cli/format.ts';
import type { Messages } from '../cli/messages/vi.ts';
import type { Finding, Protocol } from './protocol.ts';

interface Quoted {
  role: string;
  quote: string;
  where: string;
}

/** The evidence as words: what it is there, as it stands, where. Twenty cells of one column share a line. */
export function quotesOf({ flag, places }: Finding, messages: Messages): Quoted[] {
  const heads = new Map(flag.reports.map((report) => [report.id, report]));
  const lines: Quoted[] = [];
  for (const { role: key, quote: said, report, page, section } of places) {
    const head = heads.get(report);
    const where = [head && headLine(head, messages), placeText({ page, section }, messages)].filter(Boolean).join(', ');
    const role = messages.flags.roles[key] ?? key;
    const quote = `“${said.replace(/\s+/g, ' ').trim()}”`;
    const last = lines.at(-1);
    if (last?.role === role && last.where === where) last.quote += ` · ${quote}`;
    else lines.push({ role, quote, where });
  }
  return lines;
}

/** What was decided, why and by whom; that it is open again where the figures have changed since. */
export function decisionOf({ flag }: Finding, { desk }: Messages): string[] {
  const { decision, state, reopenedBecause, assignee } = flag;
  const by = decision ? ` (${decision.by}, ${showDate(decision.at.slice(0, 10))})` : '';
  const said = decision && decision.version > 0 ? `${desk.states[decision.state]}${by}` : null;
  return [
    reopenedBecause ? desk.reopened(said ?? '') : (said ?? desk.states[state]),
    ...(decision?.reason ? [`${desk.reason}: ${decision.reason}`] : []),
    ...(decision?.comment ? [`${desk.comment}: ${decision.comment}`] : []),
    ...(assignee ? [desk.assigned(assignee)] : []),
  ];
}

/** How much was checked and what became of it, a line each. */
export function countLines({ counts, byState, findings }: Protocol, { desk, protocol }: Messages): string[] {
  const states = Object.entries(byState).map(([state, n]) => `${desk.states[state as keyof typeof byState]}: ${n}`);
  return [
    protocol.checked(counts.checked, counts.consistent),
    protocol.raised(counts.flagged, counts.decided),
    `${protocol.listed(findings.length)}: ${states.join('; ')}.`,
  ];
}

export const reportTitle = (report: ReportHead, messages: Messages): string =>
  [headLine(report, messages), report.title].filter(Boolean).join(' – ');

export function titleLines(made: Date, { title, made: told }: Messages['protocol']['heading']): string[] {
  return [...title, told(`${made.getDate()}/${made.getMonth() + 1}/${made.getFullYear()}`)];
}
