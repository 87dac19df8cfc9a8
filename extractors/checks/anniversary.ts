import type { Block } from '../../schemas/document.ts';
import { scanDates } from '../dates/index.ts';
import { lower } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { isScanned } from './prose.ts';
import { type CheckInput, type Claim, consistent, flagged, notCheckable, type Rule } from './rule.ts';
import { suggestChange } from './wording.ts';

/** «48 năm Ngày giải phóng … (30/4/1975 - 30/4/2023)»: the years do not lie that far apart. */
export const anniversary: Rule = {
  kind: 'anniversary',
  severity: 'warning',
  *check(input) {
    for (const block of input.context.blocks) {
      if (block.kind === 'table' ? !/\d năm/.test(block.text) : !block.text.includes('năm')) continue;
      yield* inBlock(input, block);
    }
  },
};

/** «48 năm», «lần thứ 48» is another thing. */
const counted = /(?<![\p{L}\d.,/-])(\d{1,3}) năm(?!\p{L})/gu;
/** «(30/4/1975 - 30/4/2023)», «(1975 – 2023)», «(03/02/1930)», at most this far behind the count. */
const bracket =
  /\(\s?(?:từ )?((?:\d{1,2}[/.-]\d{1,2}[/.-])?\d{4})(?:\s?(?:[-–]|đến)\s?((?:\d{1,2}[/.-]\d{1,2}[/.-])?\d{4}))?\s?\)/uy;
const farthest = 170;
/** Something that happened on one day: its anniversaries are counted in whole years. */
const oneDay = /(?:ngày|kỷ niệm|thành lập|sinh|mất|giải phóng|truyền thống)/u;

function* inBlock(input: CheckInput, block: Block): Iterable<Claim> {
  const text = lower(block.text);
  for (const match of text.matchAll(counted)) {
    const end = match.index + match[0].length;
    const open = nextBracket(text, end);
    if (open !== -1) {
      bracket.lastIndex = open;
      const dates = bracket.exec(text);
      if (dates !== null) yield betweenYears(input, block, match, dates, text.slice(end, open));
      continue;
    }
    const carried = /^ (?:triển khai )?(?:thực hiện|thi hành|ban hành)(?!\p{L})/u.test(text.slice(end, end + 24));
    if (carried) yield* sinceDocument(input, block, match, text);
  }
}

/** The first «(» after the count, unless a sentence, an item or another count of years comes first. */
function nextBracket(text: string, from: number): number {
  const within = text.slice(from, from + farthest);
  const open = within.search(/\(/);
  if (open === -1 || /[.;]\s|\d năm(?!\p{L})/u.test(within.slice(0, open))) return -1;
  return from + open;
}

function betweenYears(
  input: CheckInput,
  block: Block,
  count: RegExpExecArray,
  dates: RegExpExecArray,
  words: string,
): Claim {
  const stated = Number(count[1]);
  const from = yearOf(dates[1]!);
  const to = dates[2] === undefined ? null : yearOf(dates[2]);
  if (to === null) return sinceDay(input, from, stated);
  const span = to - from;
  const sameDay = dayOf(dates[1]!) !== '' && dayOf(dates[1]!) === dayOf(dates[2]!);
  const whole = sameDay || oneDay.test(words);
  // «5 năm (2016 - 2020)» counts both ends; «10 năm (12/12/2013 - 30/5/2023)» is not quite over.
  const fits =
    stated === span || (!sameDay && dayOf(dates[1]!) !== '' && stated === span - 1) || (!whole && stated === span + 1);
  if (fits) return consistent;
  const certain = span >= 0 && (sameDay || (whole && dayOf(dates[1]!) === '')) && !isScanned(input, block.id);
  return flag(block, count, dates.index + dates[0].length, String(span), certain, `${to} - ${from} = ${span}`);
}

/** «kỷ niệm 93 năm Ngày thành lập (03/02/1930)»: up to the year of the report, or the one before or after. */
function sinceDay(input: CheckInput, from: number, stated: number): Claim {
  const { date } = input.context.report;
  if (date === null) return notCheckable('no-report-date');
  return Math.abs(from + stated - Number(date.slice(0, 4))) <= 1 ? consistent : notCheckable('no-second-date');
}

/** «tổng kết 10 năm thực hiện Quyết định số 218-QĐ/TW, ngày 12/12/2013»: soft, and only when the time is not yet over. */
function* sinceDocument(input: CheckInput, block: Block, count: RegExpExecArray, text: string): Iterable<Claim> {
  const end = count.index + count[0].length;
  // «… số 218-QĐ/TW trước ngày 30/6/2023»: until when, not of when.
  const clause = text.slice(end, end + 120).split(/[;.]\s|(?:trước|chậm nhất|hoàn thành|xong)[^.;]{0,20}ngày /u)[0]!;
  if (/năm \d{4} (?:và|đến)|giai đoạn/.test(clause)) return;
  const date = scanDates(block.text.slice(end, end + clause.length)).find((one) => one.iso !== null);
  const report = input.context.report.date;
  if (date === undefined || report === null) return;
  const stated = Number(count[1]);
  const span = Number(report.slice(0, 4)) - Number(date.iso!.slice(0, 4));
  if (Math.abs(span - stated) <= 1) yield consistent;
  // An earlier review may be told of years later; one that is still years away cannot have been held.
  else if (span > stated) yield notCheckable('review-of-the-past');
  else
    yield flag(
      block,
      count,
      end + date.end,
      String(span),
      false,
      `${report.slice(0, 4)} - ${date.iso!.slice(0, 4)} = ${span}`,
    );
}

function flag(
  block: Block,
  count: RegExpExecArray,
  end: number,
  expected: string,
  certain: boolean,
  formula: string,
): Claim {
  const clause = clauseAround(block.text, count.index, end, { before: 40, after: 0 });
  const stated = count[1]!;
  return flagged({
    certain,
    stated,
    expected,
    message: {
      vi: `Ghi ${stated} năm, nhưng khoảng cách giữa hai mốc là ${expected} năm (${formula}).`,
      en: `It says ${stated} years, but the two dates lie ${expected} years apart (${formula}).`,
    },
    formula,
    suggestion: `${suggestChange(stated, Number(stated), Number(expected))}, hoặc sửa năm ở hai mốc`,
    evidence: [{ role: 'span', block: block.id, start: clause.start, end }],
  });
}

function yearOf(date: string): number {
  return Number(date.slice(-4));
}

/** Day and month without leading zeros: «03/02/1930» → «3/2»; empty for a bare year. */
function dayOf(date: string): string {
  return date.length === 4 ? '' : date.slice(0, -5).split(/[/.-]/).map(Number).join('/');
}
