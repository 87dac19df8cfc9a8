import { scanDates } from '../dates/index.ts';
import { readIssuer } from './issuer.ts';
import { readTitles } from './titles.ts';

/** What stands behind a number: its date, who issued it, the term, the title. All offsets are into the text. */
export interface Tail {
  /** End of the date where one is directly attached, else of the number. */
  dateEnd: number;
  date: string | null;
  issuer: string | null;
  issuerEnd: number;
  /** End of all that names it: date, issuer and term. */
  namedEnd: number;
  titles: string[];
  end: number;
}

const DATE_LEAD = /^\s?[,–-]?\s{0,2}(?:\(\s?)?(?:cùng |đều )?(?:được )?(?:ban hành |ký )?ngày\s{1,2}/iu;
const BRACKET_DATE = /^\s{0,2}\(\s?(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s?\))/u;
/** «Kế hoạch số 12-KH/TU năm 2022 của Tỉnh ủy»: a year is no date. */
const YEAR = /^\s\(?năm\s\d{4}\)?(?=\scủa\s)/u;
const TERM = /^\s?,?\s?\(?\s?[Kk]h[óo][aá]\s(?:[IVXLC]+(?:\s?,\s?[IVXLC]+|\svà\s[IVXLC]+)?)\s?\)?/u;

/** Reads what follows the number; each part is optional and stands in this order. `bodies`: how many its letters name. */
export function readTail(text: string, numberEnd: number, bodies = 1): Tail {
  let at = numberEnd;
  const { date, end: dateEnd } = readDate(text, at);
  at = dateEnd;
  at += TERM.exec(text.slice(at, at + 30))?.[0].length ?? 0;
  at += YEAR.exec(text.slice(at, at + 16))?.[0].length ?? 0;
  const issuer = readIssuer(text, at, bodies);
  if (issuer) at = issuer.end;
  at += TERM.exec(text.slice(at, at + 30))?.[0].length ?? 0;
  // The date may stand behind the issuer: «Quyết định số 12-QĐ/ĐU của Đảng ủy, ngày 08/5/2020».
  const late = date === null ? readDate(text, at) : null;
  if (late?.date) at = late.end;
  const namedEnd = at;
  const { titles, end } = readTitles(text, at);
  return {
    date: date ?? late?.date ?? null,
    dateEnd,
    issuer: issuer?.name ?? null,
    issuerEnd: issuer?.end ?? dateEnd,
    namedEnd,
    titles,
    end,
  };
}

function readDate(text: string, at: number): { date: string | null; end: number } {
  const window = text.slice(at, at + 48);
  const lead = DATE_LEAD.exec(window) ?? BRACKET_DATE.exec(window);
  if (!lead) return { date: null, end: at };
  // The scanner wants to see «ngày»; give it what follows with the word in front.
  const [token] = scanDates(`ngày ${window.slice(lead[0].length)}`);
  if (token?.start !== 5 || token.iso === null) return { date: null, end: at };
  const end = at + lead[0].length + (token.end - 5);
  const close = lead[0].includes('(') && /^\s?\)/.exec(text.slice(end, end + 2));
  return { date: token.iso, end: close ? end + close[0].length : end };
}

const DATE_BEFORE =
  /(?:^|[.;:\n]\s?|[-+]\s)[Nn]gày\s(?<day>[\d/.-]{8,10}|\d{1,2} tháng \d{1,2} năm \d{4}),?\s[^.;]{0,110}ban hành\s$/u;

/** «Ngày 20/4/2023, Thành ủy ban hành Nghị quyết số …»: the day of issue stands before. */
export function readDateBefore(text: string, at: number): string | null {
  const window = text.slice(Math.max(0, at - 160), at);
  const day = DATE_BEFORE.exec(window)?.groups?.day;
  if (day === undefined) return null;
  const between = window.slice(window.lastIndexOf(day) + day.length);
  return /\d[-/]\s?\p{Lu}/u.test(between) ? null : (scanDates(`ngày ${day}`)[0]?.iso ?? null);
}
