import { diffReports } from '../../../extractors/diff/diff.ts';
import type { Diff, DiffCitation, DiffFigure } from '../../../schemas/diff.ts';
import type { CommandBody } from '../command-body.ts';
import { paint, placeText, reportLine } from '../format.ts';
import { namedReports } from '../named-reports.ts';
import { openSession, type Session } from '../session.ts';

const diff: CommandBody = async (messages, names, options) => {
  const session = openSession(messages, options);
  const [old, fresh] = await namedReports(session, names);
  if (!old || !fresh) return undefined;
  const found = diffReports(old, fresh);
  if (session.json) session.printJson(found);
  else printDiff(session, found);
  return undefined;
};

function printDiff(session: Session, { old, new: fresh, sameness, figures, citations }: Diff): void {
  const { messages, print } = session;
  const words = messages.diff;
  print(`- ${reportLine(old.report, old.source, messages)}`);
  print(`+ ${reportLine(fresh.report, fresh.source, messages)}`);
  print(words.sameness[sameness]);
  const differ = [figures, citations].some((one) => one.added.length + one.removed.length + one.changed.length > 0);
  if (!differ) print(words.none);
  printPart(session, words.figures, figures, figureText);
  printPart(session, words.citations, citations, citationText);
}

function printPart<T extends DiffFigure | DiffCitation>(
  { messages, print }: Session,
  title: string,
  {
    added,
    removed,
    changed,
    unchanged,
  }: { added: T[]; removed: T[]; changed: { old: T; new: T }[]; unchanged: number },
  text: (item: T) => string,
): void {
  const words = messages.diff;
  const line = (sign: '-' | '+', item: T) => {
    const where = placeText(item, messages);
    const told = `  ${sign} ${text(item)}  “${item.quote.replace(/\s+/g, ' ')}”${where ? ` (${where})` : ''}`;
    print(paint(sign === '-' ? 'red' : 'green', told));
  };
  print(`\n${paint('bold', title)} · ${words.unchanged(unchanged)}`);
  if (changed.length > 0) print(`${words.changed} (${changed.length})`);
  for (const pair of changed) {
    line('-', pair.old);
    line('+', pair.new);
  }
  if (removed.length > 0) print(`${words.removed} (${removed.length})`);
  for (const item of removed) line('-', item);
  if (added.length > 0) print(`${words.added} (${added.length})`);
  for (const item of added) line('+', item);
}

function figureText({ label, qualifier, raw, unit }: DiffFigure): string {
  const amount = [qualifier, raw, unit].filter(Boolean).join(' ');
  return `${label}: ${amount}`;
}

function citationText({ number, type, title, date }: DiffCitation): string {
  return [type, number ?? title, date?.split('-').reverse().map(Number).join('/')].filter(Boolean).join(' ');
}

export default diff;
