import type { Period } from '../../schemas/report.ts';

/** The time a report covers, from its title: «… 6 tháng đầu năm; phương hướng 6 tháng cuối năm 2023» → the first half. */
export function periodOf(title: string, date: string | null): Period | null {
  const found = FORMS.map((form) => ({ form, match: form.pattern.exec(title) }))
    .filter((hit) => hit.match !== null)
    .sort((a, b) => a.match!.index - b.match!.index)[0];
  if (!found?.match) return null;
  const year = yearOf(found.match, title) ?? (date ? Number(date.slice(0, 4)) : null);
  return found.form.read(found.match, year);
}

interface Form {
  pattern: RegExp;
  read: (match: RegExpExecArray, year: number | null) => Period;
}

const YEAR = '(?:\\s*(?:/|năm)\\s*(?<year>\\d{4}))?';

const FORMS: readonly Form[] = [
  {
    pattern: /(?<months>\d{1,2}|sáu|chín|ba) tháng (?<half>đầu|cuối) năm(?: (?<year>\d{4}))?/iu,
    read: (match, year) => {
      const months = monthsOf(match.groups?.months ?? '');
      const first = /đầu/i.test(match.groups?.half ?? '') ? 1 : 13 - months;
      return span(labelled(match[0], year, 'năm'), year, first, first + months - 1);
    },
  },
  {
    pattern: new RegExp(`quý\\s*(?<quarter>IV|I{1,3}|[1-4])${YEAR}`, 'iu'),
    read: (match, year) => {
      const quarter =
        ['I', 'II', 'III', 'IV'].indexOf((match.groups?.quarter ?? '').toUpperCase()) + 1 ||
        Number(match.groups?.quarter);
      return span(labelled(match[0], year, 'quý'), year, quarter * 3 - 2, quarter * 3);
    },
  },
  {
    pattern: new RegExp(`tháng\\s*(?<month>\\d{1,2})(?!\\d)${YEAR}`, 'iu'),
    read: (match, year) =>
      span(labelled(match[0], year, 'tháng'), year, Number(match.groups?.month), Number(match.groups?.month)),
  },
  {
    pattern: /(?:giai đoạn|nhiệm kỳ|từ năm)\s*(?<from>\d{4})\s*(?:[-–]|đến(?: năm)?)\s*(?<to>\d{4})/iu,
    read: (match) => ({
      label: match[0].toLowerCase(),
      from: `${match.groups?.from}-01-01`,
      to: `${match.groups?.to}-12-31`,
    }),
  },
  {
    pattern: /(?<!ngày \d{0,2}[/ ]?)năm\s*(?<year>\d{4})/iu,
    read: (match, year) => span(match[0].toLowerCase(), year, 1, 12),
  },
];

function yearOf(match: RegExpExecArray, title: string): number | null {
  const own = match.groups?.year ?? /năm (\d{4})/iu.exec(title.slice(match.index))?.[1];
  return own ? Number(own) : null;
}

const WORDS: Readonly<Record<string, number>> = { ba: 3, sáu: 6, chín: 9 };
const monthsOf = (word: string): number => WORDS[word.toLowerCase()] ?? Number(word);

/** A label without its year gets it: «6 tháng đầu năm» → «6 tháng đầu năm 2023». */
function labelled(label: string, year: number | null, kind: string): string {
  const small = label.toLowerCase().replace(/quý ([iv]+)/, (_, roman: string) => `quý ${roman.toUpperCase()}`);
  if (year === null || /\d{4}/.test(small)) return small;
  return kind === 'năm' ? `${small} ${year}` : `${small} năm ${year}`;
}

function span(label: string, year: number | null, first: number, last: number): Period {
  if (year === null || first < 1 || last > 12) return { label, from: null, to: null };
  const days = new Date(Date.UTC(year, last, 0)).getUTCDate();
  const pad = (value: number) => String(value).padStart(2, '0');
  return { label, from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${pad(days)}` };
}
