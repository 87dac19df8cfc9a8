import type { Citation } from '../../schemas/citation.ts';
import type { Block } from '../../schemas/document.ts';
import type { ExtractContext } from '../document/context.ts';
import { recordId } from '../document/record-id.ts';
import { fold } from '../text/fold.ts';
import { issuerOfCode } from './codes.ts';
import { findNumbers, type NumberMatch, typeFromNumber } from './grammar.ts';
import { identityOf } from './identity.ts';
import { readIssuer, readIssuerBefore, readIssuerOfAims } from './issuer.ts';
import { readLead } from './lead.ts';
import type { Mention } from './mention.ts';
import { findNamed, type NamedMatch } from './named.ts';
import { resolveShorthands } from './resolve.ts';
import { findShorthands, type ShorthandMatch } from './shorthand.ts';
import { DocumentRows } from './table-row.ts';
import { readDateBefore, readTail, type Tail } from './tail.ts';

/** Blocks that hold no statements of the report. */
const SKIPPED = new Set<Block['kind']>(['page-header', 'page-footer', 'comment', 'recipients']);

/** Every mention of a document in reading order. See README.md for what counts as one. */
export function extractCitations(context: ExtractContext): Citation[] {
  const mentions: Mention[] = [];
  for (const [order, block] of context.blocks.entries()) {
    if (SKIPPED.has(block.kind)) continue;
    const rows = block.table ? new DocumentRows(block) : null;
    for (const { text, start } of stretches(block)) {
      for (const mention of readStretch({ context, block, text, offset: start, rows }))
        mentions.push({ ...mention, order });
    }
  }
  readIssuersBehindBreak(mentions, context.blocks);
  resolveShorthands(mentions, context.blocks);
  const dates = datesByNumber(mentions);
  for (const { citation, parts } of mentions) {
    citation.self = isSelf(citation, context);
    if (!parts || !citation.number) continue;
    const date = citation.date ?? dates.get(citation.number) ?? null;
    citation.directive = identityOf({ ...parts, date, issuer: citation.issuer }, context.report);
  }
  return mentions.map(({ citation }) => citation);
}

/** A cell is read on its own: no number reaches over its border. */
function stretches(block: Block): { text: string; start: number }[] {
  if (!block.table) return [{ text: block.text, start: 0 }];
  return block.table.cells.filter((cell) => cell.text !== '').map((cell) => ({ text: cell.text, start: cell.start }));
}

interface Stretch {
  context: ExtractContext;
  block: Block;
  text: string;
  /** Where the text begins in the block. */
  offset: number;
  rows: DocumentRows | null;
}

type Found = Omit<Mention, 'order'>;

function readStretch(stretch: Stretch): Found[] {
  const { text } = stretch;
  // Most cells of a table are figures, and every paper is named with letters.
  if (!/\p{L}/u.test(text)) return [];
  const numbers = findNumbers(text);
  const tails = readTails(text, numbers);
  const read: { start: number; end: number; made: Found[] }[] = [];
  const allNamed = findNamed(text);
  const laws = new EndingBefore(allNamed.filter(({ type }) => /^(?:Luật|Bộ luật|Pháp lệnh)$/.test(type)));
  let listed = null as Listed | null;
  for (const [i, number] of numbers.entries()) {
    const tail = tails[i] as Tail;
    const lead = readLead(text, number.start);
    const before: string = text.slice(listed?.end ?? 0, lead.start);
    if (listed && !(isOfIssuer(number.issuerCode, listed) && STRUNG.test(before))) listed = null;
    const law = laws.at(lead.start);
    const isNamed = law !== null && /^\s?\(?$/.test(text.slice(law.end, lead.start));
    const made = fullMentions(stretch, number, tail, {
      law: isNamed ? law : null,
      type: leadBefore(numbers, i, text),
      issuer: listed?.issuer ?? null,
    });
    read.push({ start: isNamed ? law.start : number.start, end: number.end, made });
    // Only who is said to have issued the list: «A của Ban Bí thư và B» does not tell whose B is.
    const issuer: string | null =
      tail.issuer === null ? (readIssuerBefore(text, lead.start)?.name ?? listed?.issuer ?? null) : null;
    listed = issuer === null ? null : { issuer, issuerCode: number.issuerCode, end: tail.end };
  }
  const shorthands = apartFrom(findShorthands(text, numbers), read);
  for (const short of shorthands) read.push({ ...short, made: shorthandMentions(stretch, short) });
  read.sort((a, b) => a.start - b.start);
  for (const named of apartFrom(allNamed, read)) read.push({ ...named, made: [namedMention(stretch, named)] });
  read.sort((a, b) => a.start - b.start);
  return read.flatMap(({ made }) => made);
}

/** The named document that ends last before a place; places are asked for in order. */
class EndingBefore {
  #next = 0;
  readonly #named: readonly NamedMatch[];

  constructor(named: readonly NamedMatch[]) {
    this.#named = named;
  }

  at(place: number): NamedMatch | null {
    while ((this.#named[this.#next]?.end ?? Number.POSITIVE_INFINITY) <= place) this.#next++;
    return this.#named[this.#next - 1] ?? null;
  }
}

/** What the words before the number tell of it. */
interface Before {
  /** «Luật Đất đai số 31/2024/QH15»: the name before the number. */
  law: NamedMatch | null;
  /** The type that a number before it shares with it. */
  type: string | null;
  /** The issuer of the list it stands in. */
  issuer: string | null;
}

/** Who issued the paper before, for the next of a list: «Ủy ban nhân dân tỉnh ban hành Quyết định …; Kế hoạch …». */
interface Listed {
  issuer: string;
  issuerCode: string;
  end: number;
}
/** The same letters, or letters of that body: «Bộ Chỉ huy quân sự tỉnh» issues under `BCH` and `BCHQS`. */
function isOfIssuer(code: string, { issuer, issuerCode }: Listed): boolean {
  const words = fold(issuer);
  return code === issuerCode || (issuerOfCode(code)?.names ?? []).some((name) => words.startsWith(fold(name)));
}

const STRUNG = /^\s?(?:[,;]|[,;]?\svà)\s?$/u;

/** Those that touch none of what was read already; both in order. */
function apartFrom<T extends { start: number; end: number }>(
  found: readonly T[],
  read: readonly { start: number; end: number }[],
): T[] {
  let next = 0;
  return found.filter(({ start, end }) => {
    while (next < read.length && (read[next]?.end ?? 0) <= start) next++;
    return end <= (read[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}

/** Two numbers that share one type word: the second of «Quyết định số 217-QĐ/TW, 218-QĐ/TW» has that of the first. */
function leadBefore(numbers: NumberMatch[], i: number, text: string): string | null {
  const number = numbers[i] as NumberMatch;
  const before = numbers[i - 1];
  if (!before || !/^\s?(?:,|và|;)\s?(?:số\s)?$/u.test(text.slice(before.end, number.start))) return null;
  return readLead(text, before.start).type;
}

/**
 * Tails, with what a pair shares: in «A và B, ngày 12/12/2013 của Bộ Chính trị về “…” và “…”» the date and the issuer
 * belong to both, the titles to each in order.
 */
function readTails(text: string, numbers: NumberMatch[]): Tail[] {
  const tails = numbers.map((number) =>
    readTail(text, number.end, number.issuerCode.split('-').filter((code) => issuerOfCode(code)).length),
  );
  for (let i = numbers.length - 2; i >= 0; i--) {
    const [number, next, tail, nextTail] = [numbers[i], numbers[i + 1], tails[i], tails[i + 1]] as [
      NumberMatch,
      NumberMatch,
      Tail,
      Tail,
    ];
    const between = text.slice(number.end, readLead(text, next.start).start);
    if (!/^\s?(?:,|và|;|và các)?\s?$/u.test(between) || tail.date !== null) continue;
    // «217-QĐ/TW và 1737-QĐ/TU của Ban Thường vụ Thành ủy»: another authority's paper shares neither issuer nor day.
    if (number.issuerCode !== next.issuerCode) continue;
    const issuer = tail.issuer ?? nextTail.issuer;
    // Papers of two years are of one body, but not of one day; nor need «Nghị quyết số 12-NQ/ĐU và Thông báo số
    // 30-TB/ĐU ngày 01/3/2024» be.
    if (number.year !== next.year || number.typeLetters !== next.typeLetters) tails[i] = { ...tail, issuer };
    else {
      const pair = nextTail.titles.length >= 2;
      tails[i] = {
        ...tail,
        date: nextTail.date,
        issuer,
        titles: pair ? nextTail.titles.slice(0, -1) : nextTail.titles,
      };
      if (pair) tails[i + 1] = { ...nextTail, titles: nextTail.titles.slice(-1) };
    }
  }
  return tails;
}

function fullMentions(stretch: Stretch, number: NumberMatch, tail: Tail, before: Before): Found[] {
  const { block, text, offset, rows } = stretch;
  const lead = readLead(text, number.start);
  const type = before.law?.type ?? lead.type ?? before.type ?? typeFromNumber(number);
  const row = rows?.factsFor(offset, number.start);
  const span = {
    block: block.id,
    start: offset + (before.law?.start ?? lead.start),
    end: offset + Math.max(number.end, tail.dateEnd),
  };
  const many = number.ordinals.length > 1;
  const actor = readIssuerBefore(text, lead.start) ?? readIssuerOfAims(text, lead.start, number.issuerCode);
  const issuer = tail.issuer ?? actor?.name ?? before.issuer ?? row?.issuer ?? null;
  const date = tail.date ?? row?.date ?? readDateBefore(text, lead.start);
  const near = text.slice(Math.max(0, lead.start - 200), lead.start).replace(/^.*\.\s(?=\p{Lu})/su, '');
  return number.ordinals.map(({ digits, year: ownYear }, i) => {
    const title = many && tail.titles.length >= number.ordinals.length ? tail.titles[i] : tail.titles[0];
    const year = ownYear ?? number.year;
    const suffix = ownYear ? number.suffix.replace(/^\/\d{4}/, `/${ownYear}`) : number.suffix;
    const citation: Citation = {
      ...emptyCitation(stretch.context, block, span, String(i)),
      number: `${digits}${suffix}`,
      inferred: number.repaired ? ['number'] : [],
      type,
      issuer,
      date,
      title: title ?? before.law?.title ?? row?.title ?? null,
    };
    const { typeLetters, issuerCode, form } = number;
    return { citation, parts: { ordinal: digits, typeLetters, type, issuerCode, year, form, date, issuer, near } };
  });
}

function shorthandMentions({ context, block, text, offset }: Stretch, short: ShorthandMatch): Found[] {
  const span = { block: block.id, start: offset + short.start, end: offset + short.end };
  const { titles, date } = readTail(text, short.end);
  const { type, issuer } = short;
  const common = { typeLetters: null, type, issuerCode: '', form: null, date: null, issuer };
  return short.ordinals.map(({ digits, year }, i) => ({
    citation: {
      ...emptyCitation(context, block, span, `short ${i}`),
      type,
      issuer,
      date,
      title: titles[0] ?? null,
      shorthand: true,
    },
    parts: { ...common, ordinal: digits, year },
    alias: short.alias,
  }));
}

function namedMention({ context, block, offset }: Stretch, named: NamedMatch): Found {
  const span = { block: block.id, start: offset + named.start, end: offset + named.end };
  const { type, title } = named;
  return { citation: { ...emptyCitation(context, block, span, title), type, title }, parts: null };
}

function emptyCitation(
  { file }: ExtractContext,
  block: Block,
  span: { block: string; start: number; end: number },
  extra: string,
): Citation {
  return {
    id: recordId(file, 'citation', span, extra),
    quote: block.text.slice(span.start, span.end),
    ...span,
    number: null,
    unlinkedReason: null,
    type: null,
    issuer: null,
    date: null,
    title: null,
    shorthand: false,
    inferred: [],
    self: false,
    directive: null,
  };
}

/** «(Kèm theo Công văn số 512-CV/BDVTU, ngày 08/5/2023», and in the next line «của Ban Dân vận Tỉnh ủy)». */
function readIssuersBehindBreak(mentions: readonly Mention[], blocks: readonly Block[]): void {
  for (const { citation, parts, order } of mentions) {
    const [block, next] = [blocks[order], blocks[order + 1]];
    if (citation.issuer !== null || !parts || !block || !next || block.table !== null || next.table !== null) continue;
    if (block.text.slice(citation.end).trim() !== '' || !next.text.startsWith('của ')) continue;
    citation.issuer = readIssuer(next.text, 0)?.name ?? null;
  }
}

/** The date that the mentions of a number in this report agree on. */
function datesByNumber(mentions: readonly Mention[]): Map<string, string | null> {
  const dates = new Map<string, string | null>();
  for (const { citation } of mentions) {
    const { number, date } = citation;
    if (number === null || date === null) continue;
    const known = dates.get(number);
    dates.set(number, known === undefined || known === date ? date : null);
  }
  return dates;
}

function isSelf({ number, type }: Citation, { report }: ExtractContext): boolean {
  if (!number || !report.number) return false;
  const same = number.replace(/\s/g, '').toUpperCase() === report.number.replace(/\s/g, '').toUpperCase();
  return (
    same &&
    (type === null ||
      report.type === null ||
      type.toLowerCase() === report.type.toLowerCase() ||
      issuerOfCode(number.split('/').at(-1) ?? '') === null)
  );
}
