const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What Word's own marks become in text that somebody copied: they have no number of their own. */
const LOST = '\uFFFD';

/** «²³» → "23". */
export function plainMark(superscripts: string): string {
  if (superscripts === LOST) return LOST;
  return Array.from(superscripts, (digit) => SUPERSCRIPTS.indexOf(digit)).join('');
}

/**
 * Takes the marks of known notes out of a paragraph: «công tác dân vận⁸. Chỉ đạo» → mark "8" at the dot.
 * What is no known mark stays: «1.527,4 km²», «10 m³».
 */
export function takeNoteMarks(
  raw: string,
  isKnown: (mark: string) => boolean,
): { text: string; marks: { mark: string; at: number }[] } {
  const marks: { mark: string; at: number }[] = [];
  let text = '';
  let from = 0;
  for (const found of raw.matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\uFFFD/g)) {
    const mark = plainMark(found[0]);
    if (isUnit(raw, found.index, mark) || !isKnown(mark)) continue;
    text += raw.slice(from, found.index);
    from = found.index + found[0].length;
    marks.push({ mark, at: text.length });
  }
  return { text: text + raw.slice(from), marks };
}

/** A square or a cube: a metre with a blank, a digit or a slash before it. */
function isUnit(text: string, at: number, mark: string): boolean {
  if (mark !== '2' && mark !== '3') return false;
  return /(?:^|[\s\d/(])[kcd]?m$/.test(text.slice(Math.max(0, at - 4), at));
}
