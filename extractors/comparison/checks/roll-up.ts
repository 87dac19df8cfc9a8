import { writeNumber, writeSum } from '../../checks/wording.ts';
import type { ComparedFigure } from '../compared-figure.ts';
import { unitsUnder } from '../place.ts';
import type { CrossRule } from './cross-rule.ts';
import { onePerReport, placeOfFigure, told, written } from './places.ts';
import { isSameMoment } from './same-moment.ts';

/** As many operands are quoted; a province may have two hundred communes. */
const QUOTED = 40;

/** The figure of a place is not the sum of those of the units right below it, when all of them have reported. */
export const rollUp: CrossRule<ComparedFigure> = {
  kind: 'roll-up',
  severity: 'warning',
  prefix: 'sum:',
  *check(members) {
    const parents = members.filter(({ place }) => members.some((one) => one.place.above === place.unit));
    for (const parent of onePerReport(parents)) {
      const ofTheTime = members.filter((one) => isSameMoment(parent, one));
      const parts = unitsUnder(parent.place.unit, parent.time.to)
        .filter((under) => under.length > 1)
        .map((under) => complete(under, ofTheTime))
        .find((all) => all !== null);
      if (!parts) continue;
      const low = parts.reduce((sum, { amount }) => sum + amount.low, 0);
      const high = parts.reduce((sum, { amount }) => sum + amount.high, 0);
      if (low <= parent.amount.high && parent.amount.low <= high) continue;
      const values = parts.map(({ amount }) => amount.value / parent.amount.size);
      const sum = values.reduce((total, value) => total + value, 0);
      yield {
        // The upper body may count its own work in, or a unit may have reported a day later.
        certain: false,
        stated: written(parent.indicator),
        expected: writeNumber(sum),
        message: {
          vi: `${parent.place.name}: ${told(parent)}, nhưng ${parts.length} đơn vị trực thuộc cộng lại là ${writeNumber(sum)} (${parent.indicator.label}).`,
          en: `${parent.place.name}: ${told(parent)}, but its ${parts.length} units add up to ${writeNumber(sum)} (${parent.indicator.label}).`,
        },
        formula: `${writeSum(values)} = ${writeNumber(sum)} ≠ ${writeNumber(parent.amount.value / parent.amount.size)}`,
        evidence: [
          placeOfFigure(parent, 'total'),
          ...parts.slice(0, QUOTED).map((part) => placeOfFigure(part, 'part')),
        ],
      };
    }
  },
};

/** What every one of the units has reported; null while one is silent. */
function complete(units: readonly string[], members: readonly ComparedFigure[]): ComparedFigure[] | null {
  const told = units.map((unit) => onePerReport(members.filter(({ place }) => place.unit === unit)).at(-1));
  return told.includes(undefined) ? null : (told as ComparedFigure[]);
}
