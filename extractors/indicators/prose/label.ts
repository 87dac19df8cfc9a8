import type { Figure } from './figure.ts';
import type { Span } from './figures.ts';
import { is } from './grammar.ts';
import { type Lead, readLead } from './lead.ts';
import { phraseText } from './phrase-text.ts';
import { isPredicate } from './predicate.ts';
import { type Reach, reachesOf } from './reach.ts';
import { type Token, tokensOf } from './tokens.ts';
import { type Clause, labelOf, type Previous, unitText, type Worded } from './wording.ts';

export interface Label extends Span, Worded {
  /** The unit of the list, for a figure without one: «20 mô hình (xây dựng mới 10, nhân rộng 10)». */
  unit: string | null;
  /** Goes on with the list of the figure before, or is tied to it. */
  hangs: boolean;
}

/** The labels of all figures of a block: the noun that is counted with its modifiers, then what was done with it. */
export function labelsOf(text: string, tokens: readonly Token[], figures: readonly Figure[]): Label[] {
  const isShare = (token: Token) => figures[token.figures[0]!]!.unit?.family === 'share';
  const labels: Label[] = [];
  let previous: Previous | null = null;
  let last: Reach | undefined;
  for (const reach of reachesOf(tokens, isShare)) {
    const lead = readLead(
      reach.lead.map((index) => tokens[index]!),
      unitTokens(text, figures[tokens[reach.at]!.figures[0]!]!),
      reach.before !== null,
    );
    const behind = tokens.slice(reach.at + 1, reach.end);
    const members = tokens[reach.at]!.figures.map((index) => figures[index]!);
    const aside = asideOf(text, tokens, reach, last?.end === reach.bracket ? previous : null);
    const clause: Clause = { ...clauseOf(text, tokens, reach, lead, behind, previous), aside };
    last = reach;
    const span = { start: lead.start ?? tokens[reach.at]!.start, end: behind.at(-1)?.end ?? tokens[reach.at]!.end };
    const own = members.map((figure) => labelOf(figure, members, clause));
    labels.push(
      ...own.map((worded) => ({
        ...span,
        ...worded,
        unit: previous?.counts?.unit ?? null,
        hangs: reach.continues || clause.tiedTo !== null,
      })),
    );
    if (own[0]!.text !== '') previous = next(text, own[0]!, members[0]!, clause);
  }
  return labels;
}

function clauseOf(
  text: string,
  tokens: readonly Token[],
  reach: Reach,
  lead: Lead,
  behind: readonly Token[],
  previous: Previous | null,
): Omit<Clause, 'aside'> {
  const told = smallInitial(phraseText(text, lead.told), lead.told);
  return {
    text,
    lead,
    told,
    behind: phraseText(text, behind),
    words: behind.filter(({ kind }) => kind === 'word').length,
    hasPredicate: behind.some((_, at) => at > 0 && isPredicate(behind, at)),
    directed: is.direction.lengthAt(behind, 0) > 0,
    base: baseOf(text, tokens, reach, behind, previous),
    verb: lead.verb.length > 0 ? smallInitial(phraseText(text, lead.verb), lead.verb) : carried(reach, previous),
    previous,
    hangs: reach.before !== null,
    tiedTo: tieOf(reach, lead, previous),
  };
}

function next(text: string, { text: label }: Worded, figure: Figure, { verb, tiedTo, previous }: Clause): Previous {
  const unit = unitText(text, figure) || (previous?.unit ?? '');
  const byUnit = previous?.byUnit ?? new Map<string, string>();
  if (!figure.changes && figure.unit?.family !== 'share') byUnit.set(unit, label);
  const counts = figure.role === 'count' ? (figure.unit ?? previous?.counts ?? null) : (previous?.counts ?? null);
  return { label, unit, counts, byUnit, verb, tiedTo };
}

/** «tặng 1.717 cờ Tổ quốc, 3.324 tờ rơi»: the list goes on with the same verb. */
function carried({ continues }: Reach, previous: Previous | null): string {
  return continues ? (previous?.verb ?? '') : '';
}

/** What a figure hangs on: the figure before it, behind «với», «cho», «đối với»; or what that one hangs on. */
function tieOf({ before, continues }: Reach, lead: Lead, previous: Previous | null): string | null {
  if (before === null || previous === null) return null;
  if (continues) return previous.tiedTo;
  // «dân số 98.000 người với 14 xã»
  if (/^(?:dân số|diện tích)/iu.test(previous.label)) return null;
  return lead.linked || isBareQuantity(lead) ? previous.label.replace(/ \([^()]*\)$/u, '') : null;
}

function isBareQuantity({ isName, told }: Lead): boolean {
  return isName && is.bareQuantity.lengthAt(told, 0) === told.length;
}

/** The capital that opens a sentence is none of the label: «Tổng số người dự», «Tiếp nhận»; «Nhân dân» keeps its own. */
function smallInitial(phrase: string, words: readonly Token[]): string {
  const first = words[0];
  if (first === undefined || !first.capital || is.reverend.lengthAt(words, 0) > 0) return phrase;
  const known = is.verb.lengthAt(words, 0) > 0 || is.quantity.lengthAt(words, 0) > 0 || first.afterMark;
  return known && !/^\p{Lu}{2}/u.test(phrase) ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase;
}

function unitTokens(text: string, figure: Figure): Token[] {
  return tokensOf(unitText(text, figure), [], [], []).filter(({ kind }) => kind === 'word');
}

/** What a share is measured against: «bằng 62% kế hoạch», «tăng 8% so với cùng kỳ», «chiếm 21% dân số». */
function baseOf(
  text: string,
  tokens: readonly Token[],
  { lead }: Reach,
  behind: readonly Token[],
  previous: Previous | null,
): string {
  const words = phraseText(text, behind);
  if (is.base.lengthAt(behind, 0) > 0) return /^(?:so|trên|trong) /u.test(words) ? words : `so với ${words}`;
  const takes = lead.slice(-3).some((index) => is.taking.lengthAt(tokens, index) > 0);
  return takes && previous !== null && behind.length > 0 && behind.length <= longestBase ? `trên ${words}` : '';
}
const longestBase = 6;

/** Words before a parenthesis that may name what it counts. */
const longestAside = 10;

/** «tối thiểu 10% số cơ sở tôn giáo (tổng số 239 cơ sở)», «chủ yếu là người Hoa (khoảng 2.500 người)» */
function asideOf(text: string, tokens: readonly Token[], { bracket }: Reach, before: Previous | null): string {
  if (bracket === null) return '';
  if (before !== null) return before.label.replace(/^(?:tỷ lệ|tổng số) /iu, '').replace(/ \([^()]*\)$/u, '');
  let from = bracket;
  while (from > bracket - longestAside && tokens[from - 1]?.kind === 'word' && !tokens[from]!.opens) from--;
  const words = tokens.slice(from, bracket);
  const { told } = readLead(
    words.slice(words.findLastIndex((_, at) => is.copula.lengthAt(words, at) > 0) + 1),
    [],
    false,
  );
  return phraseText(text, told);
}
