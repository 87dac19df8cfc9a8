import type { Block } from '../../schemas/document.ts';
import { fold } from '../text/fold.ts';
import { issuerOfCode, typeOfLetters } from './codes.ts';
import type { Mention } from './mention.ts';
import { suffixFor } from './shorthand.ts';

/**
 * Links each shorthand to the one document it can mean, or says why not. First what the report itself calls so («gọi tắt
 * là»), then the full forms of the report with that ordinal, a type that fits and an issuer and year that do not
 * contradict: exactly one number among them links. Else type, issuer and year may fix the code («Quyết định 217 … của Bộ
 * Chính trị»). Precision goes before recall.
 */
export function resolveShorthands(mentions: Mention[], blocks: readonly Block[]): void {
  const byOrdinal = Map.groupBy(
    mentions.filter(({ citation }) => citation.number !== null && !citation.shorthand),
    ({ parts }) => Number.parseInt(parts?.ordinal ?? '', 10),
  );
  const aliases = new Map<string, Mention>();
  for (const [i, mention] of mentions.entries()) {
    const { citation, parts } = mention;
    if (!citation.shorthand || !parts) continue;
    if (parts.ordinal === '') linkBackward(mention, i, mentions, blocks);
    else {
      const named = mention.alias ? nearestBefore(mention, i, mentions) : aliases.get(nameOf(mention));
      if (named && mention.alias) aliases.set(nameOf(mention), named);
      if (named) link(mention, named);
      else linkByNumber(mention, byOrdinal.get(Number.parseInt(parts.ordinal, 10)) ?? []);
    }
  }
}

const nameOf = ({ citation, parts }: Mention): string =>
  `${fold(citation.type ?? '')} ${Number.parseInt(parts?.ordinal ?? '', 10)} ${parts?.year ?? ''}`;

const keyOf = ({ citation }: Mention): string => fold(citation.number ?? '').replace(/[^\p{L}\p{N}]/gu, '');

function link(mention: Mention, antecedent: Mention): void {
  if (!antecedent.parts) return;
  const { citation } = mention;
  citation.number = antecedent.citation.number;
  citation.inferred = ['number'];
  mention.parts = { ...antecedent.parts, issuer: citation.issuer ?? antecedent.citation.issuer };
}

function linkByNumber(mention: Mention, sameOrdinal: readonly Mention[]): void {
  const { citation, parts } = mention;
  if (!parts) return;
  const candidates = sameOrdinal.filter((other) => fits(mention, other));
  const numbers = new Set(candidates.map(keyOf));
  const [antecedent] = candidates;
  if (numbers.size === 1 && antecedent) {
    link(mention, antecedent);
    return;
  }
  if (numbers.size > 1) {
    citation.unlinkedReason = 'several-antecedents';
    return;
  }
  const suffix = citation.type ? suffixFor(citation.type, citation.issuer, parts.year) : null;
  if (!suffix) {
    citation.unlinkedReason = 'no-antecedent';
    return;
  }
  const [letters = '', issuerCode = ''] = suffix
    .replace(/^\/\d{4}/, '')
    .slice(1)
    .split(/[/-]/);
  citation.number = `${parts.ordinal}${suffix}`;
  citation.inferred = ['number'];
  mention.parts = { ...parts, typeLetters: letters, issuerCode, form: parts.year ? 'normative' : 'party' };
}

function fits({ citation, parts }: Mention, { citation: other, parts: whole }: Mention): boolean {
  if (!parts || !whole) return false;
  if (parts.year !== null && parts.year !== whole.year) return false;
  const letters = whole.typeLetters ? (typeOfLetters(whole.typeLetters)?.names ?? []) : [];
  const types = [other.type, ...letters].flatMap((type) => (type ? [fold(type)] : []));
  if (!types.includes(fold(citation.type ?? ''))) return false;
  if (!citation.issuer) return true;
  const names = [...(issuerOfCode(whole.issuerCode.split('-')[0] ?? '')?.names ?? []), other.issuer ?? '']
    .map(fold)
    .filter(Boolean);
  const words = fold(citation.issuer);
  return names.some((name) => words.includes(name) || name.includes(words));
}

/** The full form that an alias stands behind: «Quyết định số 217-QĐ/TW … (gọi tắt là Quyết định 217)». */
function nearestBefore(mention: Mention, at: number, mentions: readonly Mention[]): Mention | null {
  for (let i = at - 1; i >= 0 && mentions[i]?.order === mention.order; i--) {
    const other = mentions[i] as Mention;
    const same = Number.parseInt(other.parts?.ordinal ?? '', 10) === Number.parseInt(mention.parts?.ordinal ?? '', 10);
    if (same && !other.citation.shorthand && fits(mention, other)) return other;
  }
  return null;
}

/** How far back «Nghị quyết này» reaches: the paragraph before, and not over a page of text. */
const REACH = { blocks: 1, characters: 700, mentions: 12 };

/**
 * «Nghị quyết này»: the paper of that type named last. Two named together, or one between that has no number of its own
 * («Nghị quyết của Tỉnh ủy»), and nothing is linked.
 */
function linkBackward(mention: Mention, at: number, mentions: readonly Mention[], blocks: readonly Block[]): void {
  const { citation } = mention;
  const type = fold(citation.type ?? '');
  const near: Mention[] = [];
  for (let i = at - 1; i >= Math.max(0, at - REACH.mentions); i--) {
    const other = mentions[i] as Mention;
    if (mention.order - other.order > REACH.blocks) break;
    if (mention.order === other.order && citation.start - other.citation.end > REACH.characters) break;
    if (isOfType(other, type)) near.push(other);
  }
  const [nearest] = near;
  citation.unlinkedReason = 'no-antecedent';
  if (!nearest) return;
  const words = textBetween(nearest, mention, blocks);
  const unread = words === null || mentionsType(words, citation.type ?? '');
  const together = near.filter(
    (other) =>
      keyOf(other) !== keyOf(nearest) &&
      other.order === nearest.order &&
      !/[.;]\s/u.test(textBetween(other, nearest, blocks) ?? '. '),
  );
  if (nearest.citation.number === null || unread) citation.unlinkedReason = 'unread-between';
  else if (together.length > 0) citation.unlinkedReason = 'several-antecedents';
  else {
    citation.unlinkedReason = null;
    link(mention, nearest);
  }
}

function isOfType({ citation, parts }: Mention, type: string): boolean {
  const letters = parts?.typeLetters ? (typeOfLetters(parts.typeLetters)?.names ?? []) : [];
  const own = citation.type === null ? letters : [citation.type];
  return own.some((name) => fold(name) === type);
}

/** The text from one mention to a later one of the same or the next block; null where it cannot be told. */
function textBetween(first: Mention, second: Mention, blocks: readonly Block[]): string | null {
  const [from, to] = [blocks[first.order], blocks[second.order]];
  if (!from || !to || from.table !== null || to.table !== null) return from === to ? '' : null;
  if (from === to) return from.text.slice(first.citation.end, second.citation.start);
  return `${from.text.slice(first.citation.end)} ${to.text.slice(0, second.citation.start)}`;
}

/** Is a paper of the type named there in words that were not read as a mention? */
function mentionsType(words: string, type: string): boolean {
  return words.includes(`${type} số `) || words.includes(`${type} của `) || words.includes(`${type} về `);
}
