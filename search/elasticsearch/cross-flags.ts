import type { Flag } from '../../schemas/flag.ts';
import { chooseFlags } from '../cross-flags.ts';
import type { Asker, CrossFlag, Page, RecordFilter } from '../port.ts';
import { compareText } from '../query/rank.ts';
import { visible } from './filters.ts';
import { type Condition, findAll } from './find.ts';
import type { KeyFlags } from './judging.ts';
import { reportConditions } from './lists.ts';
import { heads } from './reports.ts';
import type { Server } from './server.ts';

export async function crossFlags(
  server: Server,
  asker: Asker,
  filter: RecordFilter,
  { offset, limit }: Page,
): Promise<{ total: number; records: CrossFlag[] }> {
  const { report } = filter;
  const concerns: Condition = report === undefined ? { exists: { field: 'reports' } } : { prefix: { reports: report } };
  const stored = await findAll<KeyFlags>(server, 'crossflags', {
    query: concerns,
    sort: ['key'],
    fields: ['key', 'reports', 'flags'],
  });
  const flags = stored
    .flatMap(({ source }) => (JSON.parse(source.flags) as Flag[]).map((flag) => ({ key: source.key, flag })))
    .sort((a, b) => compareText(a.flag.id, b.flag.id) || compareText(b.key, a.key))
    .map(({ flag }) => flag);
  const evidence = { terms: { report: [...new Set(stored.flatMap(({ source }) => source.reports))] } };
  const among = async (conditions: Condition[]): Promise<Set<string>> => {
    const query = { bool: { filter: [...visible(server, asker), evidence, ...conditions] } };
    const question = { query, sort: ['report'], fields: ['report'] };
    return new Set((await findAll<{ report: string }>(server, 'reports', question)).map(({ source }) => source.report));
  };
  const [seen, wanted] = await Promise.all([among([]), among(reportConditions(filter))]);
  const chosen = chooseFlags(flags, filter, { visible: seen, wanted });
  const shown = chosen.slice(offset, offset + limit);
  const headOf = await heads(
    server,
    asker,
    shown.flatMap(({ reports }) => reports),
  );
  const records = shown.map(({ flag, reports }) => ({
    ...flag,
    reports: reports.flatMap((sha) => headOf.get(sha) ?? []),
  }));
  return { total: chosen.length, records };
}
