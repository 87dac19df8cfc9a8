import type { Report } from '../../schemas/report.ts';
import { scanPeriods } from '../dates/index.ts';

/** As far as words behind a figure still say what it counts, and that its target was reached. */
const FARTHEST = 90;

/**
 * The words behind a figure up to the end of its clause, without times: «12 cuộc đối thoại | về xây dựng nông thôn mới».
 * A label may leave them out; two figures with other words there are two figures.
 */
export function wordsBehind(text: string, end: number, report: Report): string {
  const rest = text.slice(end, end + FARTHEST);
  const stop =
    /[,;:.()“”"\n\t\d]|(?:^| )(?:và|trong đó|gồm|bằng|đạt|chiếm|tăng|giảm|so với|tương ứng|còn)(?= )/u.exec(rest)
      ?.index ?? rest.length;
  let clause = rest.slice(0, stop);
  // A word cut in two by the reach says nothing.
  if (stop === rest.length && text.length > end + FARTHEST) clause = clause.slice(0, clause.lastIndexOf(' ') + 1);
  const times = scanPeriods(text.slice(end, end + FARTHEST), { reportDate: report.date, reportPeriod: report.period });
  for (const { start, end: until } of times.filter(({ start }) => start < clause.length))
    clause =
      clause.slice(0, start) + ' '.repeat(Math.max(0, Math.min(until, clause.length) - start)) + clause.slice(until);
  return clause
    .replace(/(?:^|\s)(?:trong|từ|đến|tính đến|vào|tại|ở)\s*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** «…, đạt chỉ tiêu đề ra», said of the figure before it. */
export function saysReached(text: string, end: number): boolean {
  const rest = text.slice(end, end + FARTHEST);
  const sentence = rest.slice(0, /[.;]\s|\d/.exec(rest)?.index ?? rest.length);
  return (
    /(?:hoàn thành|đạt|vượt)(?: và vượt)?(?: mức)?(?: so với)? (?:chỉ tiêu|kế hoạch|mục tiêu)/iu.test(sentence) &&
    !/(?:chưa|không) (?:hoàn thành|đạt|vượt)/iu.test(sentence)
  );
}
