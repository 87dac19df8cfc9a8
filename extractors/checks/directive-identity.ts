import type { Citation } from '../../schemas/citation.ts';
import { fold } from '../text/fold.ts';
import { nameOfCitation, placeOfCitation, showDay } from './cited.ts';
import { consistent, type Finding, flagged, type Rule } from './rule.ts';

/**
 * One directive under two dates or two codes. Two dates count only inside one term of office (Party) or one year
 * (State): the identity holds that. A title may be shortened, so titles are never compared.
 */
export const directiveIdentity: Rule = {
  kind: 'directive-identity',
  severity: 'warning',
  *check({ records }) {
    const written = records.citations.filter((one) => one.number !== null && !one.shorthand && !one.self);
    for (const mentions of groupBy(written, (one) => one.directive).values()) {
      const dated = mentions.filter((one) => one.date !== null);
      if (dated.length < 2) continue;
      const finding = twoDates(dated);
      yield finding ? flagged(finding) : consistent;
    }
    for (const mentions of groupBy(written, ordinalAndDate).values()) {
      const finding = twoCodes(mentions);
      if (finding) yield flagged(finding);
    }
  },
};

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
  return {
    certain: true,
    severity: 'info',
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
  if (a.type === null || a.type !== b.type || a.title === null || b.title === null) return false;
  const [left, right] = [fold(a.title), fold(b.title)];
  return left.length >= 20 && (left.startsWith(right) || right.startsWith(left));
}

const codeOf = ({ number }: Citation): string =>
  (number ?? '')
    .replace(/^\d+[a-z]?/, '')
    .replace(/\s/g, '')
    .toUpperCase();

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
