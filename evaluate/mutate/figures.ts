/** A whole or decimal number as printed, read without the extractors: what is tested must not choose its own test. */
export interface PlainFigure {
  start: number;
  end: number;
  raw: string;
  value: number;
  /** Printed decimal places. */
  places: number;
}

const number =
  /(?<![\p{L}\d.,/-])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.]*\d|\/\d{4}|\/\d{1,2}\/|-\p{L})|(?<![\p{L}\d.,/-])\d+(?:,\d+)?(?![\d.,]*\d|\/\d{1,2}\/|\/\d{4}|-\p{L})/gu;

export function figuresIn(text: string, offset = 0): PlainFigure[] {
  return [...text.matchAll(number)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    raw: match[0],
    value: readFigure(match[0]),
    places: (match[0].split(',')[1] ?? '').length,
  }));
}

export function readFigure(raw: string): number {
  return Number(raw.replace(/\./g, '').replace(',', '.'));
}

/** Written the way the original was: grouped or not, with its leading zero and its decimals. */
export function writeLike(original: string, value: number): string {
  const places = (original.split(',')[1] ?? '').length;
  const [whole, decimals] = value.toFixed(places).split('.');
  const grouped =
    /\d\.\d/.test(original) || !/\d{4}/.test(original) ? whole!.replace(/\B(?=(?:\d{3})+$)/g, '.') : whole!;
  const zero = /^0\d$/.test(original) && value < 10 ? '0' : '';
  return `${zero}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}
