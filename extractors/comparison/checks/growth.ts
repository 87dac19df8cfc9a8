import { writeNumber } from '../../checks/wording.ts';
import { changesOf } from '../../geography/index.ts';
import type { StatedChange } from '../change.ts';
import { type ComparedFigure, holdsFor, sameWords } from '../compared-figure.ts';
import { unitsAt } from '../place.ts';
import type { CrossFinding, CrossRule } from './cross-rule.ts';
import { onePerReport, placeOfFigure, told } from './places.ts';

/** «tăng 12% so với cùng kỳ» in one report, and the figure of that time in another one. */
export const growth: CrossRule<ComparedFigure> = {
  kind: 'growth',
  severity: 'warning',
  prefix: 'figure:',
  *check(members, key) {
    const earlier = members.filter((one) => one.indicator.kind === 'result' && holdsFor(key, one));
    const tellings = onePerReport(earlier);
    if (tellings.length === 0) return;
    for (const later of members) {
      const { change } = later;
      if (change === null || holdsFor(key, later) || saysTwoChanges(later, members)) continue;
      // A report that tells the earlier figure itself has worked with that one: inside it other checks decide.
      if (earlier.some(({ report }) => report.source === later.report.source)) continue;
      if (tellings.some((one) => mayBe(change, one, later) || hasOtherGround(one, later))) continue;
      yield finding(tellings.at(-1)!, later, change);
    }
  },
};

/** What the figure has changed by, from the least to the most that both printings leave open; null from nothing. */
function changeFrom(
  earlier: ComparedFigure,
  later: ComparedFigure,
  { percent, up }: StatedChange,
): { low: number; high: number } | null {
  const [a, b] = [earlier.amount, later.amount];
  const sign = up ? 1 : -1;
  const span = (x: number, y: number) => ({ low: Math.min(x, y), high: Math.max(x, y) });
  if (!percent) return span((sign * (b.low - a.high)) / b.size, (sign * (b.high - a.low)) / b.size);
  return a.low > 0 ? span(sign * (b.low / a.high - 1) * 100, sign * (b.high / a.low - 1) * 100) : null;
}

/** Some values that both figures may have stood for give the change as printed. */
function mayBe(change: StatedChange, earlier: ComparedFigure, later: ComparedFigure): boolean {
  const found = changeFrom(earlier, later, change);
  return found === null || (found.low <= change.high && change.low <= found.high);
}

/** A place that took others in, or was formed of them, since the earlier time began is another base. */
function hasOtherGround(earlier: ComparedFigure, later: ComparedFigure): boolean {
  return changesOf(unitsAt(later.place.unit)).some(({ day }) => day > earlier.time.from && day <= later.time.to);
}

function saysTwoChanges(later: ComparedFigure, members: readonly ComparedFigure[]): boolean {
  return members.some(
    ({ report, change }) =>
      report.source === later.report.source && change !== null && change.raw !== later.change?.raw,
  );
}

function finding(earlier: ComparedFigure, later: ComparedFigure, change: StatedChange): CrossFinding {
  const [before, after] = [earlier.amount.value, later.amount.value];
  const sign = change.up ? 1 : -1;
  const printed = sign * (change.percent ? (after / before - 1) * 100 : (after - before) / later.amount.size);
  const places = change.percent ? 10 : 1e6;
  const unit = change.percent ? '%' : ` ${later.indicator.unit ?? ''}`;
  const right = `${writeNumber(Math.round(Math.abs(printed) * places) / places)}${unit}`.trim();
  const [word, opposite] = change.up ? ['tăng', 'giảm'] : ['giảm', 'tăng'];
  const expected = `${printed < 0 ? opposite : word} ${right}`;
  const sameBody = earlier.report.issuer !== null && earlier.report.issuer === later.report.issuer;
  // What was told before its time was over may have grown until then.
  const wasOver = earlier.report.date !== null && earlier.report.date >= earlier.time.to;
  return {
    certain: sameBody && sameWords(earlier, later) && wasOver,
    stated: change.raw,
    expected,
    message: {
      vi: `${later.indicator.label} (${later.place.name}): ghi ${change.raw} so với cùng kỳ, nhưng từ ${told(earlier)} đến ${told(later)} là ${expected}.`,
      en: `${later.indicator.label} (${later.place.name}): said to have changed by «${change.raw}», but from ${told(earlier)} to ${told(later)} it is «${expected}».`,
    },
    evidence: [
      { role: 'change', report: later.report, block: later.indicator.block, ...placeOfChange(change) },
      placeOfFigure(earlier, 'from'),
    ],
  };
}

const placeOfChange = ({ quote, start, end }: StatedChange) => ({ quote, start, end });
