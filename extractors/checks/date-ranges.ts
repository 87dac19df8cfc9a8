import type { Block } from '../../schemas/document.ts';
import { isRealDate } from '../dates/index.ts';
import { lower } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { isScanned } from './prose.ts';
import { type CheckInput, type Claim, consistent, flagged } from './rule.ts';

const DAY = '(\\d{1,2})(?:\\/| tháng )(\\d{1,2})(?:(?:\\/| năm )((?:19|20)\\d\\d))?(?![\\d/]|,\\d)';
const UNTIL = '(?: ?[-–] ?| (?:cho )?(?:đến|tới) (?:hết )?)';
/** «từ ngày 15/12/2023 đến hết ngày 14/9/2024», «từ 10/11 đến 18/11/2024», «(15/12/2023 - 14/9/2024)». */
const days = new RegExp(`(?:(?<!\\p{L})từ |\\()(ngày )?${DAY}${UNTIL}(ngày )?${DAY}`, 'gu');
/** «từ tháng 9/2023 đến tháng 6/2024». */
const months =
  /(?<!\p{L})từ tháng (\d{1,2})\/((?:19|20)\d\d)(?: ?[-–] ?| đến (?:hết )?)tháng (\d{1,2})\/((?:19|20)\d\d)(?!\d)/gu;
/** «lùi thời hạn từ ngày 30/6/2024 đến ngày 15/5/2024»: from one day to another, no range. */
const moved = /(?:lùi|rút|chuyển|đẩy|điều chỉnh|thay đổi|dời|hoãn|sửa|đổi)(?!\p{L})[^.;]{0,60}$/u;

interface Range {
  start: number;
  end: number;
  /** Both ends with their year. */
  full: boolean;
  backwards: boolean;
}

/** Ranges of days or months that end before they begin; «từ 25/12 đến 05/01/2024» began the year before. */
export function* dateRanges(input: CheckInput): Iterable<Claim> {
  for (const block of input.context.blocks) {
    if (!/\d\/\d|\d tháng \d/.test(block.text)) continue;
    for (const range of rangesIn(lower(block.text)))
      yield range.backwards ? endsBeforeItBegins(input, block, range) : consistent;
  }
}

function* rangesIn(text: string): Generator<Range> {
  for (const match of text.matchAll(days)) {
    const [first, second] = [match.slice(2, 5).map(Number), match.slice(6, 9).map(Number)] as [Day, Day];
    const named = match[1] ?? match[4] ?? match[5] ?? match[8];
    // «giảm từ 8/11 đến 5/11 xã» tells shares, not days.
    if (named === undefined || isMoved(text, match.index)) continue;
    const backwards = endsBefore(first, second);
    if (backwards !== null)
      yield { ...placeOf(match), full: match[4] !== undefined && match[8] !== undefined, backwards };
  }
  for (const match of text.matchAll(months)) {
    const [from, yearFrom, to, yearTo] = match.slice(1).map(Number) as [number, number, number, number];
    if (from > 12 || to > 12 || isMoved(text, match.index)) continue;
    yield { ...placeOf(match), full: true, backwards: yearTo < yearFrom || (yearTo === yearFrom && to < from) };
  }
}

/** Day, month and year, NaN where none is told. */
type Day = [number, number, number];

/** Null where the days do not exist, or where the year of one is not told and may be another. */
function endsBefore([day, month, year]: Day, [lastDay, lastMonth, lastYear]: Day): boolean | null {
  const known = [year, lastYear].find((one) => !Number.isNaN(one)) ?? 2000;
  const [from, to] = [year, lastYear].map((one) => (Number.isNaN(one) ? known : one)) as [number, number];
  if (!isRealDate(day, month, from) || !isRealDate(lastDay, lastMonth, to)) return null;
  const order = (to - from) * 10_000 + (lastMonth - month) * 100 + (lastDay - day);
  if (order >= 0 || !(Number.isNaN(year) || Number.isNaN(lastYear))) return order < 0;
  // «từ 15/11 đến 14/11/2024» is a year.
  return month === lastMonth && lastDay !== day - 1 ? true : null;
}

const isMoved = (text: string, at: number): boolean => moved.test(text.slice(Math.max(0, at - 70), at));

function placeOf(match: RegExpExecArray): { start: number; end: number } {
  const lead = match[0].startsWith('(') ? 1 : 0;
  return { start: match.index + lead, end: match.index + match[0].length };
}

function endsBeforeItBegins(input: CheckInput, block: Block, { start, end, full }: Range): Claim {
  const raw = block.text.slice(start, end);
  return flagged({
    certain: full && /^từ/iu.test(raw) && !isScanned(input, block.id),
    stated: raw,
    expected: null,
    message: {
      vi: `«${raw}»: ngày kết thúc trước ngày bắt đầu.`,
      en: `“${raw}”: it ends before it begins.`,
    },
    evidence: [{ role: 'span', block: block.id, ...clauseAround(block.text, start, end, { before: 60, after: 20 }) }],
  });
}
