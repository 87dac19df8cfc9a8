import type { Indicator } from '../../schemas/indicator.ts';
import type { Report } from '../../schemas/report.ts';
import { scanPeriods } from '../dates/index.ts';
import { parseNumber } from '../numerals/index.ts';
import { fold } from '../text/fold.ts';
import { type TimeSpan, yearsEarlier } from './span-of-time.ts';

/** «14 vụ việc, tăng 12% so với cùng kỳ năm 2022»: what a report says of a figure and that of an earlier year. */
export interface StatedChange {
  /** «tăng 12%», as written. */
  raw: string;
  up: boolean;
  percent: boolean;
  /** Of a change in units: in the unit as written; what rounding or cutting leaves open, as in `Amount`. */
  low: number;
  high: number;
  against: TimeSpan;
  /** From the figure to the end of the comparison. */
  quote: string;
  start: number;
  end: number;
}

/**
 * Right behind the figure, with nothing but the rest of its name between; a qualifier («khoảng», «trên») does not match, nor
 * does a comparison with a plan.
 */
const CHANGE =
  /^(?<between>[^.;:,()\d\n\t]{0,90}?)(?:,|\(| )\s?(?<word>tăng|giảm) (?<number>\d[\d.,]*)(?<unit>%| [^\d.,;:()%]{1,30}?)(?: \([\d.,]+%\))? so với (?<same>cùng kỳ(?: (?:của )?năm)?|năm)(?: (?<year>trước|ngoái|\d{4}))?(?![\p{L}\d])/u;
/** Null where the words behind a figure tell no change, or leave open which figure, time or base is meant. */
export function changeBehind(
  text: string,
  { raw, unit, start, end, quote }: Pick<Indicator, 'raw' | 'unit' | 'start' | 'end' | 'quote'>,
  time: TimeSpan,
  report: Report,
): StatedChange | null {
  const found = CHANGE.exec(text.slice(end));
  if (found?.groups === undefined) return null;
  const { between = '', word, number = '', unit: by = '', same = '', year } = found.groups;
  const at = start + quote.lastIndexOf(raw);
  if (/(?:^| )(?:và|gồm|trong đó)(?: |$)/u.test(between) || hasOtherFigure(text, at, report)) return null;
  const until = end + found[0].length;
  // «… so với cùng kỳ (120 vụ)»: with the base told, the report's own checks decide.
  if (/^[^.;,]{0,40}\d/.test(text.slice(until))) return null;
  const years = yearsBack(time, year);
  const wholeYear = time.from.endsWith('-01-01') && time.to.endsWith('-12-31');
  if (years === null || (same === 'năm' && !(wholeYear && year !== undefined))) return null;
  const percent = by === '%';
  if (!percent && fold(by.trim()) !== fold(unit ?? '')) return null;
  const value = parseNumber(number)?.value;
  if (value === undefined) return null;
  const place = 10 ** -(/,(\d+)$/.exec(number)?.[1]?.length ?? 0);
  const counted = !percent && !number.includes(',') && /^\d+$/.test(number.replaceAll('.', ''));
  return {
    raw: `${word} ${number}${percent ? '%' : ` ${by.trim()}`}`,
    up: word === 'tăng',
    percent,
    low: counted ? value : value - place / 2,
    high: counted ? value : value + place,
    against: yearsEarlier(time, years),
    quote: text.slice(start, until),
    start,
    end: until,
  };
}

/** «cùng kỳ» alone is the year before. */
function yearsBack({ from, to }: TimeSpan, year: string | undefined): number | null {
  const own = Number(to.slice(0, 4));
  if (own !== Number(from.slice(0, 4))) return null;
  const back = year === undefined || !/\d/.test(year) ? 1 : own - Number(year);
  return back > 0 && back < 20 ? back : null;
}

/** «12 cuộc đối thoại với 300 lượt người, tăng 20%»: of the two figures of a clause either may have grown. */
function hasOtherFigure(text: string, at: number, report: Report): boolean {
  const from = Math.max(0, ...[...text.slice(0, at).matchAll(/[.;:,(\n\t](?!\d)/g)].map(({ index }) => index + 1));
  let before = text.slice(from, at);
  for (const { text: period } of scanPeriods(before, { reportDate: report.date, reportPeriod: report.period }))
    before = before.replace(period, ' ');
  return /\d/.test(before);
}
