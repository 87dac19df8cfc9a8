import type { UnitMatch } from '../../numerals/index.ts';
import type { Figure } from './figure.ts';
import { is } from './grammar.ts';
import type { Lead } from './lead.ts';
import { phraseText } from './phrase-text.ts';
import { tokensOf } from './tokens.ts';

export interface Worded {
  text: string;
  rule: 'label-after' | 'label-before' | 'label-unit' | 'label-of-previous';
}

/** What a figure leaves to those that hang on it or go on with its list. */
export interface Previous {
  label: string;
  unit: string;
  counts: UnitMatch | null;
  /** The last label of every unit of the block: «giảm 5 vụ» is of the «45 vụ tai nạn giao thông» before. */
  byUnit: Map<string, string>;
  /** «tặng» of «tặng 1.717 cờ Tổ quốc, 3.324 tờ rơi». */
  verb: string;
  /** What it hangs on itself, for the rest of its list: «đối với 37 tổ chức đảng, 86 đảng viên». */
  tiedTo: string | null;
}

/** The words around a string of figures, sorted out. */
export interface Clause {
  text: string;
  lead: Lead;
  /** What the words before tell. */
  told: string;
  /** What was done, where the words before (or the list) say it in verbs alone. */
  verb: string;
  /** The words behind, how many, and whether a predicate is among them. */
  behind: string;
  words: number;
  hasPredicate: boolean;
  /** They tell for whom or where: «áo phao cho ngư dân». */
  directed: boolean;
  /** What a share is measured against, where the words behind say only that: «so với kế hoạch», «trên dân số»; else empty. */
  base: string;
  previous: Previous | null;
  /** Another figure stands before it in the segment. */
  hangs: boolean;
  /** Label of the figure it hangs on. */
  tiedTo: string | null;
  /** What stands before the parenthesis that the figure opens: «người Hoa (khoảng 2.500 người)». */
  aside: string;
}

/** The label of one figure of a string of figures. */
export function labelOf(figure: Figure, members: readonly Figure[], clause: Clause): Worded {
  if (figure.role === 'rank') return rankLabel(clause);
  if (figure.unit?.family === 'share') return shareLabel(figure, clause);
  if (figure.role === 'denominator') return wholeLabel(figure, clause);
  const own = ownsBehind(figure, members, clause) ? clause : { ...clause, behind: '', words: 0, hasPredicate: false };
  return measures.has(figure.unit?.family ?? '') ? measureLabel(figure, own) : countLabel(figure, own);
}

/**
 * «03 lượt/03 người/03 vụ việc», «21 vụ/3.585 vụ việc đã giải quyết»: what stands behind belongs to the last. Of a fraction
 * with one unit it belongs to the part, unless what became of the part stands before: «hòa giải thành 30/42 vụ đưa ra hòa giải».
 */
function ownsBehind(figure: Figure, members: readonly Figure[], { told, hasPredicate }: Clause): boolean {
  if (members.length === 1 || figure === members.at(-1)) return true;
  if (figure.role !== 'numerator' || figure.token.units !== undefined) return false;
  return told === '' || !hasPredicate;
}

/** «xếp thứ 2/63 tỉnh, thành phố về Chỉ số …»; «tăng trưởng đạt 6,4%, xếp thứ 9/14 tỉnh trong vùng» is of what stands before. */
function rankLabel({ behind, told, previous }: Clause): Worded {
  const of = /^(?:trong|cả|toàn|của) /u.test(behind) ? '' : behind.replace(/^(?:về|về xếp hạng) /u, '');
  const before = told || (previous?.label ?? '');
  return { text: joined('xếp hạng', of || before), rule: of === '' ? 'label-before' : 'label-after' };
}

/** Who can be «được kiểm tra», «bị khởi tố». */
const actors = new Set<string>(['people', 'organisations', 'territory']);

/** Behind so many words a verb would be read with the last of them. */
const longestBeforeVerb = 8;

function countLabel(figure: Figure, clause: Clause): Worded {
  const { lead, told, behind, verb, previous, tiedTo } = clause;
  const unit = unitText(clause.text, figure) || (figure.unit === null ? (previous?.unit ?? '') : '');
  const counts = figure.unit ?? previous?.counts ?? null;
  const deed = actors.has(counts?.family ?? '') ? sufferedBy(verb) : verb;
  if (lead.isName && !isBare(lead)) {
    const average = /^(?:bình quân|trung bình) /iu.test(told);
    return { text: average ? joined(unit, told) : told, rule: 'label-before' };
  }
  if (behind !== '') {
    const fits = verb !== '' && clause.words <= longestBeforeVerb && !contains(behind, verb) && !tells(lead);
    const first = fits && clause.directed ? joined(unit, deed, behind) : joined(unit, behind, fits ? deed : '');
    return { text: tied(first, tiedTo), rule: 'label-after' };
  }
  if (told !== '') {
    if (lead.isName) return { text: joined(told, unit), rule: 'label-before' };
    return { text: contains(told, unit) ? told : joined(unit, lead.isVerb ? deed : told), rule: 'label-before' };
  }
  if (clause.aside !== '') {
    const named = clause.aside.toLowerCase().startsWith(unit.toLowerCase());
    // «15 đơn vị hành chính cấp huyện (07 quận, 08 huyện)»: kinds have names of their own.
    if (!named && figure.unit?.family === 'territory') return { text: unit, rule: 'label-unit' };
    return { text: named ? clause.aside : joined(unit, `(${clause.aside})`), rule: 'label-of-previous' };
  }
  const multiple = unit.toLowerCase() === 'lần' ? previous?.label : undefined;
  const same = figure.changes ? (previous?.byUnit.get(unit) ?? multiple) : undefined;
  if (same !== undefined) return { text: same, rule: 'label-of-previous' };
  if (tiedTo !== null) return { text: tied(unit, tiedTo), rule: 'label-of-previous' };
  if (verb !== '') return { text: joined(unit, deed), rule: 'label-of-previous' };
  // «giảm từ 120 vụ xuống còn 98 vụ»
  const again = clause.hangs && previous !== null && previous.unit === unit && /^(?:tổng )?số /iu.test(previous.label);
  return { text: again ? previous.label : unit || (previous?.label ?? ''), rule: 'label-unit' };
}

/** «tiếp 1.916 lượt công dân»: people are «được tiếp», «bị khởi tố», unless they did it themselves. */
function sufferedBy(verb: string): string {
  const words = tokensOf(verb, [], [], []);
  if (verb === '' || /^(?:được|bị) /u.test(verb) || is.ownDeed.lengthAt(words, 0) > 0) return verb;
  return `${is.suffered.lengthAt(words, 0) > 0 ? 'bị' : 'được'} ${verb}`;
}

/** What is measured where only a verb stands before: «vận động được 670 triệu đồng». */
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
  const { lead, told, behind, verb, tiedTo, previous } = clause;
  if (lead.isName) return { text: tied(told, tiedTo), rule: 'label-before' };
  if (behind !== '') {
    const fits = verb !== '' && clause.words <= longestBeforeVerb && !contains(behind, verb);
    return { text: tied(joined(behind, fits ? verb : ''), tiedTo), rule: 'label-after' };
  }
  const same = figure.changes ? previous?.byUnit.get(unitText(clause.text, figure)) : undefined;
  if (told === '' && same !== undefined) return { text: same, rule: 'label-of-previous' };
  const quantity = measures.get(figure.unit?.family ?? '') ?? 'số lượng';
  if (told !== '') return { text: lead.isVerb ? joined(quantity, told) : told, rule: 'label-before' };
  return { text: tied(quantity, tiedTo ?? previous?.label ?? null), rule: 'label-of-previous' };
}

/** «100% các xã, phường có mô hình», «tỷ lệ hộ nghèo … 3,07%», «3.585/5.242 vụ việc, đạt tỷ lệ 68,4%». */
function shareLabel(figure: Figure, clause: Clause): Worded {
  const { lead, told, behind, previous } = clause;
  const changes = figure.changes;
  const base = clause.base === '' ? '' : ` (${clause.base})`;
  if (lead.isName && !isBare(lead)) return { text: told + base, rule: 'label-before' };
  if (behind !== '' && clause.base === '') {
    const noun = behind.replace(/^(?:trên )?(?:tổng )?(?:số |các |những )/u, '');
    const verb = !clause.hasPredicate && told !== '' && !lead.isName ? ` (${told})` : '';
    return { text: share(noun) + verb, rule: 'label-after' };
  }
  if (told !== '' && !lead.isName)
    return { text: (changes || figure.role === 'rate' ? told : share(told)) + base, rule: 'label-before' };
  if (previous !== null) {
    // «… cấp tỉnh đạt 99,2%, cấp huyện đạt 98,7%»
    const level = phraseText(clause.text, lead.subject);
    const whole = previous.label.replace(/ \([^()]*\)$/u, '');
    const sibling = /^cấp /iu.test(level) && / cấp \p{L}+(?: \p{L}+)?$/u.test(whole);
    const stem = sibling ? whole.replace(/ cấp \p{L}+(?: \p{L}+)?$/u, ` ${level}`) : whole;
    return { text: (/^so /u.test(clause.base) || changes ? stem : share(stem)) + base, rule: 'label-of-previous' };
  }
  return { text: told || phraseText(clause.text, lead.subject) || behind || 'tỷ lệ', rule: 'label-before' };
}

/** «tỷ lệ hộ nghèo» of «hộ nghèo»; what is a share or a speed by its name stays as it is. */
function share(noun: string): string {
  if (/^(?:tỷ lệ|tỉ lệ|tỷ suất|tỷ trọng|tốc độ|tăng trưởng|mức độ|chỉ số|độ che phủ)/iu.test(noun)) return noun;
  return joined('tỷ lệ', noun.replace(/^(?:tổng số|số lượng|số) /iu, ''));
}

/** «3372/5920 vụ, việc đưa ra hòa giải»: what the part is taken of. */
function wholeLabel(figure: Figure, clause: Clause): Worded {
  const own = figure.token.units !== undefined || (clause.told !== '' && !clause.lead.isName);
  const measured = measures.get(figure.unit?.family ?? '');
  const whole = measured === undefined ? joined('tổng số', unitText(clause.text, figure)) : joined('tổng', measured);
  return { text: joined(whole, own ? clause.behind : ''), rule: 'label-unit' };
}

/** «lượt cán bộ (hội nghị tuyên truyền)»: what hangs on another figure is told with it. */
function tied(label: string, tiedTo: string | null): string {
  return tiedTo === null || label === '' ? label : `${label} (${tiedTo})`;
}

/** «ban hành 12 văn bản lãnh đạo»: that they were issued goes without saying. */
function tells({ told }: Lead): boolean {
  return is.telling.lengthAt(told, 0) === told.length && told.length > 0;
}

/** «tổng số», «trị giá», «kinh phí» alone do not say of what. */
function isBare({ told }: Lead): boolean {
  return is.bareQuantity.lengthAt(told, 0) === told.length;
}

export function unitText(text: string, { unit, role }: Figure): string {
  return unit === null || role === 'rank' ? '' : text.slice(unit.start, unit.end);
}

function contains(phrase: string, words: string): boolean {
  return words !== '' && ` ${phrase.toLowerCase()} `.includes(` ${words.toLowerCase()} `);
}

function joined(...parts: string[]): string {
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(' ,', ',');
}
