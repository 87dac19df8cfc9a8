import { type ComparedFigure, sameWords } from '../compared-figure.ts';
import { isWithin } from '../span-of-time.ts';
import type { CrossRule } from './cross-rule.ts';
import { onePerReport, placeOfFigure, told, written } from './places.ts';

/** What was counted over a part of a time is more than what was counted over the whole of it. */
export const cumulative: CrossRule<ComparedFigure> = {
  kind: 'cumulative',
  severity: 'warning',
  prefix: 'series:',
  *check(members) {
    const spans = [...Map.groupBy(members, ({ time }) => `${time.from}/${time.to}`).values()].flatMap(onePerReport);
    for (const whole of spans) {
      const parts = spans.filter((part) => isWithin(part.time, whole.time) && part.amount.low > whole.amount.high);
      // The longest part is the nearest witness; what is inside it says the same again.
      const part = parts.sort((a, b) => length(b) - length(a))[0];
      if (part === undefined || part.report.source === whole.report.source) continue;
      yield {
        certain: part.report.issuer !== null && part.report.issuer === whole.report.issuer && sameWords(part, whole),
        stated: written(whole.indicator),
        expected: null,
        message: {
          vi: `Số của cả kỳ ${dates(whole)} nhỏ hơn số của một phần kỳ đó, ${dates(part)} (${whole.indicator.label}, ${whole.place.name}): ${told(whole)}, trong khi ${told(part)}.`,
          en: `The figure for the whole time ${dates(whole)} is less than that for a part of it, ${dates(part)} (${whole.indicator.label}, ${whole.place.name}): ${told(whole)}, but ${told(part)}.`,
        },
        formula: `${written(part.indicator)} > ${written(whole.indicator)}`,
        evidence: [placeOfFigure(whole, 'whole'), placeOfFigure(part, 'part')],
      };
    }
  },
};

const length = ({ time }: ComparedFigure): number => Date.parse(time.to) - Date.parse(time.from);

/** «01/01/2023 – 30/6/2023» */
function dates({ time }: ComparedFigure): string {
  const show = (day: string): string => day.split('-').reverse().map(Number).join('/');
  return `${show(time.from)} – ${show(time.to)}`;
}
