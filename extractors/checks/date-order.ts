import type { Citation } from '../../schemas/citation.ts';
import type { Block } from '../../schemas/document.ts';
import type { ExtractContext } from '../document/context.ts';
import { nameOfCitation, placeOfCitation, showDay } from './cited.ts';
import { dateRanges } from './date-ranges.ts';
import { impossibleDates } from './impossible-dates.ts';
import { type Claim, consistent, type Finding, flagged, type Place, type Rule } from './rule.ts';

/** Between a paper and the one it is for: «Kế hoạch … của Huyện ủy về (việc) triển khai thực hiện Chỉ thị …». */
const CARRIES_OUT =
  /^[^.;“”]{0,120}?(?:về|về việc|để|nhằm|v\/v)\s(?:tiếp tục\s|đẩy mạnh\s|tăng cường\s|việc\s|tổ chức\s){0,3}(?:triển khai\s|thi hành\s|thực hiện\s|(?:sơ kết|tổng kết)\s\d{1,2}\snăm\s(?:thực hiện\s)?){1,3}$/u;
/** A later paper may well stand in the summary of an earlier one that it changed. */
const CHANGED_LATER = /sửa đổi|bổ sung|thay thế|bãi bỏ|hết hiệu lực|đính chính|được thay/iu;
const YEAR_IN_NUMBER = /^\d{1,5}[a-z]?\/((?:19|20)\d\d)\//;

/**
 * Days that cannot follow each other: a paper cited that is dated after the report, one that carries out a later one, a
 * number whose year is not that of its date.
 */
export const dateOrder: Rule = {
  kind: 'date-order',
  severity: 'warning',
  *check(input) {
    const { context, records, block } = input;
    yield* impossibleDates(input);
    yield* dateRanges(input);
    const dated = records.citations.filter((one) => one.number !== null && one.date !== null && !one.self);
    for (const citation of dated) {
      yield* afterReport(citation, context);
      yield* yearOfNumber(citation);
    }
    for (const own of records.citations)
      if (own.self && own.number !== null && own.date !== null) yield* ownDay(own, context);
    for (const [first, second] of pairsInOneBlock(dated)) {
      if (!first.date || !second.date) continue;
      const between = block(first.block).text.slice(first.end, second.start);
      const inRow = block(first.block).table !== null && sameRow(block(first.block), first, second);
      if (!CARRIES_OUT.test(between) && !inRow) continue;
      if (inRow && (CHANGED_LATER.test(between) || !/^.{0,40}\t/.test(between))) continue;
      yield second.date <= first.date ? consistent : flagged(laterThanItsOwn(first, second, !inRow));
    }
  },
};

function* afterReport(citation: Citation, context: ExtractContext): Generator<Claim> {
  const { date } = context.report;
  if (!date || !citation.date) return;
  if (citation.date <= date) return yield consistent;
  const header = placeOfReportDate(context);
  yield flagged({
    certain: header !== null,
    stated: showDay(citation.date),
    expected: null,
    message: {
      vi: `${nameOfCitation(citation)} ghi ngày ${showDay(citation.date)}, sau ngày của báo cáo (${showDay(date)}).`,
      en: `${nameOfCitation(citation)} is dated ${showDay(citation.date)}, after the report itself (${showDay(date)}).`,
    },
    formula: `${showDay(citation.date)} > ${showDay(date)}`,
    evidence: [placeOfCitation(citation, 'cited'), ...(header ? [header] : [])],
  });
}

/** «(Kèm theo Báo cáo số 214-BC/ĐU, ngày 30/5/2024)» behind a report whose letterhead says 30/5/2023. */
function* ownDay(citation: Citation, context: ExtractContext): Generator<Claim> {
  const { date } = context.report;
  const header = placeOfReportDate(context);
  if (!date || header === null || header.block === citation.block) return;
  if (citation.date === date) return yield consistent;
  yield flagged({
    certain: false,
    stated: showDay(citation.date),
    expected: showDay(date),
    message: {
      vi: `Chỗ này ghi báo cáo ngày ${showDay(citation.date)}, nhưng phần đầu báo cáo ghi ngày ${showDay(date)}.`,
      en: `The report is said to be of ${showDay(citation.date)} here, but its letterhead says ${showDay(date)}.`,
    },
    suggestion: `Sửa «${showDay(citation.date)}» thành «${showDay(date)}»`,
    evidence: [placeOfCitation(citation, 'cited'), header],
  });
}

function* yearOfNumber(citation: Citation): Generator<Claim> {
  const year = YEAR_IN_NUMBER.exec(citation.number ?? '')?.[1];
  if (!year || !citation.date) return;
  if (citation.date.startsWith(year)) return yield consistent;
  yield flagged({
    certain: true,
    stated: showDay(citation.date),
    expected: null,
    message: {
      vi: `Số ${citation.number} là của năm ${year}, nhưng ngày ban hành ghi ${showDay(citation.date)}.`,
      en: `${citation.number} is of ${year}, but its date is ${showDay(citation.date)}.`,
    },
    evidence: [placeOfCitation(citation, 'cited')],
  });
}

function laterThanItsOwn(first: Citation, second: Citation, certain: boolean): Finding {
  return {
    certain,
    stated: showDay(second.date),
    expected: null,
    message: {
      vi: `${nameOfCitation(first)} ngày ${showDay(first.date)} không thể dẫn ${nameOfCitation(second)} ngày ${showDay(second.date)} (ban hành sau).`,
      en: `${nameOfCitation(first)} of ${showDay(first.date)} cannot refer to ${nameOfCitation(second)} of ${showDay(second.date)}, which is later.`,
    },
    formula: `${showDay(second.date)} > ${showDay(first.date)}`,
    evidence: [placeOfCitation(first, 'earlier'), placeOfCitation(second, 'later')],
  };
}

/** Citations that follow each other in one block. */
function* pairsInOneBlock(citations: readonly Citation[]): Generator<[Citation, Citation]> {
  for (let i = 1; i < citations.length; i++) {
    const [first, second] = [citations[i - 1], citations[i]];
    if (first && second && first.block === second.block && second.start >= first.end) yield [first, second];
  }
}

function sameRow({ table }: Block, first: Citation, second: Citation): boolean {
  const rowOf = (at: number): number | undefined => table?.cells.find((cell) => cell.start <= at && at < cell.end)?.row;
  return rowOf(first.start) === rowOf(second.start);
}

/** The line of the letterhead, or the «(Kèm theo …)» line, that gives the day of the report. */
function placeOfReportDate({ report, blocks }: ExtractContext): Place | null {
  const [year, month, day] = (report.date ?? '').split('-').map(Number);
  const spelled = new RegExp(
    `ngày\\s{1,3}0?${day}(?:\\s{1,3}tháng\\s{1,3}0?${month}\\s{1,3}năm\\s{1,3}|[/.-]0?${month}[/.-])${year}(?!\\d)`,
    'u',
  );
  for (const block of blocks) {
    if (!['header', 'table', 'paragraph', 'heading'].includes(block.kind) || block.text.length > 400) continue;
    if (block.kind !== 'header' && !/kèm theo|,\s?ngày\s/iu.test(block.text)) continue;
    const match = spelled.exec(block.text);
    if (match) return { role: 'report', block: block.id, start: match.index, end: match.index + match[0].length };
  }
  return null;
}
