/** Writes a figure as reports do: 14.273 · 1.626,57. At most six decimals, without trailing zeros. */
export function writeNumber(value: number): string {
  const [whole, decimals] = String(Number(Math.abs(value).toFixed(6))).split('.');
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

/** How many operands a formula shows; a column of two thousand rows is told by its ends. */
const shownOperands = 12;

export function writeSum(values: readonly number[]): string {
  const written = values.map(writeNumber);
  if (written.length <= shownOperands) return written.join(' + ');
  return `${written.slice(0, shownOperands - 2).join(' + ')} + … + ${written.at(-1)} (${written.length} số)`;
}

/** In figures so long, digits apart are swapped by a slip of the pen as well: 93.663 and 93.366. */
const farSwap = 5;

/** What kind of slip turns the right figure into the stated one; null when it is no plain slip. */
export function slip(stated: number, right: number, places = 0): { vi: string; en: string } | null {
  // Between numbers of one digit every change is «one digit wrong».
  if (stated < 10 && right < 10) return null;
  const wrong = digitsOf(stated, places);
  const good = digitsOf(right, places);
  if (wrong === good) return { vi: 'sai vị trí dấu phân cách', en: 'separator misplaced' };
  if (wrong.length === good.length) {
    const differ = [...good].flatMap((digit, at) => (digit === wrong[at] ? [] : [at]));
    if (differ.length === 1) return { vi: 'sai một chữ số', en: 'one digit wrong' };
    const [a, b] = differ;
    const isNear = b === a! + 1 || good.length >= farSwap;
    if (differ.length === 2 && isNear && good[a!] === wrong[b!] && good[b!] === wrong[a!]) {
      return { vi: 'đảo hai chữ số', en: 'two digits swapped' };
    }
  }
  if (wrong.length + 1 === good.length && lacksOne(good, wrong))
    return { vi: 'thiếu một chữ số', en: 'one digit missing' };
  if (good.length + 1 === wrong.length && lacksOne(wrong, good))
    return { vi: 'thừa một chữ số', en: 'one digit too many' };
  return null;
}

/** `places` decimals are printed in any case: 0,50 is 050. */
function digitsOf(value: number, places: number): string {
  const plain = String(Number(Math.abs(value).toFixed(6)));
  return (places > 0 ? Math.abs(value).toFixed(places) : plain).replace('.', '');
}

/** Is `short` the longer string with one character left out? */
function lacksOne(long: string, short: string): boolean {
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(at);
}

/** «Sửa «800» thành «734» (lệch 66)»: the smallest single change, with the slip it looks like. */
export function suggestChange(stated: string, statedValue: number, right: number, mark = ''): string {
  const kind = slip(statedValue, right);
  const difference = writeNumber(Math.abs(statedValue - right));
  // «07» is mended to «06»: counts below ten keep their zero.
  const zero = /^0\d/.test(stated) && Number.isInteger(right) && right >= 0 && right < 10 ? '0' : '';
  return `Sửa «${stated}» thành «${zero}${writeNumber(right)}${mark}» (${kind === null ? `lệch ${difference}` : `có thể ${kind.vi}`})`;
}
