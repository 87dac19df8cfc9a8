import { type PeriodToken, scanDates, scanPeriods, type TimeContext } from '../../dates/index.ts';
import { lowerBound } from '../../part-whole/brackets.ts';
import { Coverage } from '../../text/coverage.ts';
import type { Layout } from './clauses.ts';
import type { Span } from './figures.ts';

export interface Times {
  /** Periods that a figure of the block may belong to, in order. */
  periods: PeriodToken[];
  /** Periods that open a sentence: «Trong quý I/2023, …» holds for the sentences after it too. */
  opening: PeriodToken[];
  /** Periods before the first figure of their sentence: they hold for all of it. */
  leading: PeriodToken[];
  /** Days of events: «ngày 12/5/2023, xảy ra vụ cháy». */
  events: (Span & { text: string })[];
  /** Everything that names a time, to keep it out of labels. */
  all: Span[];
}

const eventDay = /(?:^|[^\p{L}])(?:ngày|vào ngày|sáng ngày|hôm)\s{1,2}$/iu;
const quotation = /[“"][^“”"]{1,400}[”"]/gu;
/** As far into its sentence a period may stand and still open it: «- Trong 6 tháng đầu năm, …». */
const nearStart = 12;

/** The times of a block; not those inside citations and quoted titles, nor terms of comparison. */
export function timesOf(
  text: string,
  cited: readonly Span[],
  figures: readonly Span[],
  layout: Layout,
  context: TimeContext,
): Times {
  const taken = new Coverage(text.length);
  for (const { start, end } of cited) taken.take(start, end);
  for (const { index, 0: quoted } of text.matchAll(quotation)) taken.take(index, index + quoted.length);
  const free = ({ start }: Span) => taken.isFree(start, start + 1);
  const all = scanPeriods(text, context);
  const days = scanDates(text, context);
  const periods = joined(text, all).filter(
    (one) => free(one) && !one.comparison && one.kind !== 'recurrent' && !isTermOfBody(text, one.start),
  );
  return {
    periods,
    opening: periods.filter(({ start }) => start - layout.sentenceAt(start).start < nearStart),
    leading: periods.filter(({ start }) => {
      const sentence = layout.sentenceAt(start);
      const first = figures[lowerBound(figures, sentence.start)]?.start ?? start;
      return first >= start && opensClause(text, start);
    }),
    events: days.filter((date) => free(date) && eventDay.test(text.slice(Math.max(0, date.start - 10), date.start))),
    // «cây hằng năm» keeps its words.
    all: [...all.filter((one) => one.kind !== 'recurrent'), ...days].sort((a, b) => a.start - b.start),
  };
}

/** «nhiệm kỳ 2025 - 2030 và giai đoạn 2026 - 2031» is one answer to when. */
function joined(text: string, periods: readonly PeriodToken[]): PeriodToken[] {
  const found: PeriodToken[] = [];
  for (const period of periods) {
    const last = found.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, period.start);
    if (last === undefined || !/^(?: và | và trong |, )$/u.test(gap)) found.push(period);
    else
      found[found.length - 1] = {
        ...last,
        end: period.end,
        label: `${last.label}${gap}${period.label}`,
        to: period.to,
      };
  }
  return found;
}

/** «Hội đồng nhân dân thành phố khóa XVI, nhiệm kỳ 2021 - 2026 đã …» tells which council it is, not when. */
function isTermOfBody(text: string, start: number): boolean {
  return /(?:khóa|khoá) [IVXL]{1,6}\s?,?\s?\(?$/u.test(text.slice(Math.max(0, start - 16), start));
}

/** «Trong quý I, …», «; từ đầu năm đến nay …»; not «Kế hoạch công tác năm 2023», where it belongs to the noun. */
function opensClause(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const itself = /^(?:từ|đến|tính|trong|giai đoạn|kể)/iu.test(text.slice(start, start + 10));
  return itself || /(?:^|[,;:(•–-]\s?|[.?!]\s|(?<!\p{L})(?:trong|tính|vào|cả|hết|đến|từ|riêng)\s)$/iu.test(before);
}

export interface FoundPeriod {
  label: string;
  rule: 'period-clause' | 'period-sentence' | 'period-block' | 'period-event';
}

/** The time nearest to a figure: in its segment, before it in its sentence, or at the head of an earlier sentence. */
export function periodAt(text: string, figure: Span, layout: Layout, times: Times): FoundPeriod | null {
  const { start, end } = figure;
  const segment = layout.segmentAt(start);
  const before = lastBefore(times.periods, segment.start, start);
  if (before !== undefined) return { label: before.label, rule: 'period-clause' };
  const after = times.periods[lowerBound(times.periods, end)];
  if (after !== undefined && after.end <= segment.end && !/[\d(]/.test(text.slice(end, after.start)))
    return { label: after.label, rule: 'period-clause' };
  const sentence = layout.sentenceAt(start);
  const earlier = lastBefore(times.leading, sentence.start, start);
  if (earlier !== undefined) return { label: earlier.label, rule: 'period-sentence' };
  const event = lastBefore(times.events, sentence.start, start);
  if (event !== undefined) return { label: event.text, rule: 'period-event' };
  // «…, trong quý I/2023, UBND phường đã giải quyết …. Trong đó: …»
  const goesOn = /^[-+\s]{0,3}(?:trong đó|cụ thể|trong số đó|qua đó|kết quả)(?!\p{L})/iu.test(
    text.slice(sentence.start, sentence.start + 16),
  );
  const last = goesOn
    ? lastBefore(times.leading, layout.sentenceAt(sentence.start - 2).start, sentence.start)
    : undefined;
  if (last !== undefined) return { label: last.label, rule: 'period-sentence' };
  const opening = times.opening[lowerBound(times.opening, sentence.start) - 1];
  return opening === undefined ? null : { label: opening.label, rule: 'period-block' };
}

function lastBefore<T extends Span>(sorted: readonly T[], from: number, to: number): T | undefined {
  const last = sorted[lowerBound(sorted, to) - 1];
  return last !== undefined && last.start >= from && last.end <= to ? last : undefined;
}
