import { lower } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { daysIn, iso, isYear, monthSpan, yearSpan } from './calendar.ts';
import { scanDates } from './dates.ts';
import { type TimeContext, yearOf } from './time-context.ts';

export interface PeriodToken {
  start: number;
  end: number;
  text: string;
  /** As written, with the report's year where the text leaves it out: «6 tháng đầu năm» → «6 tháng đầu năm 2023». */
  label: string;
  /** ISO days, inclusive; null where open, unknown or not one span (hằng năm). */
  from: string | null;
  to: string | null;
  kind: 'span' | 'point' | 'duration' | 'recurrent';
  /** «so với cùng kỳ năm 2022»: what a figure is compared with, not when it was reached. */
  comparison: boolean;
}

interface Reading {
  label: string;
  from: string | null;
  to: string | null;
  kind: PeriodToken['kind'];
}

interface PeriodRule {
  /** What every match contains, in small letters: a quick look before the search. */
  needs: RegExp;
  pattern: RegExp;
  read(m: RegExpExecArray, context: TimeContext): Reading | null;
}

const open = String.raw`(?<![\p{L}\p{N}/.,])`;
const close = String.raw`(?![\p{L}\p{N}]|[./,-]\d|/\p{L})`;
const day = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|\d{1,2}\stháng\s\d{1,2}(?:\snăm\s\d{4})?`;
const quarters: Record<string, number> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
};
const monthWords: Record<string, number> = { ba: 3, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10 };

const rules: PeriodRule[] = [
  {
    // từ ngày 01/01/2023 đến ngày 11/5/2023 · từ 01 đến 15/5/2023
    needs: /từ (?:ngày )?\d/,
    pattern: re(`(?:từ|kể từ)(?: ngày)? (${day}|\\d{1,2}) (?:đến|tới|-|–)(?: hết)?(?: ngày)? (${day})`),
    read(m, context) {
      const to = onlyDate(m[2]!, context);
      const from = /^\d+$/.test(m[1]!)
        ? to && /^\d{4}-\d\d-/.test(to)
          ? `${to.slice(0, 8)}${m[1]!.padStart(2, '0')}`
          : null
        : sameYear(m[1]!, to, context);
      return { label: m[0], from, to, kind: 'span' };
    },
  },
  {
    // từ đầu năm 2023 đến nay · từ năm 2013 đến nay · từ đầu nhiệm kỳ 2020 - 2025 đến nay · từ tháng 3/2023 đến nay
    needs: /đến (?:nay|thời điểm|hiện nay)/,
    pattern: re(
      `(?:kể )?từ (?:(đầu năm|năm|đầu nhiệm kỳ|ngày|tháng)(?: (${day}|\\d{1,2}/\\d{4}|\\d{4}(?:\\s?[-–]\\s?\\d{4})?))?|(\\d{4})) (?:cho )?đến (?:nay|thời điểm hiện tại|thời điểm này|hiện nay)`,
    ),
    read(m, context) {
      const year = Number((m[2] ?? m[3] ?? '').slice(0, 4)) || null;
      const word = m[1]?.toLowerCase();
      const known = year !== null && isYear(year) ? year : word === 'đầu năm' ? yearOf(context) : null;
      let from = known === null ? null : iso(known, 1, 1);
      if (word === 'ngày') from = m[2] === undefined ? null : onlyDate(m[2], context);
      if (word === 'tháng') {
        const [month, of] = (m[2] ?? '').split('/').map(Number);
        from = month !== undefined && of !== undefined && isYear(of) ? iso(of, month, 1) : null;
      }
      return { label: m[0], from, to: context.reportDate ?? null, kind: 'span' };
    },
  },
  {
    // từ tháng 01 đến tháng 5/2023 · từ tháng 6/2022 đến tháng 5 năm 2023
    needs: /từ tháng/,
    pattern: re(`từ tháng (\\d{1,2})(?:(?:/| năm )(\\d{4}))? đến (?:hết )?tháng (\\d{1,2})(?:(?:/| năm )(\\d{4}))?`),
    read(m, context) {
      const last = numberOr(m[4], yearOf(context));
      const first = numberOr(m[2], last);
      if (last === null || first === null || !isMonth(m[1]!) || !isMonth(m[3]!))
        return { label: m[0], from: null, to: null, kind: 'span' };
      return {
        label: m[0],
        from: iso(first, Number(m[1]), 1),
        to: iso(last, Number(m[3]), daysIn(Number(m[3]), last)),
        kind: 'span',
      };
    },
  },
  {
    // 6 tháng đầu năm 2023 · chín tháng đầu năm · 6 tháng cuối năm 2023 · 6 tháng năm 2023
    needs: / tháng/,
    pattern: re(
      `(\\d{1,2}|ba|năm|sáu|bảy|tám|chín|mười) tháng(?: (đầu|cuối))?(?: của)?(?: năm(?: (\\d{4}))?|/(\\d{4})| (\\d{4}))`,
    ),
    read(m, context) {
      const length = monthWords[m[1]!.toLowerCase()] ?? Number(m[1]);
      const written = m[3] ?? m[4] ?? m[5];
      if (length < 1 || length > 11 || (m[2] === undefined && written === undefined)) return null;
      const year = numberOr(written, yearOf(context));
      const label = written === undefined && year !== null ? `${m[0]} ${year}` : m[0];
      if (year === null) return { label, from: null, to: null, kind: 'span' };
      const span = m[2]?.toLowerCase() === 'cuối' ? monthSpan(year, 13 - length, 12) : monthSpan(year, 1, length);
      return { label, ...span, kind: 'span' };
    },
  },
  {
    // quý I/2023 · quý 2 năm 2023 · Quý I
    needs: /quý/,
    pattern: re(`quý (IV|I{1,3}|[1-4]|một|hai|ba|tư)(?:\\s?[/-]\\s?(\\d{4})|,? năm (\\d{4})| (\\d{4}))?`),
    read(m, context) {
      const quarter = quarters[m[1]!] ?? quarters[m[1]!.toUpperCase()] ?? quarters[m[1]!.toLowerCase()];
      if (quarter === undefined) return null;
      const written = m[2] ?? m[3] ?? m[4];
      const year = numberOr(written, yearOf(context));
      const label = written === undefined && year !== null ? `${m[0]}/${year}` : m[0];
      if (year === null) return { label, from: null, to: null, kind: 'span' };
      return { label, ...monthSpan(year, quarter * 3 - 2, quarter * 3), kind: 'span' };
    },
  },
  {
    // tính đến ngày 30/5 · đến 15/6/2023
    needs: /(?:đến|tới)(?: hết| thời điểm)?(?: ngày)? \d/,
    pattern: re(`(?:tính đến|tính tới|đến|tới)(?: hết| thời điểm)?(?: ngày)? (${day})`),
    read(m, context) {
      const to = onlyDate(m[1]!, context);
      return to === null && !scanDates(`ngày ${m[1]}`).length ? null : { label: m[0], from: null, to, kind: 'point' };
    },
  },
  {
    // đến cuối năm 2022 · đến hết tháng 5/2023 · đến hết quý I/2023
    needs: /(?:đến|tới) (?:cuối |hết |đầu )?(?:năm|tháng) \d/,
    pattern: re(
      `(?:tính đến|tính tới|đến|tới) (?:cuối |hết |đầu )?(?:năm (\\d{4})|tháng (\\d{1,2})(?:/| năm )(\\d{4}))`,
    ),
    read(m) {
      const year = Number(m[1] ?? m[3]);
      const month = m[2] === undefined ? (/ đầu năm/iu.test(m[0]) ? 1 : 12) : Number(m[2]);
      if (!isYear(year) || month < 1 || month > 12) return null;
      return { label: m[0], from: null, to: iso(year, month, daysIn(month, year)), kind: 'point' };
    },
  },
  {
    // giai đoạn 2016-2021 · nhiệm kỳ 2020 – 2025 · năm học 2022-2023 · từ 2018 đến 2021 · 2010 - 2015
    needs: /\d{4}\s{0,2}(?:[-–]|đến)/,
    pattern: re(
      `(?:(giai đoạn|nhiệm kỳ|năm học|niên khóa|thời kỳ|các năm|từ năm|từ|năm) )?(\\d{4})(?:\\s{0,2}[-–]\\s{0,2}|\\sđến (?:hết )?(?:năm )?)(\\d{4})`,
    ),
    read(m) {
      const [first, last] = [Number(m[2]), Number(m[3])];
      if (!isYear(first) || !isYear(last) || first > last) return null;
      return { label: m[0], ...yearSpan(first, last), kind: 'span' };
    },
  },
  {
    // cuối năm 2022 · đầu năm 2023
    needs: /năm \d{4}/,
    pattern: re(`(cuối|đầu|giữa) năm (\\d{4})`),
    read(m) {
      const year = Number(m[2]);
      if (!isYear(year)) return null;
      const at = { cuối: iso(year, 12, 31), đầu: iso(year, 1, 1), giữa: iso(year, 6, 30) }[m[1]!.toLowerCase()];
      return { label: m[0], from: null, to: at ?? null, kind: 'point' };
    },
  },
  {
    // tháng 01/2023 · tháng 5 năm 2023 · trong tháng 5
    needs: /tháng \d/,
    pattern: re(`tháng (\\d{1,2})(?:(?:/|-| năm )(\\d{4}))?`),
    read(m, context) {
      if (!isMonth(m[1]!)) return null;
      const year = numberOr(m[2], yearOf(context));
      const label = m[2] === undefined && year !== null ? `${m[0]}/${year}` : m[0];
      if (year === null) return { label, from: null, to: null, kind: 'span' };
      return { label, ...monthSpan(year, Number(m[1]), Number(m[1])), kind: 'span' };
    },
  },
  {
    // các năm 2020, 2021 và 2022
    needs: /năm \d{4}/,
    pattern: re(`(?:các |hai |ba )?năm (\\d{4})((?:, \\d{4}){0,12}(?:,? và (?:năm )?\\d{4})?)`),
    read(m) {
      const years = [...m[0].matchAll(/\d{4}/g)].map(([year]) => Number(year));
      if (!years.every(isYear)) return null;
      return { label: m[0], ...yearSpan(Math.min(...years), Math.max(...years)), kind: 'span' };
    },
  },
  {
    // trong 10 năm (qua) · 5 năm qua · 3 tháng qua
    needs: /\d (?:năm|tháng|tuần|ngày)/,
    pattern: re(
      `(?:trong|sau|qua) \\d{1,3} (?:năm|tháng|tuần|ngày)(?: qua| nay| gần đây)?(?! (?:đầu|cuối|năm|làm việc))|\\d{1,3} (?:năm|tháng) (?:qua|nay|gần đây)`,
    ),
    read: (m) => ({ label: m[0], from: null, to: null, kind: 'duration' }),
  },
  {
    // hằng năm · hàng tháng · định kỳ 06 tháng, 01 năm
    needs: /h[ằà]ng |định kỳ/,
    pattern: re(
      `(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|định kỳ \\d{1,2} (?:tháng|năm|tuần)(?:,? (?:và )?\\d{1,2} (?:tháng|năm)(?: (?:đầu|cuối) năm)?)?`,
    ),
    read: (m) => ({ label: m[0], from: null, to: null, kind: 'recurrent' }),
  },
];

const comparison =
  /(?:so với|so|tăng so|cùng kỳ|cùng thời điểm|bằng)(?: (?:cùng kỳ|thời điểm|với|của|năm|kế hoạch))?\s{0,2}$/iu;

/** What the rules find, whatever the time of the report: one text is asked for with and without it. */
const matchesIn = remembered((text) => {
  const small = lower(text);
  return rules
    .filter((rule) => rule.needs.test(small))
    .flatMap((rule) =>
      Array.from(text.matchAll(rule.pattern), (match) => ({
        rule,
        match,
        comparison: comparison.test(text.slice(Math.max(0, match.index - 24), match.index)),
      })),
    );
});

/** Every stretch or point of time a text names, in order, the longest reading at each place. */
export function scanPeriods(text: string, context: TimeContext = {}): PeriodToken[] {
  const found: PeriodToken[] = [];
  for (const { rule, match, comparison } of matchesIn(text)) {
    const reading = rule.read(match, context);
    if (reading === null) continue;
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, text: match[0], ...reading, comparison });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const days = scanDates(text, context);
  const kept: PeriodToken[] = [];
  let next = 0;
  for (const period of found) {
    if (period.start < (kept.at(-1)?.end ?? 0)) continue;
    while (next < days.length && days[next]!.end <= period.start) next++;
    // «ngày 26 tháng 5 năm 2023» is a day; «tháng 5 năm 2023» inside it is no period.
    const date = days[next];
    if (date !== undefined && date.start < period.start && period.start < date.end) continue;
    kept.push(period);
  }
  return kept;
}

function re(source: string): RegExp {
  return new RegExp(`${open}(?:${source})${close}`, 'giu');
}

function isMonth(raw: string): boolean {
  return Number(raw) >= 1 && Number(raw) <= 12;
}

function numberOr(raw: string | undefined, fallback: number | null): number | null {
  return raw === undefined ? fallback : Number(raw);
}

function onlyDate(raw: string, context: TimeContext): string | null {
  return scanDates(`ngày ${raw}`, context)[0]?.iso ?? null;
}

/** «từ ngày 15/12 đến ngày 14/6/2023»: the first day takes its year from the second, or the year before. */
function sameYear(raw: string, to: string | null, context: TimeContext): string | null {
  const date = scanDates(`ngày ${raw}`)[0];
  if (date === undefined) return null;
  if (date.iso !== null || to === null) return date.iso ?? onlyDate(raw, context);
  const year = Number(to.slice(0, 4));
  const sameYearDay = iso(year, date.month, date.day);
  return sameYearDay <= to ? sameYearDay : iso(year - 1, date.month, date.day);
}
