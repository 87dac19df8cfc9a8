import type { Quantity } from '../part-whole/quantities.ts';
import { lower } from '../text/fold.ts';

/** By how much one wrong word of a unit changes a figure: triệu/tỷ, nghìn/triệu; ha/m², km²/ha. */
const factors: Partial<Record<Quantity['measure'], readonly number[]>> = {
  money: [1000, 0.001, 1e6, 1e-6],
  area: [10_000, 0.0001, 100, 0.01, 1e6, 1e-6],
};

export interface UnitSlip {
  /** Which of the figures has the wrong unit. */
  index: number;
  factor: number;
}

/** Is there one figure whose unit, corrected, makes the claim hold? */
export function unitSlip(
  figures: readonly Quantity[],
  holds: (figures: readonly Quantity[]) => boolean,
): UnitSlip | null {
  if (figures.length > mostFigures) return null;
  for (const [index, figure] of figures.entries()) {
    for (const factor of factors[figure.measure] ?? []) {
      const mended = figures.with(index, { ...figure, value: figure.value * factor, unit: figure.unit * factor });
      if (holds(mended)) return { index, factor };
    }
  }
  return null;
}

const mostFigures = 40;

/** By what one unit is mistaken for the other; null when the two are no such pair. */
export function unitsApart(a: Quantity, b: Quantity): number | null {
  const factor = a.value / b.value;
  return (factors[a.measure] ?? []).find((one) => Math.abs(one / factor - 1) < 1e-9) ?? null;
}

const scales: Partial<Record<Quantity['measure'], readonly (readonly [string, number])[]>> = {
  money: [
    ['đồng', 1],
    ['nghìn đồng', 1000],
    ['triệu đồng', 1e6],
    ['tỷ đồng', 1e9],
  ],
  area: [
    ['m²', 1],
    ['ha', 10_000],
    ['km²', 1e6],
  ],
};

/** The figure with its unit as written: «900 tỷ đồng», «500 ha». */
export function withUnit(text: string, figure: Quantity): { start: number; end: number; raw: string } {
  const unit =
    /^ ?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ){1,2} ?)?(?: ?(?:nghìn|ngàn|triệu|tỷ|tỉ))?(?: ?(?:đồng|ha|m2|m²|km2|km²))?/iu.exec(
      text.slice(figure.end, figure.end + 24),
    )!;
  const end = figure.end + unit[0].trimEnd().length;
  return { start: figure.start, end, raw: text.slice(figure.start, end) };
}

/** The same digits with the unit they ought to have; null when no unit is that much larger or smaller. */
export function mendedUnit(figure: Quantity, factor: number): string | null {
  const plain = Number(lower(figure.raw).replace(/\./g, '').replace(',', '.'));
  const worth = (figure.value / plain) * factor;
  const unit = scales[figure.measure]?.find(([, one]) => Math.abs(one / worth - 1) < 1e-9)?.[0];
  return unit === undefined ? null : `${figure.raw} ${unit}`;
}
