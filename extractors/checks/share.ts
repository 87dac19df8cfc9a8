import type { Quantity } from '../part-whole/quantities.ts';
import { slip, suggestChange, writeNumber } from './wording.ts';

/** A printed percentage and the range of true values it may stand for. */
export interface Percentage {
  value: number;
  /** Worth of its last printed place: 0.1 for 68,4 %. */
  unit: number;
  qualifier: Quantity['qualifier'];
}

/** Range of what a/b may really be, in percent: exact for whole counts, wider for rounded or vague operands. */
export function shareRange(part: Operand, whole: Operand): { low: number; high: number } {
  const a = operandRange(part);
  const b = operandRange(whole);
  return { low: (a.low / b.high) * 100, high: (a.high / b.low) * 100 };
}

export interface Operand {
  value: number;
  unit: number;
  qualifier: Quantity['qualifier'];
  raw?: string;
  measure?: Quantity['measure'];
}

/**
 * Counts are exact, and so is «4 tỷ đồng»; a figure with decimals, or in thousands of people, stands for [x − u/2, x + u);
 * «trên», «gần» and «khoảng» open a tenth.
 */
function operandRange({ value, unit, qualifier, raw, measure }: Operand): { low: number; high: number } {
  const whole = (measure === 'money' || measure === 'area') && raw !== undefined && !raw.includes(',');
  const exact = whole || (Number.isInteger(value) && unit === 1);
  const low = exact ? value : value - unit / 2;
  const high = exact ? value : value + unit;
  return {
    low: qualifier === 'below' || qualifier === 'about' ? low * 0.9 : low,
    high: qualifier === 'above' || qualifier === 'about' ? high * 1.1 : high,
  };
}

/** Rounded or cut off: 89,655 is printed as 89,7 or 89,6. */
export function agrees({ value, unit, qualifier }: Percentage, range: { low: number; high: number }): boolean {
  const low = value - unit / 2 - 1e-9;
  const high = value + unit;
  const stretched = {
    low: qualifier === 'below' || qualifier === 'about' ? low * 0.9 : low,
    high: qualifier === 'above' || qualifier === 'about' ? high * 1.1 + unit : high,
  };
  return range.high >= stretched.low && range.low < stretched.high;
}

/** Does the printed percentage look like a slip of the right one, rounded or cut off? */
export function isSlip({ value, unit }: Percentage, right: number): boolean {
  const places = Math.max(0, Math.round(-Math.log10(unit)));
  return [Math.round(right / unit) * unit, Math.floor(right / unit) * unit].some(
    (one) => slip(value, one, places) !== null,
  );
}

/** The percentage as it would be printed with as many decimals as the one given. */
export function writePercent(value: number, unit: number): string {
  return `${writeNumber(Math.round(value / unit) * unit)}%`;
}

export function writeRange(range: { low: number; high: number }): string {
  const exact = Math.abs(range.high - range.low) < 1e-9;
  const place = (value: number) => writeNumber(Number(value.toFixed(3)));
  return exact ? `${place(range.low)} %` : `${place(range.low)} – ${place(range.high)} %`;
}

interface WrittenFigure {
  value: number;
  unit: number;
  raw: string;
}

/** The smallest change that mends a share: the percentage, or a digit of one operand where that explains it. */
export function suggestShare(
  stated: Percentage & { raw: string },
  part: WrittenFigure,
  whole: WrittenFigure,
  right: number,
): string {
  const percent = Math.round(right / stated.unit) * stated.unit;
  if (slip(stated.value, percent) !== null || stated.value === 0)
    return suggestChange(`${stated.raw}%`, stated.value, percent, '%');
  for (const [operand, other] of [
    [part, (stated.value * whole.value) / 100],
    [whole, (part.value * 100) / stated.value],
  ] as const) {
    const near = Math.round(other);
    const mended = operand === part ? (near / whole.value) * 100 : (part.value / near) * 100;
    const fits = agrees(stated, { low: mended, high: mended });
    if (fits && operand.unit === 1 && slip(operand.value, near) !== null)
      return suggestChange(operand.raw, operand.value, near);
  }
  return suggestChange(`${stated.raw}%`, stated.value, percent, '%');
}
