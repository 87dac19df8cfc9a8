import type { Block } from '../../schemas/document.ts';
import type { Report } from '../../schemas/report.ts';
import { readMark } from '../anatomy/numbering.ts';
import { isCapitalTitle } from '../anatomy/sections.ts';
import { scanPeriods, type TimeContext } from '../dates/index.ts';
import { phraseText } from './prose/phrase-text.ts';
import { isPredicate } from './prose/predicate.ts';
import { bodyAt, ownerIn } from './prose/scope.ts';
import { tokensOf } from './prose/tokens.ts';

/** What a block inherits from the report and from the headings above it. */
export interface Surroundings {
  /** Texts of the headings above, the nearest first. */
  headings: readonly string[];
  /** Under «PHƯƠNG HƯỚNG, NHIỆM VỤ …»: what is told there is still to be done. */
  planned: boolean;
  /** Under «ĐẶC ĐIỂM TÌNH HÌNH»: what is told there is how things stand. */
  describes: boolean;
  /** The period that the nearest heading with one names («… 6 THÁNG CUỐI NĂM 2023»), else that of the report. */
  period: string | null;
  /** Whether the report is on a time that began with the year: «từ đầu năm đến nay» is that time. */
  sinceNewYear: boolean;
  /** The same for what is aimed at: outside plans, the targets that a half-year report recalls are those of its year. */
  targetPeriod: string | null;
  /** The body that the nearest heading names, else the place or body whose report this is. */
  scope: string | null;
  time: TimeContext;
}

const plan =
  /(?:phương hướng|nhiệm vụ trọng tâm|nhiệm vụ chủ yếu|nhiệm vụ,? (?:và )?giải pháp|mục tiêu|chỉ tiêu|kế hoạch (?:công tác|năm|quý|tháng)|chương trình công tác)/iu;
const results = /(?:kết quả|tình hình|đánh giá|thực hiện các chỉ tiêu|thực hiện chỉ tiêu)/iu;
const description =
  /(?:đặc điểm|khái quát|tình hình chung|tình hình nhân dân|tình hình địa phương|giới thiệu|vị trí địa lý|điều kiện tự nhiên)/iu;

/** Walks the blocks in order; `at` must be asked for every block, in order. */
export class SurroundingsWalker {
  readonly #headings = new Map<string, string>();
  /** Of each section, until another heading is met. */
  readonly #known = new Map<string | null, Surroundings>();
  readonly #time: TimeContext;
  readonly #scope: string | null;
  readonly #period: string | null;
  readonly #year: string | null;

  constructor(report: Report) {
    this.#time = { reportDate: report.date, reportPeriod: report.period };
    this.#period = report.period?.label ?? null;
    const { from = null, to = null } = report.period ?? {};
    const inYear = from !== null && to !== null && from.slice(0, 4) === to.slice(0, 4);
    this.#year = inYear ? `năm ${from.slice(0, 4)}` : null;
    this.#scope = report.units.at(-1)?.name ?? report.issuer;
  }

  at(block: Block): Surroundings {
    const { section } = block;
    if (block.kind === 'heading' && section !== null) {
      this.#remember(section, block.text);
      this.#known.clear();
    }
    const known = this.#known.get(section) ?? this.#under(section);
    this.#known.set(section, known);
    return known;
  }

  #under(section: string | null): Surroundings {
    const headings = section === null ? [] : this.#above(section);
    const planned = headings.some((heading) => plan.test(heading) && !results.test(heading));
    const period = this.#periodOf(headings);
    return {
      headings,
      planned,
      describes: headings.some((heading) => description.test(heading)),
      period: period ?? this.#period,
      sinceNewYear: this.#time.reportPeriod?.from?.endsWith('-01-01') ?? false,
      targetPeriod: (planned ? period : null) ?? this.#year ?? this.#period,
      scope: headings.map(scopeOfHeading).find((scope) => scope !== null) ?? this.#scope,
      time: this.#time,
    };
  }

  /** A title may take several lines, each a heading of the same section. */
  #remember(section: string, text: string): void {
    const before = this.#headings.get(section);
    const goesOn = before !== undefined && before.length < 300 && !/^(?:[IVX]+|\d+(?:\.\d+)*)[.)\s-]/u.test(text);
    this.#headings.set(section, goesOn ? `${before} ${text}` : text);
  }

  #above(section: string): string[] {
    const found: string[] = [];
    for (let path = section; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
      const heading = this.#headings.get(path);
      if (heading !== undefined) found.push(heading);
    }
    return found;
  }

  #periodOf(headings: readonly string[]): string | null {
    for (const heading of headings) {
      const period = scanPeriods(heading, this.#time).find((one) => one.kind === 'span' && !one.comparison);
      if (period !== undefined) return inSmallLetters(period.label);
    }
    return null;
  }
}

/** «QUÝ II NĂM 2023» → «quý II năm 2023»: numerals keep their capitals. */
const inSmallLetters = (label: string): string =>
  label.toLowerCase().replace(/(?<=quý )(?:iv|i{1,3})(?!\p{L})/gu, (numeral) => numeral.toUpperCase());

/** «2. Ban Dân vận các quận ủy, huyện ủy», «3. Kết quả hoạt động của Mặt trận Tổ quốc Việt Nam các cấp» */
function scopeOfHeading(heading: string): string | null {
  const text = readMark(heading)?.rest ?? heading;
  if (isCapitalTitle(text) || text.length > longestHeading) return null;
  const tokens = tokensOf(text, [], [], []);
  const owner = ownerIn(tokens);
  if (owner !== null) return phraseText(text, owner);
  const named = tokens.length > 2 && bodyAt(tokens, 0) > 0 && !tokens.some((_, at) => isPredicate(tokens, at));
  return named ? phraseText(text, tokens) : null;
}
const longestHeading = 160;
