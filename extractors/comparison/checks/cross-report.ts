import { mayAgree } from '../amount.ts';
import { type ComparedFigure, holdsFor, sameWords } from '../compared-figure.ts';
import type { CrossFinding, CrossRule } from './cross-rule.ts';
import { onePerReport, placeOfFigure, told, written } from './places.ts';
import { isSameMoment } from './same-moment.ts';

/** One figure of one place and time, told with two values by two reports. */
export const crossReport: CrossRule<ComparedFigure> = {
  kind: 'cross-report',
  severity: 'error',
  prefix: 'figure:',
  *check(members, key) {
    const told = onePerReport(members.filter((one) => one.indicator.kind !== 'target' && holdsFor(key, one)));
    for (let i = 1; i < told.length; i++) {
      const later = told[i]!;
      // Against the nearest earlier report only: a chain of three values is two findings.
      const earlier = told.slice(0, i).findLast((one) => isSameMoment(one, later));
      if (earlier && !mayAgree(earlier.amount, later.amount)) yield finding(earlier, later);
    }
  },
};

function finding(earlier: ComparedFigure, later: ComparedFigure): CrossFinding {
  const sameBody = earlier.report.issuer !== null && earlier.report.issuer === later.report.issuer;
  return {
    // Another body may have counted otherwise, and other words may mean something else.
    certain: sameBody && sameWords(earlier, later) && later.indicator.kind !== 'rate',
    stated: written(later.indicator),
    expected: written(earlier.indicator),
    message: {
      vi: `Cùng một số liệu (${later.indicator.label}, ${later.place.name}) nhưng hai báo cáo ghi khác nhau: ${told(earlier)} và ${told(later)}.`,
      en: `One figure (${later.indicator.label}, ${later.place.name}) has two values: ${told(earlier)} and ${told(later)}.`,
    },
    evidence: [placeOfFigure(later, 'stated'), placeOfFigure(earlier, 'elsewhere')],
  };
}
