import { fold } from '../extractors/text/fold.ts';
import type { Extraction } from '../schemas/extraction.ts';
import type { Annotation } from './annotation.ts';

/** One thing to be found or found: its key is what two runs are compared by. */
export interface Comparison {
  measure: string;
  hits: string[];
  missed: string[];
  extra: string[];
}

/** Compares what was extracted with what a careful reader found; every entry is matched at most once. */
export function score(annotation: Annotation, extraction: Extraction): Comparison[] {
  return [
    header(annotation, extraction),
    citations(annotation, extraction),
    citationDates(annotation, extraction),
    relations(annotation, extraction),
    indicators(annotation, extraction),
    issues(annotation, extraction),
    flags(annotation, extraction),
  ];
}

function header({ report }: Annotation, { report: found }: Extraction): Comparison {
  const wanted = (['number', 'type', 'issuer', 'date'] as const).filter((field) => report[field]);
  const key = (field: string, value: string | null | undefined): string => `${field} ${value}`;
  const right = wanted.filter((field) => sameWords(report[field] ?? '', found[field] ?? ''));
  return {
    measure: 'header',
    hits: right.map((field) => key(field, report[field])),
    missed: wanted.filter((field) => !right.includes(field)).map((field) => key(field, report[field])),
    extra: [],
  };
}

const codeKey = (number: string): string =>
  number.normalize('NFC').replaceAll('\u00d0', 'Đ').replaceAll(/\s+/g, '').toUpperCase();

function citations(annotation: Annotation, { citations: found, report }: Extraction): Comparison {
  const own = report.number ? codeKey(report.number) : null;
  const isOwn = (number: string): boolean => codeKey(number) === own;
  const wanted = annotation.citations.filter((c) => c.number && !c.optional && !c.self && !isOwn(c.number));
  const free = new Set(annotation.citations.flatMap((c) => (c.optional && c.number ? [codeKey(c.number)] : [])));
  const cited = found.filter((c) => c.number && !c.self && !isOwn(c.number)).map((c) => codeKey(c.number ?? ''));
  const compared = multiset(
    'citations',
    wanted.map((c) => codeKey(c.number ?? '')),
    cited,
  );
  return { ...compared, extra: annotation.complete ? compared.extra.filter((key) => !free.has(key)) : [] };
}

/** Of the mentions found: does the date that the annotation gives stand beside one of them? */
function citationDates(annotation: Annotation, { citations: found }: Extraction): Comparison {
  const dated = (number: string | null | undefined, date: string | null | undefined): string =>
    `${codeKey(number ?? '')} ${date}`;
  const wanted = annotation.citations
    .filter((c) => c.number && c.date && !c.optional)
    .map((c) => dated(c.number, c.date));
  const given = found.filter((c) => c.number && c.date).map((c) => dated(c.number, c.date));
  return { ...multiset('citation dates', wanted, given), extra: [] };
}

function relations(annotation: Annotation, { relations: found }: Extraction): Comparison {
  const numbered = (to: string): boolean => /^\d[\w/]*[-/]/.test(codeKey(to));
  const key = (relation: { to: string }): string => codeKey(relation.to);
  const wanted = annotation.relations.filter((r) => !r.optional && numbered(r.to)).map(key);
  return { ...multiset('relation targets', wanted, found.filter((r) => numbered(r.to)).map(key)), extra: [] };
}

function indicators(annotation: Annotation, { indicators: found }: Extraction): Comparison {
  const wanted = annotation.indicators.filter((i) => !i.optional && i.value !== null);
  return match(
    'indicators',
    wanted,
    found,
    (w, f) =>
      w.value === f.value
        ? overlap(w.label, `${f.label} ${f.table?.row.join(' ') ?? ''} ${f.table?.column.join(' ') ?? ''} ${f.quote}`)
        : 0,
    0.3,
    (w) => `${w.label} = ${w.value} ${w.unit ?? ''}`.trim(),
  );
}

function issues(annotation: Annotation, { issues: found }: Extraction): Comparison {
  const wanted = annotation.issues.filter((i) => !i.optional && !i.negated && i.core !== false);
  return match(
    'issues',
    wanted,
    found,
    (w, f) => overlap(w.quote, f.quote),
    0.6,
    (w) => w.quote.slice(0, 80),
  );
}

function flags(annotation: Annotation, { flags: found }: Extraction): Comparison {
  const quotesOf = (flag: Annotation['flags'][number]): string[] => flag.quotes ?? flag.quote ?? [];
  const compared = match(
    'certain flags',
    annotation.flags.filter((flag) => flag.certain),
    found,
    (w, f) =>
      Math.max(0, ...quotesOf(w).flatMap((quote) => f.evidence.map((e) => overlap(quote, e.quote)))) +
      (w.kind === f.kind ? 1 : 0),
    0.75,
    (w) => `${w.kind}: ${quotesOf(w)[0]?.slice(0, 60) ?? ''}`,
  );
  const claimed = found.filter((flag) => flag.certain);
  const extra = claimed
    .filter(
      (f) =>
        !annotation.flags.some((w) =>
          quotesOf(w).some((quote) => f.evidence.some((e) => overlap(quote, e.quote) >= 0.75)),
        ),
    )
    .map((f) => `${f.kind}: ${f.message.vi}`);
  return { ...compared, extra };
}

function multiset(measure: string, wanted: string[], found: string[]): Comparison {
  const left = [...found];
  const hits: string[] = [];
  const missed: string[] = [];
  for (const key of wanted) {
    const at = left.indexOf(key);
    if (at < 0) missed.push(key);
    else hits.push(...left.splice(at, 1));
  }
  return { measure, hits, missed, extra: left };
}

/** Greedy one-to-one matching, the likest pair of each wanted entry first come. */
function match<W, F>(
  measure: string,
  wanted: W[],
  found: F[],
  likeness: (wanted: W, found: F) => number,
  least: number,
  name: (wanted: W) => string,
): Comparison {
  const free = new Set(found);
  const hits: string[] = [];
  const missed: string[] = [];
  for (const entry of wanted) {
    let best: { item: F; value: number } | null = null;
    for (const item of free) {
      const value = likeness(entry, item);
      if (value >= least && (!best || value > best.value)) best = { item, value };
    }
    if (best) free.delete(best.item);
    (best ? hits : missed).push(name(entry));
  }
  return { measure, hits, missed, extra: [] };
}

const sameWords = (a: string, b: string): boolean => overlap(a, b) >= 0.95;

/** Share of the shorter text's letter trigrams that the other has. */
export function overlap(a: string, b: string): number {
  const first = trigrams(a);
  const second = trigrams(b);
  if (first.size === 0 || second.size === 0) return 0;
  let shared = 0;
  for (const gram of first) if (second.has(gram)) shared++;
  return shared / Math.min(first.size, second.size);
}

function trigrams(text: string): Set<string> {
  const letters = (fold(text.normalize('NFC')).match(/[a-z0-9]+/g) ?? []).join(' ');
  const grams = new Set<string>();
  for (let i = 0; i < Math.max(1, letters.length - 2); i++) if (letters) grams.add(letters.slice(i, i + 3));
  return grams;
}
