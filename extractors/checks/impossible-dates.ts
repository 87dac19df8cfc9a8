import type { Block } from '../../schemas/document.ts';
import { clauseAround } from './clause.ts';
import { isScanned } from './prose.ts';
import { type CheckInput, type Claim, flagged } from './rule.ts';

const numeric = /(?<![\d/.,-])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)(?![\d/])/gu;
const spelled = /ngày\s(\d{1,2})\stháng\s(\d{1,2})\snăm\s((?:19|20)\d\d)(?!\d)/giu;
/** «giai đoạn 2016 - 2020», «nhiệm kỳ 2020 – 2025». */
const span = /(?:giai đoạn|nhiệm kỳ|thời kỳ)\s((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?!\d)/giu;

/** Days that no calendar has («31/4/2023»), and spans of years that end before they begin. A day that exists is no claim. */
export function* impossibleDates(input: CheckInput): Iterable<Claim> {
  for (const block of input.context.blocks) {
    if (!/(?:19|20)\d\d/.test(block.text)) continue;
    for (const pattern of [numeric, spelled]) {
      for (const match of block.text.matchAll(pattern)) {
        const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
        if (!isDay(day, month, year)) yield noSuchDay(input, block, match, daysIn(month, year));
      }
    }
    for (const match of block.text.matchAll(span)) {
      if (Number(match[1]) > Number(match[2])) yield backwards(input, block, match);
    }
  }
}

function daysIn(month: number, year: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month < 1 || month > 12) return 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const isDay = (day: number, month: number, year: number): boolean => day >= 1 && day <= daysIn(month, year);

function noSuchDay(input: CheckInput, block: Block, match: RegExpExecArray, days: number): Claim {
  const [, , month, year] = match;
  return flagged({
    certain: !isScanned(input, block.id),
    stated: match[0],
    expected: null,
    message: {
      vi:
        days === 0
          ? `«${match[0]}»: không có tháng ${month}.`
          : `«${match[0]}»: tháng ${month}/${year} chỉ có ${days} ngày.`,
      en:
        days === 0
          ? `“${match[0]}”: there is no month ${month}.`
          : `“${match[0]}”: month ${month}/${year} has only ${days} days.`,
    },
    evidence: [{ role: 'stated', block: block.id, ...around(block, match) }],
  });
}

function backwards(input: CheckInput, block: Block, match: RegExpExecArray): Claim {
  const [, from, to] = match;
  return flagged({
    certain: !isScanned(input, block.id),
    stated: `${from} - ${to}`,
    expected: null,
    message: {
      vi: `«${match[0]}»: năm cuối (${to}) trước năm đầu (${from}).`,
      en: `“${match[0]}”: the last year (${to}) comes before the first (${from}).`,
    },
    suggestion: `Có thể viết ngược: ${to} - ${from}`,
    evidence: [{ role: 'span', block: block.id, ...around(block, match) }],
  });
}

function around(block: Block, match: RegExpExecArray): { start: number; end: number } {
  return clauseAround(block.text, match.index, match.index + match[0].length, { before: 60, after: 20 });
}
