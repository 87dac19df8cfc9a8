import type { Figure } from './figure.ts';
import type { Span } from './figures.ts';
import { is } from './grammar.ts';
import { isPredicate, type Lead, readLead } from './lead.ts';
import { phraseText } from './phrase-text.ts';
import { reachesOf } from './reach.ts';
import type { Token } from './tokens.ts';

export interface Label extends Span {
  text: string;
  rule: 'label-after' | 'label-before' | 'label-unit' | 'label-of-previous';
}

/** What a figure leaves to those that hang on it or go on with its list. */
interface Previous {
  label: string;
  unit: string;
  /** «tặng» of «tặng 1.717 cờ Tổ quốc, 3.324 tờ rơi». */
  verb: string;
}

/** The labels of all figures of a block: the noun that is counted with its modifiers, then what was done with it. */
export function labelsOf(text: string, tokens: readonly Token[], figures: readonly Figure[]): Label[] {
  const labels: Label[] = [];
  let previous: Previous | null = null;
  for (const reach of reachesOf(tokens, (token) => figures[token.figures[0]!]!.unit?.family === 'share')) {
    const lead = readLead(reach.lead.map((index) => tokens[index]!));
    const behind = tokens.slice(reach.at + 1, reach.end);
    const clause: Clause = {
      text,
      told: phraseText(text, lead.told),
      behind: phraseText(text, behind),
      lead,
      hasPredicate: behind.some((_, at) => at > 0 && isPredicate(behind, at)),
      words: behind.filter(({ kind }) => kind === 'word').length,
      base: is.base.lengthAt(behind, 0) > 0,
      previous,
      hangs: reach.before !== null,
      continues: reach.continues,
    };
    const members = tokens[reach.at]!.figures.map((index) => figures[index]!);
    const span = { start: lead.start ?? tokens[reach.at]!.start, end: behind.at(-1)?.end ?? tokens[reach.at]!.end };
    for (const figure of members) {
      const { label, rule } = labelOf(figure, members, clause);
      labels.push({ ...span, text: label, rule });
    }
    const first = labels.at(-members.length)!;
    if (first.text !== '') {
      const carried: Previous | null = previous;
      const verb: string = lead.isVerb ? clause.told : reach.continues ? (carried?.verb ?? '') : '';
      previous = { label: first.text, unit: unitText(text, members[0]!) || (previous?.unit ?? ''), verb };
    }
  }
  return labels;
}

interface Clause {
  text: string;
  told: string;
  /** The words behind the figure, how many, and whether a predicate is among them. */
  behind: string;
  words: number;
  hasPredicate: boolean;
  /** They only say what the share is compared with: «kế hoạch», «so với cùng kỳ». */
  base: boolean;
  lead: Lead;
  previous: Previous | null;
  /** Another figure stands before it in the segment. */
  hangs: boolean;
  continues: boolean;
}

type Worded = { label: string; rule: Label['rule'] };

function labelOf(figure: Figure, members: readonly Figure[], clause: Clause): Worded {
  if (figure.role === 'rank')
    return { label: joined('xếp hạng', clause.behind.replace(/^về /u, '') || clause.told), rule: 'label-after' };
  if (figure.unit?.family === 'share') return shareLabel(figure, clause);
  if (figure.role === 'denominator') return wholeLabel(figure, clause);
  // «21 vụ/3.585 vụ việc đã giải quyết»: what stands behind belongs to the last of them.
  const ownsBehind =
    members.length === 1 ||
    figure === members.at(-1) ||
    (figure.role === 'numerator' && figure.token.units === undefined && (clause.hasPredicate || clause.told === ''));
  const own = ownsBehind ? clause : { ...clause, behind: '', words: 0, hasPredicate: false };
  return figure.role === 'measure' || (figure.unit !== null && measures.has(figure.unit.family))
    ? measureLabel(figure, own)
    : countLabel(figure, own);
}

/** Behind so many words a verb would be read with the last of them. */
const longestBeforeVerb = 8;

function countLabel(figure: Figure, clause: Clause): Worded {
  const { lead, told, behind, previous } = clause;
  const unit = unitText(clause.text, figure) || (figure.unit === null ? (previous?.unit ?? '') : '');
  if (behind !== '') {
    const verb = lead.isVerb ? told : clause.continues ? (previous?.verb ?? '') : '';
    const noun = joined(unit, behind);
    const label =
      verb !== '' && clause.words <= longestBeforeVerb && !contains(behind, verb) ? joined(noun, verb) : noun;
    return { label: tied(label, clause), rule: 'label-after' };
  }
  if (told !== '') {
    const whole = lead.isName ? !isBareQuantity(lead.told) : contains(told, unit);
    return { label: whole ? told : lead.isName ? joined(told, unit) : joined(unit, told), rule: 'label-before' };
  }
  if (lead.linked && clause.hangs && previous !== null) return { label: tied(unit, clause), rule: 'label-of-previous' };
  if (clause.continues && (previous?.verb ?? '') !== '')
    return { label: joined(unit, previous!.verb), rule: 'label-of-previous' };
  return { label: unit || (previous?.label ?? ''), rule: 'label-unit' };
}

const measures = new Map<string, string>([
  ['area', 'diện tích'],
  ['money', 'số tiền'],
  ['length', 'chiều dài'],
  ['weight', 'khối lượng'],
  ['volume', 'khối lượng'],
  ['energy', 'sản lượng điện'],
  ['score', 'điểm'],
]);

function measureLabel(figure: Figure, clause: Clause): Worded {
  const { lead, told, behind } = clause;
  const quantity = measures.get(figure.unit?.family ?? '') ?? 'số lượng';
  if (lead.isName) {
    const bare = isBareQuantity(lead.told);
    return {
      label: bare && (clause.hangs || lead.linked) ? tied(told, { ...clause, lead: { ...lead, linked: true } }) : told,
      rule: 'label-before',
    };
  }
  if (behind !== '')
    return {
      label: tied(lead.isVerb && !contains(behind, told) ? joined(behind, told) : behind, clause),
      rule: 'label-after',
    };
  if (told !== '') return { label: lead.isVerb ? joined(quantity, told) : told, rule: 'label-before' };
  return { label: tied(quantity, { ...clause, lead: { ...lead, linked: clause.hangs } }), rule: 'label-of-previous' };
}

/** «100% các xã, phường có mô hình», «tỷ lệ hộ nghèo … 3,07%», «3.585/5.242 vụ việc, đạt tỷ lệ 68,4%». */
function shareLabel(figure: Figure, clause: Clause): Worded {
  const { lead, told, behind, previous } = clause;
  const changes = figure.token.qualifier?.bound === 'difference' || (figure.token.qualifier?.change ?? null) !== null;
  const prefix = changes || figure.role === 'rate' ? '' : 'tỷ lệ';
  const base = clause.base ? ` (so với ${behind.replace(/^so với /u, '')})` : '';
  if (lead.isName && !isBareQuantity(lead.told)) return { label: told + base, rule: 'label-before' };
  if (behind !== '' && !clause.base) {
    const noun = behind.replace(/^(?:trên )?(?:tổng )?(?:số |các |những )/u, '');
    const verb = !clause.hasPredicate && told !== '' && !lead.isName ? ` (${told})` : '';
    return { label: joined('tỷ lệ', noun) + verb, rule: 'label-after' };
  }
  if (told !== '' && !lead.isName) return { label: joined(prefix, told) + base, rule: 'label-before' };
  if (previous !== null) {
    const stem = previous.label.replace(/ \(so với [^)]*\)$/u, '');
    const plain = /^(?:tỷ lệ|tỉ lệ|tốc độ|tăng trưởng)/iu.test(stem) || clause.base || changes;
    return {
      label: (plain ? stem : joined('tỷ lệ', stem.replace(/^(?:tổng số|số lượng|số) /iu, ''))) + base,
      rule: 'label-of-previous',
    };
  }
  return { label: told || phraseText(clause.text, lead.subject) || behind, rule: 'label-before' };
}

/** «3372/5920 vụ, việc đưa ra hòa giải»: what the share is taken of. */
function wholeLabel(figure: Figure, clause: Clause): Worded {
  const unit = unitText(clause.text, figure);
  const own = figure.token.units !== undefined || (!clause.hasPredicate && clause.told !== '');
  return { label: joined('tổng số', unit, own ? clause.behind : ''), rule: 'label-unit' };
}

/** «lượt cán bộ (hội nghị tuyên truyền)»: what hangs on the figure before is told with it. */
function tied(label: string, { lead, hangs, previous }: Clause): string {
  if (!lead.linked || !hangs || previous === null || label === '') return label;
  return `${label} (${previous.label.replace(/ \([^()]*\)$/u, '')})`;
}

/** «tổng số», «trị giá», «kinh phí» alone do not say of what. */
function isBareQuantity(words: readonly Token[]): boolean {
  return is.quantity.lengthAt(words, 0) >= words.length;
}

function unitText(text: string, { unit, role }: Figure): string {
  return unit === null || role === 'rank' ? '' : text.slice(unit.start, unit.end);
}

function contains(phrase: string, words: string): boolean {
  return words !== '' && ` ${phrase.toLowerCase()} `.includes(` ${words.toLowerCase()} `);
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
