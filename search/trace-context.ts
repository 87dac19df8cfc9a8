import type { CascadeNode, Directive, Trace, TraceMention } from '../schemas/search.ts';
import { compareText } from './query/rank.ts';
import { keyOfNumber, tokenize } from './query/tokens.ts';

/** Sentences read for what stands beside a directive; more would not change who comes first. */
const MOST_QUOTES = 150;
const MOST_RELATED = 10;

/** Another number in the sentences that mention the directive: how often, and its day where one says it. */
interface Neighbour {
  number: string;
  mentions: number;
  date: string | null;
}

/** The numbers cited together with the directive, by keyword. */
export function neighbours(mentions: readonly TraceMention[], own: readonly string[]): Map<string, Neighbour> {
  const found = new Map<string, Neighbour>();
  const read = new Set<string>();
  for (const { quote } of mentions.slice(0, MOST_QUOTES)) {
    if (read.has(quote)) continue;
    read.add(quote);
    const { keywords } = tokenize(quote);
    for (const [i, { key, start, end }] of keywords.entries()) {
      if (!key.startsWith('#') || own.includes(key)) continue;
      const known = found.get(key) ?? { number: quote.slice(start, end), mentions: 0, date: null };
      const next = keywords[i + 1];
      if (next?.key.startsWith('@') && /^,?\s{0,2}ngày\s{1,2}$/u.test(quote.slice(end, next.start)))
        known.date ??= next.key.replace(/^@(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
      known.mentions++;
      found.set(key, known);
    }
  }
  return found;
}

/** Those cited with it most, first; a paper of its cascade is no mere neighbour. */
export function related(near: ReadonlyMap<string, Neighbour>, cascade: readonly CascadeNode[]): Trace['related'] {
  const below = new Set(flat(cascade).map(({ number }) => keyOfNumber(number)));
  return Array.from(near, ([key, { number, mentions }]) => ({ key, number, mentions }))
    .filter(({ key, mentions }) => mentions > 1 && !below.has(key))
    .sort((a, b) => b.mentions - a.mentions || compareText(a.number, b.number))
    .slice(0, MOST_RELATED)
    .map(({ number, mentions }) => ({ number, mentions }));
}

/** Its own day, those of the papers issued for it as far as a sentence tells them, and those of the reports, in order. */
export function timeline(
  directive: Directive,
  mentions: readonly TraceMention[],
  cascade: readonly CascadeNode[],
  near: ReadonlyMap<string, Neighbour>,
): Trace['timeline'] {
  const entries: Trace['timeline'] = [];
  if (directive.date)
    entries.push({ date: directive.date, number: directive.number, verbs: ['ban hành'], report: null });
  const papers = new Map(flat(cascade).map((node) => [keyOfNumber(node.number), node]));
  for (const [key, { number, via }] of papers) {
    const date = key === null ? null : near.get(key)?.date;
    if (date) entries.push({ date, number, verbs: [via], report: null });
  }
  for (const told of Map.groupBy(mentions, ({ report }) => report.id).values()) {
    const [{ report } = { report: null }] = told;
    if (!report?.date) continue;
    const verbs = [...new Set(told.flatMap(({ verb }) => verb ?? []))];
    entries.push({ date: report.date, number: report.number, verbs, report: report.id });
  }
  return entries.sort((a, b) => compareText(a.date, b.date) || compareText(a.number ?? '', b.number ?? ''));
}

const flat = (nodes: readonly CascadeNode[]): CascadeNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
