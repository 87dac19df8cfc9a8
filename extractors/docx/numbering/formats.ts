/** A counter as `w:numFmt` wants it shown. Formats of other scripts, which no report here uses, come out as digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letter(value);
    case 'lowerLetter':
      return letter(value).toLowerCase();
    case 'numberInDash':
      return `- ${value} -`;
    case 'vietnameseCounting':
      return vietnamese(value);
    case 'chicago':
      return repeated('*†‡§', value);
    default:
      return String(value);
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value >= 4000) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** a … z, then aa, bb, cc: Word repeats the letter, it does not count on as a spreadsheet does. */
const letter = (value: number): string => repeated('ABCDEFGHIJKLMNOPQRSTUVWXYZ', value);

function repeated(signs: string, value: number): string {
  if (value < 1 || value > 10 * signs.length) return String(value);
  return signs.charAt((value - 1) % signs.length).repeat(Math.ceil(value / signs.length));
}

const DIGITS = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** một, hai, … mười một, mười lăm, hai mươi mốt: lists longer than a hundred are not counted in words. */
function vietnamese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return DIGITS[ones]!;
  const last = ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : DIGITS[ones]!;
  return `${tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`} ${last}`.trimEnd();
}
