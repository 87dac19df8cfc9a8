import type { Citation } from '../../schemas/citation.ts';
import type { Block } from '../../schemas/document.ts';
import type { ExtractContext } from '../document/context.ts';
import { recordId } from '../document/record-id.ts';
import { issuerOfCode, typeOfLetters } from './codes.ts';
import { findNumbers, type NumberMatch, readLead } from './grammar.ts';
import { identityOf } from './identity.ts';
import type { Mention } from './mention.ts';
import { findNamed } from './named.ts';
import { resolveShorthands } from './resolve.ts';
import { findShorthands, type ShorthandMatch } from './shorthand.ts';
import { enrichFromRow } from './table-row.ts';
import { readIssuerBefore, readTail, type Tail } from './tail.ts';

/** Blocks that hold no statements of the report. */
const SKIPPED = new Set<Block['kind']>(['page-header', 'page-footer', 'comment', 'recipients']);

/** Every mention of a document in reading order. See README.md for what counts as one. */
export function extractCitations(context: ExtractContext): Citation[] {
  const mentions: Mention[] = [];
  for (const block of context.blocks) {
    if (SKIPPED.has(block.kind)) continue;
    for (const { text, start } of stretches(block))
      mentions.push(...readStretch(context, block, text, start, mentions.length));
  }
  resolveShorthands(mentions);
  for (const mention of mentions) {
    const { citation, parts } = mention;
    citation.self = isSelf(citation, context);
    if (parts && citation.number)
      citation.directive = identityOf(
        { ...parts, date: citation.date ?? knownDate(mentions, citation), issuer: citation.issuer },
        context.report,
      );
  }
  return mentions.map(({ citation }) => citation);
}

/** A cell is read on its own: no number reaches over its border. */
function stretches(block: Block): { text: string; start: number }[] {
  if (!block.table) return [{ text: block.text, start: 0 }];
  return block.table.cells.filter((cell) => cell.text !== '').map((cell) => ({ text: cell.text, start: cell.start }));
}

function readStretch(context: ExtractContext, block: Block, text: string, offset: number, order: number): Mention[] {
  const numbers = findNumbers(text);
  const shorthands = findShorthands(text).filter(
    (short) => !numbers.some((full) => short.start < full.end && full.start < short.end),
  );
  const mentions: { start: number; made: Mention[] }[] = [];
  const tails = readTails(text, numbers);
  for (const [i, number] of numbers.entries()) {
    mentions.push({
      start: number.start,
      made: fullMentions(context, block, text, offset, number, tails[i] as Tail, leadBefore(numbers, i, text)),
    });
  }
  for (const short of shorthands)
    mentions.push({ start: short.start, made: shorthandMentions(context, block, text, offset, short) });
  for (const named of findNamed(text)) {
    if ([...numbers, ...shorthands].some((other) => named.start < other.end && other.start < named.end)) continue;
    const span = { block: block.id, start: offset + named.start, end: offset + named.end };
    mentions.push({
      start: named.start,
      made: [
        {
          citation: { ...emptyCitation(context, block, span, named.title), type: named.type, title: named.title },
          parts: null,
          order: 0,
        },
      ],
    });
  }
  mentions.sort((a, b) => a.start - b.start);
  return mentions.flatMap(({ made }) => made).map((mention, i) => ({ ...mention, order: order + i }));
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
  const tails = numbers.map((number) => readTail(text, number.end));
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
    if (number.issuerCode !== next.issuerCode || number.year !== next.year) continue;
    const titles = nextTail.titles.length >= 2 ? nextTail.titles.slice(0, -1) : nextTail.titles;
    tails[i] = { ...tail, date: nextTail.date, issuer: tail.issuer ?? nextTail.issuer, titles };
    if (nextTail.titles.length >= 2) tails[i + 1] = { ...nextTail, titles: nextTail.titles.slice(-1) };
  }
  return tails;
}

function fullMentions(
  context: ExtractContext,
  block: Block,
  text: string,
  offset: number,
  number: NumberMatch,
  tail: Tail,
  sharedType: string | null,
): Mention[] {
  const lead = readLead(text, number.start);
  const type = lead.type ?? sharedType ?? typeFromNumber(number);
  const row = block.table ? enrichFromRow(block, offset, number.start) : { date: null, title: null };
  const span = { block: block.id, start: offset + lead.start, end: offset + Math.max(number.end, tail.dateEnd) };
  const many = number.ordinals.length > 1;
  return number.ordinals.map(({ digits }, i) => {
    const title = many && tail.titles.length >= number.ordinals.length ? tail.titles[i] : tail.titles[0];
    const citation: Citation = {
      ...emptyCitation(context, block, span, String(i)),
      number: `${digits}${number.suffix.replaceAll('Ð', 'Đ')}`,
      type,
      issuer: tail.issuer ?? readIssuerBefore(text, lead.start),
      date: tail.date ?? row.date,
      title: title ?? row.title,
    };
    const { typeLetters, issuerCode, year } = number;
    return {
      citation,
      order: 0,
      parts: { ordinal: digits, typeLetters, type, issuerCode, year, date: citation.date, issuer: citation.issuer },
    };
  });
}

function typeFromNumber({ typeLetters, form }: NumberMatch): string | null {
  if (form === 'dispatch') return null;
  const names = typeLetters ? (typeOfLetters(typeLetters)?.names ?? []) : [];
  // QĐ is a decision or a regulation, TT another paper for the Party and the State: only words tell.
  if (names.length === 1) return names[0] ?? null;
  if (typeLetters === 'TT') return form === 'party' ? 'Thông tri' : 'Thông tư';
  return typeLetters === 'QĐ' && form !== 'party' ? 'Quyết định' : null;
}

function shorthandMentions(
  context: ExtractContext,
  block: Block,
  text: string,
  offset: number,
  short: ShorthandMatch,
): Mention[] {
  const span = { block: block.id, start: offset + short.start, end: offset + short.end };
  const { titles } = readTail(text, short.end);
  return short.ordinals.map((ordinal, i) => ({
    citation: {
      ...emptyCitation(context, block, span, `short ${i}`),
      type: short.type,
      issuer: short.issuer,
      title: titles[0] ?? null,
      shorthand: true,
    },
    parts: {
      ordinal,
      typeLetters: null,
      type: short.type,
      issuerCode: '',
      year: null,
      date: null,
      issuer: short.issuer,
    },
    order: 0,
  }));
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

/** The date that other mentions of the same number in this report agree on. */
function knownDate(mentions: readonly Mention[], { number }: Citation): string | null {
  const dates = new Set(
    mentions.flatMap(({ citation }) => (citation.number === number && citation.date ? [citation.date] : [])),
  );
  return dates.size === 1 ? ([...dates][0] ?? null) : null;
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
