import type { Citation } from '../../schemas/citation.ts';
import type { Diff, DiffCitation } from '../../schemas/diff.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { fold } from '../text/fold.ts';
import { foldedLine } from '../text/normalize.ts';
import { alikeWords, Pairing } from './pairing.ts';

/** One paper as a report cites it, whatever the number of mentions. */
interface Cited {
  key: string;
  type: string;
  mentions: DiffCitation[];
  /** Words around its first mention, without numbers. */
  context: ReadonlySet<string>;
}

/** A number that was corrected stands in the sentence where the wrong one stood. */
const SAME_CONTEXT = 0.7;

/** Papers cited by one report only, and papers that both cite under other dates or in the place of each other. */
export function citationDifferences(old: Extraction, fresh: Extraction): Diff['citations'] {
  const pairing = new Pairing(papersOf(old), papersOf(fresh));
  const byContext = (a: Cited, b: Cited) => alikeWords(a.context, b.context);
  const both = pairing.byKey(({ key }) => key, byContext);
  const corrected = pairing.byKey(({ type }) => type, byContext, SAME_CONTEXT);
  const redated = both.flatMap(({ old: a, new: b }) => otherDay(a, b) ?? []);
  return {
    added: pairing.added.map(({ mentions }) => mentions[0]!),
    removed: pairing.removed.map(({ mentions }) => mentions[0]!),
    changed: [...redated, ...corrected.map((pair) => ({ old: pair.old.mentions[0]!, new: pair.new.mentions[0]! }))],
    unchanged: both.length - redated.length,
  };
}

/** Each report gives a day that the other does not give. */
function otherDay(a: Cited, b: Cited): { old: DiffCitation; new: DiffCitation } | null {
  const only = (own: Cited, other: Cited) =>
    own.mentions.find(({ date }) => date !== null && !other.mentions.some((mention) => mention.date === date));
  const [before, after] = [only(a, b), only(b, a)];
  return before && after ? { old: before, new: after } : null;
}

function papersOf({ blocks, citations }: Extraction): Cited[] {
  const known = new Map(blocks.map((block) => [block.id, block]));
  const papers = new Map<string, Cited>();
  for (const citation of citations) {
    const key = keyOf(citation);
    if (key === null || citation.self) continue;
    const { id, number, type, issuer, date, title, quote, block, start, end } = citation;
    const { page = null, section = null, text = '' } = known.get(block) ?? {};
    const mention = { id, number, type, issuer, date, title, quote, block, start, end, page, section };
    const paper = papers.get(key);
    if (paper) paper.mentions.push(mention);
    else papers.set(key, { key, type: fold(type ?? ''), mentions: [mention], context: contextOf(text, start, end) });
  }
  return [...papers.values()];
}

/** By its number, in whatever spelling; a paper without one by its title. Whose it is does not change between versions. */
function keyOf({ number, type, title }: Citation): string | null {
  if (number !== null) return `#${fold(number).replace(/[^\p{L}\d]/gu, '')}`;
  return title === null ? null : [type ?? '', title].map((part) => foldedLine(part)).join('|');
}

const AROUND = 100;

function contextOf(text: string, start: number, end: number): ReadonlySet<string> {
  return new Set(fold(text.slice(Math.max(0, start - AROUND), end + AROUND)).match(/\p{L}+/gu) ?? []);
}
