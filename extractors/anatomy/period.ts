import type { Period } from '../../schemas/report.ts';
import { type PeriodToken, scanPeriods } from '../dates/index.ts';
import { isCapitalTitle } from './sections.ts';

/**
 * The time a report covers: the first span that its title names. «… 6 tháng đầu năm; phương hướng 6 tháng cuối năm 2023»
 * is of the first half of 2023: the year may stand with a later span only.
 */
export function periodOf(title: string, date: string | null): Period | null {
  const text = isCapitalTitle(title) ? inSmallLetters(title) : title;
  const year = /(?:năm |\/)(\d{4})(?!\d)/u.exec(text)?.[1] ?? date?.slice(0, 4) ?? null;
  const around: Period | null = year === null ? null : { label: '', from: `${year}-01-01`, to: `${year}-12-31` };
  const first = scanPeriods(text, { reportDate: date, reportPeriod: around }).find(isCovered);
  if (first) return { label: first.label, from: first.from, to: first.to };
  // «tổng kết 10 năm thực hiện …» covers ten years, of which the title tells neither end.
  const years = /(?:sơ kết|tổng kết) (\d{1,2} năm)(?! \d)/iu.exec(text)?.[1];
  return years ? { label: years, from: null, to: null } : null;
}

/** Not «10 năm thực hiện …», how long a directive has been in force, nor «so với cùng kỳ», what is compared with. */
const isCovered = (token: PeriodToken): boolean => token.kind === 'span' && !token.comparison;

/** «QUÝ III NĂM 2023» → «quý III năm 2023». */
const inSmallLetters = (title: string): string =>
  title.toLowerCase().replace(/(?<=quý )[iv]+(?!\p{L})/gu, (roman) => roman.toUpperCase());
