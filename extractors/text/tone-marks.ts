const U = 'ùúủũụ';
const Y = 'ỳýỷỹỵ';
const O = 'òóỏõọ';
const A = 'àáảãạ';
const E = 'èéẻẽẹ';

/** The mark on the last vowel, with nothing behind: «uỷ», «hoà», «khoẻ»; behind q the u is none («quý»). */
const pairs = `(?<![qQ])[uU][${Y}${Y.toUpperCase()}]|[oO][${A}${A.toUpperCase()}${E}${E.toUpperCase()}]`;
const OLD = new RegExp(`(?:${pairs})(?!\\p{L})`, 'gu');
const SEEN = new RegExp(pairs);

const MOVED = new Map(
  [
    ['u', U, 'y', Y],
    ['o', O, 'a', A],
    ['o', O, 'e', E],
  ].flatMap(([first, marked, last, ends]) =>
    [...ends!].flatMap((end, tone) =>
      [false, true].flatMap((firstUp) =>
        [false, true].map((lastUp): [string, string] => [
          cased(first!, firstUp) + cased(end, lastUp),
          cased(marked!.charAt(tone), firstUp) + cased(last!, lastUp),
        ]),
      ),
    ),
  ),
);

function cased(letter: string, up: boolean): string {
  return up ? letter.toUpperCase() : letter;
}

/**
 * One placement of tone marks, the newer: «Tỉnh uỷ», «hoà giải», «sức khoẻ» → «Tỉnh ủy», «hòa giải», «sức khỏe». Reports
 * mix both. As long as the text given (NFC), sign for sign, so an offset into one is an offset into the other.
 */
export function withNewTones(text: string): string {
  return SEEN.test(text) ? text.replace(OLD, (pair) => MOVED.get(pair) ?? pair) : text;
}
