import { type PlainFigure, writeLike } from './figures.ts';
import type { Random } from './random.ts';

/** A slip of the pen or of a copy: what it is called and what it makes of a figure; null where it cannot happen. */
interface Operator {
  name: string;
  apply(figure: PlainFigure, random: Random): number | null;
}

const operators: readonly Operator[] = [
  {
    name: 'digits swapped',
    apply(figure, random) {
      const digits = digitsOf(figure);
      const places = [...digits].flatMap((digit, at) =>
        at + 1 < digits.length && digit !== digits[at + 1] && !(at === 0 && digits[1] === '0') ? [at] : [],
      );
      if (places.length === 0) return null;
      const at = random.pick(places);
      return read(digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2), figure);
    },
  },
  {
    name: 'digit dropped',
    apply(figure, random) {
      const digits = digitsOf(figure);
      if (digits.length < 2) return null;
      const at = random.pick([...digits].map((_, place) => place));
      return read(digits.slice(0, at) + digits.slice(at + 1), figure);
    },
  },
  { name: 'one more', apply: (figure) => figure.value + 10 ** -figure.places },
  { name: 'one less', apply: (figure) => figure.value - 10 ** -figure.places },
  { name: 'a tenth more', apply: (figure) => shift(figure, 1.1) },
  { name: 'a tenth less', apply: (figure) => shift(figure, 0.9) },
];

function digitsOf({ value, places }: PlainFigure): string {
  return value.toFixed(places).replace('.', '');
}

function read(digits: string, { places }: PlainFigure): number {
  return Number(digits) / 10 ** places;
}

function shift({ value, places }: PlainFigure, by: number): number {
  return Number((value * by).toFixed(places));
}

/** One wrong value for a figure, by a slip chosen at random among those that `isWrong` accepts; null when none is. */
export function slipOf(
  figure: PlainFigure,
  random: Random,
  isWrong: (value: number) => boolean,
): { name: string; text: string; value: number } | null {
  for (const operator of random.sample(operators, operators.length)) {
    const value = operator.apply(figure, random);
    if (value === null || value < 0 || value === figure.value || !isWrong(value)) continue;
    return { name: operator.name, value, text: writeLike(figure.raw, value) };
  }
  return null;
}
