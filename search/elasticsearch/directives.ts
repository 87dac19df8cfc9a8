import type { Directive, TraceMention } from '../../schemas/search.ts';
import { readIdentity, titleKey } from '../identity.ts';
import type { Asker, Link, Mentions, Page } from '../port.ts';
import { compareText } from '../query/rank.ts';
import { foldedWords, keyOfNumber } from '../query/tokens.ts';
import { visible } from './filters.ts';
import { type Bucket, type Condition, combinations, find, mostFrequent } from './find.ts';
import { withHeads } from './reports.ts';
import type { Server } from './server.ts';

/** Directives asked about in one question. */
const FACTS_BATCH = 50;
const MOST_SPELLINGS = 1000;
/** The most that the engine counts without guessing. */
const EXACT_COUNT = 40_000;

interface Group {
  identity: string;
  mentions: number;
  members: string[];
}

/**
 * Directives by how often they are mentioned; facts about one are those that most mentions state. A mention that does not
 * tell the time of a document means the one whose time is told elsewhere, if there is only one.
 */
export async function directives(
  server: Server,
  asker: Asker,
  filter: { words?: string; number?: string },
  { offset, limit }: Page,
): Promise<{ total: number; directives: Directive[] }> {
  const seen = visible(server, asker);
  const chosen = [...seen, ...(await choose(server, seen, filter))];
  const counts = await combinations(server, 'mentions', { bool: { filter: chosen } }, ['directive']);
  const groups = grouped(new Map(counts.map(({ key, doc_count }) => [key.directive!, doc_count])));
  const shown = groups.slice(offset, offset + limit);
  const told: Directive[] = [];
  for (let at = 0; at < shown.length; at += FACTS_BATCH)
    told.push(...(await facts(server, seen, shown.slice(at, at + FACTS_BATCH))));
  return { total: groups.length, directives: told };
}

async function choose(
  server: Server,
  seen: Condition[],
  { words, number }: { words?: string; number?: string },
): Promise<Condition[]> {
  const stems = async (condition: Condition): Promise<Condition> => {
    const found = await combinations(server, 'mentions', { bool: { filter: [...seen, condition] } }, ['stem']);
    return { terms: { stem: found.map(({ key }) => key.stem!) } };
  };
  const conditions: Condition[] = [];
  if (number !== undefined) {
    const key = keyOfNumber(number) ?? titleKey(number);
    const named = [{ terms: { directive: [number, key] } }, { term: { keyword: key } }];
    conditions.push(await stems({ bool: { should: named, minimum_should_match: 1 } }));
  }
  const folded = words === undefined ? [] : foldedWords(words);
  // a directive is found by what any of its mentions says
  if (folded.length > 0)
    conditions.push(await stems({ bool: { filter: folded.map((word) => ({ term: { words: word } })) } }));
  return conditions;
}

function grouped(counts: ReadonlyMap<string, number>): Group[] {
  const times = Map.groupBy(
    [...counts.keys()].map(readIdentity).filter(({ time }) => time),
    ({ stem }) => stem,
  );
  const groups = new Map<string, Group>();
  for (const [directive, mentions] of counts) {
    const { stem, time } = readIdentity(directive);
    const [only, ...others] = times.get(stem) ?? [];
    const identity = time === '' && only && others.length === 0 ? `${stem}|${only.time}` : directive;
    const group = groups.get(identity) ?? { identity, mentions: 0, members: [] };
    group.mentions += mentions;
    group.members.push(directive);
    groups.set(identity, group);
  }
  return [...groups.values()].sort((a, b) => b.mentions - a.mentions || compareText(a.identity, b.identity));
}

const stated = ['number', 'type', 'issuer', 'date', 'title'] as const;

async function facts(server: Server, seen: Condition[], groups: Group[]): Promise<Directive[]> {
  const each = Object.fromEntries(groups.map(({ members }, i) => [i, { terms: { directive: members } }]));
  const aggs = {
    reports: { cardinality: { field: 'report', precision_threshold: EXACT_COUNT } },
    spellings: mostFrequent('spelling', MOST_SPELLINGS),
    ...Object.fromEntries(stated.map((fact) => [fact, mostFrequent(fact, 1)])),
  };
  const members = groups.flatMap((group) => group.members);
  const { aggregations } = await server.ask((client) =>
    client.search({
      index: server.alias('mentions'),
      query: { bool: { filter: [...seen, { terms: { directive: members } }] } },
      size: 0,
      aggs: { groups: { filters: { filters: each }, aggs } },
    }),
  );
  const { buckets } = aggregations!.groups as unknown as { buckets: Record<string, Told> };
  return groups.map(({ identity, mentions }, i) => {
    const told = buckets[i]!;
    const most = (fact: (typeof stated)[number]): string | null => told[fact].buckets[0]?.key ?? null;
    return {
      identity,
      number: most('number') ?? most('title') ?? identity,
      type: most('type'),
      issuer: most('issuer'),
      date: most('date'),
      title: most('title'),
      spellings: told.spellings.buckets.map(({ key }) => key),
      reports: told.reports.value,
      mentions,
    };
  });
}

type Told = Record<(typeof stated)[number] | 'spellings', { buckets: Bucket[] }> & { reports: { value: number } };

export async function mentions(server: Server, asker: Asker, wanted: readonly string[], page: Page): Promise<Mentions> {
  const query = { bool: { filter: [...visible(server, asker), { terms: { directive: [...wanted] } }] } };
  const question = { query, sort: ['levelOrder', 'dateOrder', 'report', 'seq'], fields: ['report', 'body'] };
  type Mention = { report: string; body: Omit<TraceMention, 'report'> };
  const [{ total, hits }, reports] = await Promise.all([
    find<Mention>(server, 'mentions', question, page),
    combinations(server, 'mentions', query, ['report']),
  ]);
  return {
    total,
    mentions: await withHeads(server, asker, hits, (report, { source: { body } }) => ({ report, ...body })),
    reports: reports.map(({ key }) => key.report!),
  };
}

export async function links(server: Server, asker: Asker, targets: readonly string[]): Promise<Link[]> {
  const query = { bool: { filter: [...visible(server, asker), { terms: { target: [...targets] } }] } };
  const counts = await combinations(server, 'links', query, ['source', 'verb', 'number']);
  const found = counts.map(({ key, doc_count }) => ({
    link: { directive: key.source!, number: key.number!, verb: key.verb! },
    times: doc_count,
  }));
  found.sort(
    (a, b) =>
      b.times - a.times ||
      compareText(a.link.directive, b.link.directive) ||
      compareText(a.link.verb, b.link.verb) ||
      compareText(a.link.number, b.link.number),
  );
  const seen = new Set<string>();
  return found.flatMap(({ link }) => {
    const key = JSON.stringify([link.directive, link.verb]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [link];
  });
}
