export type Bound = 'at-least' | 'below' | 'about' | 'min-target' | 'max-target' | 'remainder' | 'difference';

/** A word before a number that loosens or turns its meaning: `trên 2 triệu`, `gần 300`, `tăng 12 vụ`. */
export interface QualifierMatch {
  start: number;
  end: number;
  text: string;
  bound: Bound;
}

const QUALIFIERS: readonly [string, Bound][] = [
  ['ít nhất', 'min-target'],
  ['tối thiểu', 'min-target'],
  ['không dưới', 'min-target'],
  ['tối đa', 'max-target'],
  ['không quá', 'max-target'],
  ['không vượt quá', 'max-target'],
  ['trên', 'at-least'],
  ['hơn', 'at-least'],
  ['gần', 'below'],
  ['dưới', 'below'],
  ['khoảng', 'about'],
  ['ước đạt', 'about'],
  ['ước', 'about'],
  ['ước khoảng', 'about'],
  ['xấp xỉ', 'about'],
  ['còn lại', 'remainder'],
  ['còn', 'remainder'],
  ['tăng thêm', 'difference'],
  ['tăng', 'difference'],
  ['giảm', 'difference'],
  ['thêm', 'difference'],
];

const byLength = [...QUALIFIERS].sort(([a], [b]) => b.length - a.length);
const LONGEST = Math.max(...QUALIFIERS.map(([words]) => words.length));

/** The qualifier that ends right before `at`. */
export function matchQualifierBefore(text: string, at: number): QualifierMatch | null {
  let end = at;
  while (text[end - 1] === ' ') end--;
  const before = text.slice(Math.max(0, end - LONGEST - 1), end).toLowerCase();
  for (const [words, bound] of byLength) {
    if (!before.endsWith(words)) continue;
    const start = end - words.length;
    if (start > 0 && /\p{L}/u.test(text[start - 1] ?? '')) continue;
    return { start, end, text: text.slice(start, end), bound };
  }
  return null;
}
