import type { CascadeNode } from '../../../schemas/search.ts';
import { trace as traceDirective } from '../../../search/trace.ts';
import type { CommandBody } from '../command-body.ts';
import { headLine, paint, placeText, showDate } from '../format.ts';
import { everybody, openSession, withStore } from '../session.ts';
import { terminalWidth, wrap } from '../table.ts';

const trace: CommandBody = async (messages, [number = ''], options) => {
  const session = openSession(messages, options);
  const place = typeof options.place === 'string' ? options.place : undefined;
  const result = await withStore(session, ({ store }) => traceDirective(store, everybody, number, place));
  if (session.json) {
    session.printJson(result);
    return undefined;
  }
  const { print } = session;
  const { directive } = result;
  if (!directive) {
    print(messages.trace.unknown(number));
    return undefined;
  }
  print(paint('bold', [directive.type, directive.number].filter(Boolean).join(' ')));
  const facts = [
    directive.issuer,
    directive.date && showDate(directive.date),
    directive.title && `“${directive.title}”`,
  ];
  print(facts.filter(Boolean).join(' · '));
  print(`${messages.trace.spellings}: ${directive.spellings.join(' · ')}`);
  print(
    messages.trace.mentions(result.mentions.length, new Set(result.mentions.map((mention) => mention.report.id)).size),
  );
  let head = '';
  for (const mention of result.mentions) {
    const line = headLine(mention.report, messages);
    if (line !== head) print(`\n${paint('cyan', line)}`);
    head = line;
    const what = [
      paint('yellow', mention.verb ?? messages.trace.citedOnly),
      mention.modality && mention.modality !== 'done' ? `(${messages.modality[mention.modality]})` : '',
      mention.actor ?? '',
    ];
    const where = placeText(mention, messages);
    print(`  ${what.filter(Boolean).join(' ')}${where ? paint('dim', ` · ${where}`) : ''}`);
    for (const text of wrap(`“${mention.quote}”`, terminalWidth() - 4)) print(`    ${text}`);
  }
  if (result.cascade.length > 0) {
    print(`\n${paint('bold', messages.trace.cascade)}`);
    for (const line of drawTree(result.cascade)) print(line);
  }
  if (result.silent.length > 0) {
    print(`\n${paint('bold', messages.trace.silent)}`);
    for (const { unit, reports } of result.silent) print(`  ${unit.name} (${messages.trace.reports(reports)})`);
  }
  return undefined;
};

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
