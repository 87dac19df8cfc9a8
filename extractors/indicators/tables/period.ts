import { isCapitalTitle } from '../../anatomy/sections.ts';
import { type PeriodToken, scanPeriods, type TimeContext } from '../../dates/index.ts';
import { is } from '../prose/grammar.ts';
import { tokensOf } from '../prose/tokens.ts';

/** «6 tháng đầu năm 2023», «Năm 2022»; not «so với năm 2022». */
export function periodIn(text: string, time: TimeContext): string | null {
  return scan(text, time)?.label ?? null;
}

function scan(text: string, time: TimeContext): PeriodToken | undefined {
  const small = isCapitalTitle(text) ? smallLetters(text) : text.replace(/^Năm/, 'năm');
  return scanPeriods(small, time).find((one) => !one.comparison && one.kind !== 'duration' && one.kind !== 'recurrent');
}

/** «QUÝ III NĂM 2023» → «quý III năm 2023». */
const smallLetters = (title: string): string =>
  title.toLowerCase().replace(/(?<=quý )[iv]+(?!\p{L})/gu, (roman) => roman.toUpperCase());

/** «2021», «Thực hiện 2022», «KH 2024»: in a heading a year stands for itself. */
const yearOfHeading =
  /^(?:(?:kế hoạch|thực hiện|kết quả|ước(?: thực hiện)?|dự toán|chỉ tiêu|kh|th|kq) ?:? )?((?:19|20)\d\d)$/iu;

export function periodOfHeading(heading: string, time: TimeContext): string | null {
  const year = yearOfHeading.exec(heading.trim())?.[1];
  return year === undefined ? periodIn(heading, time) : `năm ${year}`;
}

/** What of a row may name its time. */
interface Dated {
  year: string | null;
  name: string;
  path: readonly string[];
}

/** Of the year of a row, its name, or a group above it that is nothing but a time: «Năm 2021» over the communes. */
export function periodOfRow({ year, name, path }: Dated, time: TimeContext): string | null {
  const own = year ?? name;
  const told = namesPaper(own) ? null : periodIn(own, time);
  if (told !== null) return told;
  const above = path.findLast((one) => isTime(one, time));
  return above === undefined ? null : periodIn(above, time);
}

/** «Triển khai Luật Đất đai năm 2013»: the year is that of the paper. */
function namesPaper(name: string): boolean {
  const tokens = tokensOf(name, [], [], []);
  return tokens.some((_, at) => is.paper.lengthAt(tokens, at) > 0);
}

function isTime(text: string, time: TimeContext): boolean {
  const found = scan(text, time);
  return found !== undefined && found.start === 0 && found.end >= text.trim().replace(/ ?[:.]$/, '').length;
}
