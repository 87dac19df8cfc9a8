import { type ComparedFigure, nameOfReport } from '../compared-figure.ts';
import type { CrossPlace } from './cross-rule.ts';

export const placeOfFigure = ({ report, indicator }: ComparedFigure, role: string): CrossPlace => ({
  role,
  report,
  quote: indicator.quote,
  block: indicator.block,
  start: indicator.start,
  end: indicator.end,
});

/** «196 cuộc (Báo cáo 361-BC/TU ngày 19/6/2023)» */
export function told({ report, indicator }: ComparedFigure): string {
  return `${written(indicator)} (${nameOfReport(report)})`;
}

export function written({ raw, unit }: ComparedFigure['indicator']): string {
  return [raw, unit].filter(Boolean).join(' ');
}

/**
 * What each report says under one key: a report that gives several values for it does not mean one thing by it, and is
 * left out. Newest report last.
 */
export function onePerReport(members: readonly ComparedFigure[]): ComparedFigure[] {
  const byReport = Map.groupBy(members, (one) => one.report.source);
  return [...byReport.values()]
    .flatMap((own) => {
      const [first] = own;
      return first && own.every((one) => one.amount.value === first.amount.value) ? [first] : [];
    })
    .sort((a, b) => compare(a.report.date ?? '', b.report.date ?? '') || compare(a.report.source, b.report.source));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
