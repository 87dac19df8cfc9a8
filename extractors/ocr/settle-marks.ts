import type { Figure } from './note-marks.ts';

/**
 * Which raised figures of a page are taken for marks. Text and notes must bear each other out: the note that begins with
 * a figure stands on the page, and in the text its mark; or they do so for the figure before or after it, when one of
 * the two could not be made out. A ² or ³ counts anywhere: a power (`km²`).
 */
export function settleMarks(figures: readonly Figure[]): Figure[] {
  const notes = counted(figures.filter(({ first }) => first));
  const marks = counted(figures.filter(({ first }) => !first));
  const noted = new Set(notes.map(({ value }) => value));
  const both = new Set(marks.map(({ value }) => value).filter((value) => noted.has(value)));
  const borneOut = ({ value }: Figure) => [value - 1, value, value + 1].some((near) => both.has(near));
  return [
    ...notes.filter(borneOut),
    ...marks.filter((figure) => borneOut(figure) || figure.value === 2 || figure.value === 3),
  ];
}

/**
 * Figures that count on: those that were not read are known from what stands around them (`9 ? ? 12`); where some were
 * misread (`3 1 5`), most of the others tell from where they count.
 */
function counted(figures: readonly Figure[]): Figure[] {
  const read = figures.map(({ value }, i) => ({ value, i })).filter(({ value }) => value !== 0);
  const rises = read.every(({ value }, k) => k === 0 || value > read[k - 1]!.value);
  const values = figures.map(({ value }) => value);
  if (rises)
    for (let k = 1; k < read.length; k++) {
      const [a, b] = [read[k - 1]!, read[k]!];
      if (b.value - a.value === b.i - a.i) for (let i = a.i; i < b.i; i++) values[i] = a.value + i - a.i;
    }
  else {
    const first = values.map((value, i) => value - i);
    const start = first.find((one) => 2 * first.filter((other) => other === one).length > first.length);
    if (start !== undefined) for (let i = 0; i < values.length; i++) values[i] = start + i;
  }
  return figures.map((figure, i) => ({ ...figure, value: values[i]! })).filter(({ value }) => value !== 0);
}
