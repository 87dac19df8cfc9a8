import type { CascadeNode, Trace, TraceMention } from '../../../schemas/search.ts';
import { levelOf, levelOrder } from '../../../search/derive.ts';
import { trace as traceDirective } from '../../../search/trace.ts';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { headLine, paint, placeText, showDate } from '../format.ts';
import { everybody, openSession, type Session, withStore } from '../session.ts';
import { terminalWidth, wrap } from '../table.ts';
import { toDot, toMermaid } from '../trace-graph.ts';
import { printUnknown } from '../trace-unknown.ts';

const trace: CommandBody = async (messages, [number], options) => {
  const session = openSession(messages, options);
  const format = options.format;
  if (format !== 'text' && format !== 'dot' && format !== 'mermaid') throw new UsageError(messages.trace.formats);
  if (options.unknown) return withStore(session, ({ store }) => printUnknown(session, store));
  if (number === undefined) throw new UsageError(messages.trace.needsNumber);
  const place = typeof options.place === 'string' ? options.place : undefined;
  const result = await withStore(session, ({ store }) => traceDirective(store, everybody, number, place));
  if (session.json) session.printJson(result);
  else if (!result.directive) session.print(messages.trace.unknown(number));
  else if (format === 'text') printTrace(session, result, result.directive);
  else for (const line of (format === 'dot' ? toDot : toMermaid)(result.directive, result.cascade)) session.print(line);
  return undefined;
};

function printTrace(session: Session, result: Trace, directive: NonNullable<Trace['directive']>): void {
  const { messages, print } = session;
  print(paint('bold', [directive.type, directive.number].filter(Boolean).join(' ')));
  const facts = [
    directive.issuer,
    directive.date && showDate(directive.date),
    directive.title && `“${directive.title}”`,
  ];
  print(facts.filter(Boolean).join(' · '));
  print(`${messages.trace.spellings}: ${directive.spellings.join(' · ')}`);
  print(messages.trace.mentions(directive.mentions, directive.reports));
  print(`${messages.trace.byVerb}: ${counted(result.mentions, ({ verb }) => verb ?? messages.trace.citedOnly)}`);
  print(
    `${messages.trace.byLevel}: ${counted(byLevel(result.mentions), (level) => messages.trace.levels[level] ?? level)}`,
  );
  printMentions(session, result.mentions);
  const part = (title: string, lines: string[]): void => {
    if (lines.length > 0) print(`\n${paint('bold', title)}`);
    for (const line of lines) print(line);
  };
  part(messages.trace.cascade, drawTree(result.cascade));
  part(
    messages.trace.changes,
    result.changes.map((change) => `  ${change.number} (${change.verb})`),
  );
  part(messages.trace.timeline, timelineOf(session, result));
  part(
    messages.trace.related,
    result.related.map((other) => `  ${other.number} (${other.mentions})`),
  );
  part(
    messages.trace.silent,
    result.silent.map(({ unit, reports }) => `  ${unit.name} (${messages.trace.reports(reports)})`),
  );
  part(
    messages.trace.others,
    result.others.map(
      (other) => `  ${[other.type, other.number, other.issuer].filter(Boolean).join(' ')} · ${other.identity}`,
    ),
  );
}

function printMentions({ messages, print }: Session, mentions: readonly TraceMention[]): void {
  let head = '';
  for (const mention of mentions) {
    const line = headLine(mention.report, messages);
    if (line !== head) print(`\n${paint('cyan', line)}`);
    head = line;
    const what = [
      paint('yellow', mention.verb ?? messages.trace.citedOnly),
      mention.modality && mention.modality !== 'done' ? `(${messages.modality[mention.modality]})` : '',
      [mention.actor, mention.place].filter(Boolean).join(', '),
    ];
    const where = placeText(mention, messages);
    print(`  ${what.filter(Boolean).join(' ')}${where ? paint('dim', ` · ${where}`) : ''}`);
    for (const text of wrap(`“${mention.quote}”`, terminalWidth() - 4)) print(`    ${text}`);
  }
}

/** `thực hiện 25 · kiểm tra 9`: most frequent first. */
function counted<T>(items: readonly T[], nameOf: (item: T) => string): string {
  return [...Map.groupBy(items, nameOf)]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([name, all]) => `${name} ${all.length}`)
    .join(' · ');
}

function byLevel(mentions: readonly TraceMention[]): string[] {
  const levels = mentions.map(({ report }) => levelOf(report));
  return levels.sort((a, b) => levelOrder(a) - levelOrder(b)).map((level) => level ?? 'unknown');
}

function timelineOf({ messages }: Session, { timeline, mentions }: Trace): string[] {
  const heads = new Map(mentions.map(({ report }) => [report.id, headLine(report, messages)]));
  return timeline.map(({ date, number, verbs, report }) => {
    const what = verbs.length > 0 ? verbs.join(', ') : messages.trace.citedOnly;
    return `  ${showDate(date).padStart(10)}  ${(report && heads.get(report)) ?? number ?? ''} (${what})`;
  });
}

function drawTree(nodes: readonly CascadeNode[], indent = '  '): string[] {
  return nodes.flatMap((node, i) => {
    const last = i === nodes.length - 1;
    return [
      `${indent}${last ? '└─' : '├─'} ${node.number} (${node.via})`,
      ...drawTree(node.children, `${indent}${last ? '   ' : '│  '}`),
    ];
  });
}

export default trace;
