import { fold } from '../../extractors/text/fold.ts';
import type { SearchResult, Tier } from '../../schemas/search.ts';
import { derive } from '../../search/derive.ts';
import { titleKey, undated } from '../../search/identity.ts';
import type { Asker, IndexedReport, Page } from '../../search/port.ts';
import { highlight } from '../../search/query/highlight.ts';
import type { Clause, FieldCondition, Query, Term, Word } from '../../search/query/parse.ts';
import { foldedWords, keyOfNumber } from '../../search/query/tokens.ts';

/**
 * The meaning of a query, spelled out: every passage is looked at, one after the other. What any engine answers must be
 * this. See docs/decisions/0003-search-order.md.
 */
export function plainSearch(
  reports: readonly IndexedReport[],
  settled: Settled,
  asker: Asker,
  query: Query,
  page: Page,
): SearchResult {
  const { collections } = asker;
  const allowed = reports
    .filter(({ collection }) => collections === null || collections.includes(collection))
    .filter((report) => satisfies(report, query, settled))
    .sort((a, b) => compare(rank(a, query), rank(b, query)));
  const found = query.clauses.length > 0 ? hitsOf(allowed, query) : firstPassages(allowed, query);
  const shown = found.slice(page.offset, page.offset + page.limit);
  return {
    total: found.length,
    hits: shown.map(({ report, passage, tier }) => {
      const { block, section, page: at, text, keywords } = passage;
      const highlights = highlight(text, keywords, query, tier);
      const head = { id: report.extraction.sha256, path: report.path, ...report.extraction.report };
      return { report: head, block, section, page: at, tier, text, highlights };
    }),
    facets: facetsOf(
      found.map(({ report }) => report),
      settled,
    ),
  };
}

/** Flags decided on their present figures, and reports signed off. */
interface Settled {
  flags: string[];
  reports: string[];
}

type Passage = ReturnType<typeof derive>['passages'][number];

const known = new WeakMap<object, ReturnType<typeof derive>>();

/** Worked out once a report: the same reports are asked hundreds of times. */
function derived(extraction: IndexedReport['extraction']): ReturnType<typeof derive> {
  const before = known.get(extraction) ?? derive(extraction);
  known.set(extraction, before);
  return before;
}

interface Found {
  report: IndexedReport;
  passage: Passage;
  tier: Tier;
  held: number;
}

const tiers: Tier[] = ['phrase', 'exact', 'folded-phrase', 'folded', 'some'];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest first, undated last, then by hash: each digit of the day turned round sorts the other way. */
function rank({ extraction }: IndexedReport, { order }: Query): string {
  const day = extraction.report.date ?? '';
  const turned = order === 'oldest' ? day : day.replace(/\d/g, (digit) => String(9 - Number(digit)));
  return `${turned || 'undated'} ${extraction.sha256}`;
}

function hitsOf(reports: IndexedReport[], query: Query): Found[] {
  const { clauses, phrases } = query;
  const found = reports.flatMap((report) =>
    derived(report.extraction).passages.flatMap((passage): Found[] => {
      const held = clauses.filter((clause) => holds(passage, clause, 'folded'));
      const missing = clauses.filter((clause) => !held.includes(clause));
      if (missing.some(({ required }) => required) || held.length * 2 < clauses.length) return [];
      if (isUnwanted(passage, query)) return [];
      const exact = clauses.every((clause) => holds(passage, clause, 'exact'));
      const side = (spelling: keyof Word): boolean =>
        phrases.length > 0 && phrases.every((words) => places(passage[spelling], words, spelling, false));
      const whole = side('exact') ? 'phrase' : exact ? 'exact' : side('folded') ? 'folded-phrase' : 'folded';
      const tier = missing.length > 0 ? 'some' : whole;
      return [{ report, passage, tier, held: held.length }];
    }),
  );
  if (query.order !== 'relevance') return found;
  // Sorting keeps the order of reports and passages where nothing else tells hits apart.
  return found.sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || b.held - a.held);
}

function firstPassages(reports: IndexedReport[], query: Query): Found[] {
  const asked = Object.values(query.filters).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  );
  if (!asked) return [];
  return reports.flatMap((report): Found[] => {
    const [passage] = derived(report.extraction).passages;
    return !passage || isUnwanted(passage, query) ? [] : [{ report, passage, tier: 'exact', held: 0 }];
  });
}

function isUnwanted(passage: Passage, { excluded }: Query): boolean {
  return excluded.some((term) => {
    const marked = term.words.some(({ exact, folded }) => exact !== folded && !/^\d/.test(exact));
    return holdsTerm(passage, term, marked ? 'exact' : 'folded');
  });
}

const holds = (passage: Passage, { anyOf }: Clause, spelling: keyof Word): boolean =>
  anyOf.some((term) => holdsTerm(passage, term, spelling));

function holdsTerm(passage: Passage, { words, keyword, prefix }: Term, spelling: keyof Word): boolean {
  if (keyword !== null) return passage[spelling].split(' ').includes(keyword);
  return places(passage[spelling], words, spelling, prefix);
}

function places(text: string, words: Word[], spelling: keyof Word, prefix: boolean): boolean {
  const wanted = words.map((word) => word[spelling]).join(' ');
  return ` ${text} `.includes(prefix ? ` ${wanted}` : ` ${wanted} `);
}

function satisfies({ extraction, collection }: IndexedReport, { filters }: Query, settled: Settled): boolean {
  const { issuer, type, units, date } = extraction.report;
  const named = (conditions: FieldCondition[], names: string[]): boolean =>
    anyOf(conditions, ({ value, whole }) => {
      const words = foldedWords(value);
      return names
        .map(foldedWords)
        .some((name) => (whole ? name.join(' ') === words.join(' ') : words.every((word) => name.includes(word))));
    });
  const mentions = derived(extraction).mentions;
  return (
    named(filters.issuer, issuer === null ? [] : [issuer]) &&
    named(filters.type, type === null ? [] : [type]) &&
    named(
      filters.place,
      units.map(({ name }) => name),
    ) &&
    anyOf(filters.collection, ({ value }) => value === collection) &&
    named(
      filters.topic,
      extraction.issues.map(({ topic }) => topic),
    ) &&
    anyOf(filters.status, ({ status }) => statuses(extraction, settled).includes(status)) &&
    anyOf(filters.level, ({ level }) => units.at(-1)?.level === level) &&
    anyOf(filters.directive, ({ value }) => {
      const key = keyOfNumber(value) ?? titleKey(value);
      return mentions.some(
        ({ directive, keyword }) => keyword === key || [value, undated(value), key].includes(directive),
      );
    }) &&
    (filters.from === null || (date !== null && date >= filters.from)) &&
    (filters.to === null || (date !== null && date <= filters.to))
  );
}

function anyOf<C extends { not: boolean }>(conditions: C[], test: (condition: C) => boolean): boolean {
  const wanted = conditions.filter(({ not }) => !not);
  return (
    (wanted.length === 0 || wanted.some(test)) && !conditions.some((condition) => condition.not && test(condition))
  );
}

function facetsOf(hits: IndexedReport[], settled: Settled): SearchResult['facets'] {
  const counted = (valuesOf: (report: IndexedReport) => (string | null)[]): [string, number][] => {
    const counts = new Map<string, number>();
    for (const report of hits)
      for (const value of new Set(valuesOf(report)))
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).slice(0, 100);
  };
  return {
    issuer: counted(({ extraction }) => [extraction.report.issuer]),
    place: counted(({ extraction }) => extraction.report.units.map(({ name }) => name)),
    territory: counted(({ extraction }) => {
      const names = extraction.report.units.map(({ name }) => name);
      return names.map((_, at) => names.slice(0, at + 1).join(' › '));
    }),
    level: counted(({ extraction }) => [extraction.report.units.at(-1)?.level ?? null]),
    type: counted(({ extraction }) => [extraction.report.type]),
    year: counted(({ extraction }) => [extraction.report.date?.slice(0, 4) ?? null]),
    directive: counted(({ extraction }) => citedNumbers(extraction)),
    topic: counted(({ extraction }) => extraction.issues.map(({ topic }) => topic)),
    status: counted(({ extraction }) => statuses(extraction, settled)),
    collection: counted(({ collection }) => [collection]),
  };
}

function statuses({ sha256, flags, coverage }: IndexedReport['extraction'], settled: Settled): string[] {
  const isOpen = flags.some(({ id, fingerprint }) => !settled.flags.includes(`${id} ${fingerprint}`));
  const own =
    flags.length > 0 ? (isOpen ? 'open' : 'decided') : coverage.claimsChecked > 0 ? 'consistent' : 'unchecked';
  return settled.reports.includes(sha256) ? [own, 'signed-off'] : [own];
}

/** A directive stands under the number it is first mentioned by. */
function citedNumbers(extraction: IndexedReport['extraction']): (string | null)[] {
  const numbers = new Map<string, string | null>();
  for (const { directive, number } of derived(extraction).mentions)
    if (!numbers.has(directive)) numbers.set(directive, number);
  return [...numbers.values()];
}

/** Without marks, as people type in haste. */
export const unmarked = (text: string): string => fold(text);
