import type { ComparedFigure } from '../compared-figure.ts';
import type { CrossFinding, CrossRule } from './cross-rule.ts';
import { onePerReport, placeOfFigure, told, written } from './places.ts';

/** A target is restated with another value, or said to be reached by a result that falls short of it. */
export const targetResult: CrossRule<ComparedFigure> = {
  kind: 'target-result',
  severity: 'warning',
  prefix: 'target:',
  *check(members) {
    const targets = onePerReport(members.filter(({ indicator }) => indicator.kind === 'target'));
    const [set, ...restated] = targets;
    if (set === undefined) return;
    for (const again of restated)
      if (again.amount.value !== set.amount.value && again.time.from === set.time.from && again.time.to === set.time.to)
        yield otherTarget(set, again);
    for (const result of onePerReport(members.filter(({ indicator }) => indicator.kind !== 'target'))) {
      if (result.report.source === set.report.source || !result.reached) continue;
      if (result.amount.high < set.amount.low && result.time.to === set.time.to) yield shortOf(set, result);
    }
  },
};

function otherTarget(set: ComparedFigure, again: ComparedFigure): CrossFinding {
  return {
    certain: false,
    stated: written(again.indicator),
    expected: written(set.indicator),
    message: {
      vi: `Một chỉ tiêu (${set.indicator.label}, ${set.place.name}) được ghi hai mức: ${told(set)} và ${told(again)}.`,
      en: `One target (${set.indicator.label}, ${set.place.name}) has two values: ${told(set)} and ${told(again)}.`,
    },
    evidence: [placeOfFigure(again, 'stated'), placeOfFigure(set, 'elsewhere')],
  };
}

function shortOf(target: ComparedFigure, result: ComparedFigure): CrossFinding {
  return {
    certain: target.report.issuer !== null && target.report.issuer === result.report.issuer,
    stated: written(result.indicator),
    expected: written(target.indicator),
    message: {
      vi: `Ghi là đạt chỉ tiêu, nhưng kết quả ${told(result)} thấp hơn chỉ tiêu ${told(target)} (${target.indicator.label}, ${target.place.name}).`,
      en: `Said to have reached its target, but the result ${told(result)} is below the target ${told(target)} (${target.indicator.label}, ${target.place.name}).`,
    },
    formula: `${written(result.indicator)} < ${written(target.indicator)}`,
    evidence: [placeOfFigure(result, 'result'), placeOfFigure(target, 'target')],
  };
}
