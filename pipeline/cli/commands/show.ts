import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { paint, reportLine, shortId, showDate } from '../format.ts';
import { printAcross } from '../print-across.ts';
import { printBlocks } from '../print-blocks.ts';
import { printFlag } from '../print-flag.ts';
import { everybody, openSession, withStore } from '../session.ts';

const MOST_ACROSS = 500;

const show: CommandBody = async (messages, [id = ''], options) => {
  const session = openSession(messages, options);
  const { found, across } = await withStore(session, async ({ store }) => {
    const found = await store.report(everybody, id);
    const own = { report: found?.id ?? id };
    const result = found && (await store.comparisons.flags(everybody, own, { offset: 0, limit: MOST_ACROSS }));
    return { found, across: result?.records ?? [] };
  });
  if (!found) {
    session.note(messages.show.missing(id));
    return EXIT.fileFailed;
  }
  const { extraction, paths } = found;
  if (session.json) {
    session.printJson({ id: found.id, paths, ...extraction, across });
    return undefined;
  }
  const { print } = session;
  const { report } = extraction;
  print(paint('bold', reportLine(report, shortId(found.id), messages)));
  const unknown = messages.report.unknown;
  const facts: [string, string | null][] = [
    [messages.report.title, report.title],
    [messages.report.units, report.units.map((unit) => unit.name).join(' › ') || null],
    [messages.report.period, report.period?.label ?? null],
    [messages.report.date, report.date && showDate(report.date)],
    [messages.report.signer, report.signer],
  ];
  for (const [title, value] of facts) print(`  ${title}: ${value ?? unknown}`);
  print(`  ${messages.show.paths}: ${paths.join(', ')}`);
  const counts = (['citations', 'relations', 'indicators', 'issues', 'flags', 'blocks'] as const).map(
    (key) => `${extraction[key].length} ${messages.counts[key]}`,
  );
  print(`  ${counts.join(' · ')}`);
  if (extraction.diagnostics.length > 0) {
    print(`\n${paint('bold', messages.show.diagnostics)}`);
    for (const diagnostic of extraction.diagnostics)
      print(`  ${messages.severities[diagnostic.severity]}: ${diagnostic.message}`);
  }
  for (const flag of extraction.flags) {
    print();
    printFlag(session, flag, flag.id);
  }
  if (across.length > 0) print();
  printAcross(session, across);
  if (options.blocks) {
    print(`\n${paint('bold', messages.show.blocks)}`);
    printBlocks(session, extraction.blocks);
  }
  return undefined;
};
export default show;
