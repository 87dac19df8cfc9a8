import type { Citation } from '../../schemas/citation.ts';
import { fold } from '../text/fold.ts';
import { nameOfCitation, placeOfCitation, showDay } from './cited.ts';
import { misissued } from './issuer-code.ts';
import { consistent, type Finding, flagged, type Rule } from './rule.ts';

/**
 * One directive under two dates or two codes. Two dates count only inside one term of office (Party) or one year
 * (State): the identity holds that. A title may be shortened, so titles are never compared.
 */
export const directiveIdentity: Rule = {
  kind: 'directive-identity',
  severity: 'warning',
  *check(input) {
    const { records } = input;
    const written = records.citations.filter((one) => one.number !== null && !one.shorthand);
    const dated = written.filter((one) => one.date !== null);
    for (const mentions of groupBy(dated, (one) => one.directive).values()) {
      if (mentions.length < 2) continue;
      const finding = twoDates(mentions);
      yield finding ? flagged(finding) : consistent;
    }
    for (const mentions of groupBy(dated, numberOfYear).values()) {
      const known = new Set(mentions.flatMap((one) => one.directive ?? []));
      if (mentions.length < 2 || known.size > 1 || mentions.every((one) => one.directive !== null)) continue;
      const finding = twoDates(mentions);
      yield finding ? flagged({ ...finding, certain: false }) : consistent;
    }
    const foreign = written.filter((one) => !one.self);
    // A code that its issuer cannot have is told as that.
    const told = new Set<Citation>(input.shared(misissued));
    for (const mentions of groupBy(foreign, ordinalAndDate).values()) {
      const finding = twoCodes(mentions);
      if (finding === null || mentions.some((one) => told.has(one))) continue;
      for (const one of mentions) told.add(one);
      yield flagged(finding);
    }
    for (const [usual, other] of besideOne(foreign)) if (!told.has(other)) yield flagged(anotherCode(usual, other));
  },
};

/**
 * «08/CT-UBND» begins anew each year and in each district: where it is not said whose it is, the same number of the same
 * kind is one paper only inside a year.
 */
function numberOfYear(citation: Citation): string | null {
  const ordinal = /^\d+/.exec(citation.number ?? '')?.[0];
  return ordinal && citation.date ? `${Number(ordinal)} ${codeOf(citation)} ${citation.date.slice(0, 4)}` : null;
}

function twoDates(mentions: readonly Citation[]): Finding | null {
  const byDate = [...groupBy(mentions, (one) => one.date).entries()].sort((a, b) => b[1].length - a[1].length);
  const [usual, other] = byDate;
  if (!usual || !other) return null;
  const [first] = usual[1];
  const [second] = other[1];
  if (!first || !second) return null;
  // With as many mentions on either side nothing says which date is the right one.
  const expected = usual[1].length > other[1].length ? showDay(usual[0]) : null;
  return {
    certain: true,
    stated: showDay(other[0]),
    expected,
    message: {
      vi: `${nameOfCitation(second)} được ghi ngày ${showDay(other[0])}, nhưng ở chỗ khác trong báo cáo ghi ngày ${showDay(usual[0])}.`,
      en: `${nameOfCitation(second)} is dated ${showDay(other[0])} here and ${showDay(usual[0])} elsewhere in the report.`,
    },
    suggestion: expected ? `Sửa «${showDay(other[0])}» thành «${expected}»` : null,
    evidence: [placeOfCitation(second, 'stated'), placeOfCitation(first, 'elsewhere')],
  };
}

/** The same ordinal, day and kind of paper under two codes: «11-QĐ/TW» and «11-QĐi/TW», both of 18/02/2019. */
function twoCodes(mentions: readonly Citation[]): Finding | null {
  const byCode = [...groupBy(mentions, (one) => codeOf(one)).entries()].sort((a, b) => b[1].length - a[1].length);
  const [usual, other] = byCode;
  const [first] = usual?.[1] ?? [];
  const [second] = other?.[1] ?? [];
  if (!usual || !other || !first || !second || !meansTheSame(first, second)) return null;
  const expected = usual[1].length > other[1].length ? first.number : null;
  const sameIssuer = suffixOf(first) === suffixOf(second);
  return {
    certain: sameIssuer,
    severity: sameIssuer ? 'info' : 'warning',
    stated: second.number,
    expected,
    message: {
      vi: `Một văn bản được viết hai ký hiệu: ${second.number} và ${first.number} (cùng số, cùng ngày ${showDay(first.date)}).`,
      en: `One paper has two codes: ${second.number} and ${first.number} (same ordinal, same day ${showDay(first.date)}).`,
    },
    suggestion: expected ? `Sửa «${second.number}» thành «${expected}»` : null,
    evidence: [placeOfCitation(second, 'stated'), placeOfCitation(first, 'elsewhere')],
  };
}

/**
 * A decision and a resolution may share number and day. One paper it is when only QĐ and QĐi differ, or when the kind of
 * paper and the words of its title agree.
 */
function meansTheSame(a: Citation, b: Citation): boolean {
  const [one, two] = [codeOf(a), codeOf(b)];
  if (one.replace('QĐI', 'QĐ') === two.replace('QĐI', 'QĐ')) return true;
  // «217-QĐ/TW» and «217-QĐ/TU», both of one day: two bodies hardly gave one number to one kind of paper that day.
  if (kindOf(a) !== '' && kindOf(a) === kindOf(b) && isParty(a) && isParty(b)) return true;
  if (a.type === null || a.type !== b.type || a.title === null || b.title === null) return false;
  const [left, right] = [fold(a.title), fold(b.title)];
  return left.length >= 20 && (left.startsWith(right) || right.startsWith(left));
}

const codeOf = ({ number }: Citation): string =>
  (number ?? '')
    .replace(/^\d+[a-z]?/, '')
    .replace(/\s/g, '')
    .toUpperCase();

/** «-QĐ/TW» → QĐ and TW. */
const kindOf = (citation: Citation): string => /^[-/](\p{Lu}+)[/-]/u.exec(codeOf(citation))?.[1] ?? '';
const suffixOf = (citation: Citation): string => /[/-]([\p{Lu}\d]+)$/u.exec(codeOf(citation))?.[1] ?? '';
const isParty = (citation: Citation): boolean => /^(?:TW|TU|HU|QU|ĐU)$/.test(suffixOf(citation));

/**
 * «217-QĐ/TU và … 218-QĐ/TW» here, «217-QĐ/TW và … 218-QĐ/TW» everywhere else: papers that always come together. Numbers
 * that follow each other are of one body even where nothing else tells so.
 */
function besideOne(citations: readonly Citation[]): [usual: Citation, other: Citation][] {
  const groups = new Map<string, Citation[]>();
  const odd: [Citation, Citation][] = [];
  citations.forEach((citation, index) => {
    const next = citations[index + 1];
    const ordinal = /^\d+/.exec(citation.number ?? '')?.[0];
    if (next === undefined || next.block !== citation.block || next.start - citation.end > 40 || !isParty(citation))
      return;
    if (!ordinal || next.start < citation.end || kindOf(citation) !== kindOf(next)) return;
    const following = Number(/^\d+/.exec(next.number ?? '')?.[0]);
    if (
      isParty(next) &&
      suffixOf(next) !== suffixOf(citation) &&
      Number(ordinal) >= 100 &&
      following - Number(ordinal) === 1
    )
      odd.push([next, citation]);
    const key = `${Number(ordinal)} ${kindOf(citation)} ${next.number}`;
    groups.set(key, [...(groups.get(key) ?? []), citation]);
  });
  const known = [...groups.values()].flatMap((group): [Citation, Citation][] => {
    const bySuffix = [...groupBy(group, suffixOf).values()].sort((a, b) => b.length - a.length);
    const [usual, other] = bySuffix;
    return usual === undefined || other === undefined || usual.length <= other.length
      ? []
      : other.map((one) => [usual[0]!, one]);
  });
  const told = new Set(known.map(([, other]) => other));
  return [...known, ...odd.filter(([, other]) => !told.has(other))];
}

function anotherCode(usual: Citation, other: Citation): Finding {
  const right = `${/^\d+/.exec(other.number ?? '')?.[0]}${codeOf(usual)}`;
  return {
    certain: false,
    stated: other.number,
    expected: right,
    message: {
      vi: `Chỗ này ghi ${other.number}; đi cùng ${usual.number} thì ký hiệu phải là ${right}.`,
      en: `It is ${other.number} here; together with ${usual.number} the code ought to be ${right}.`,
    },
    suggestion: `Sửa «${other.number}» thành «${right}»`,
    evidence: [placeOfCitation(other, 'stated'), placeOfCitation(usual, 'elsewhere')],
  };
}

function ordinalAndDate({ number, date }: Citation): string | null {
  const ordinal = /^\d+/.exec(number ?? '')?.[0];
  return ordinal && date ? `${Number(ordinal)} ${date}` : null;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
