/** Signs that XML cannot hold; a lone half of a surrogate pair neither. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs to take out
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** More does not fit into a cell. */
const LONGEST_CELL = 32_000;

/** Words as an office document can hold them. */
export function fitText(text: string): string {
  return text.toWellFormed().replace(UNFIT, '');
}

/** Words of a report or of a person are never a formula: spreadsheets run what begins with these signs. */
export function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Words for a cell; what does not fit into one is left out, and the cell says so. */
export function cellText(text: string): string {
  const fit = inert(fitText(text));
  return fit.length <= LONGEST_CELL ? fit : `${fit.slice(0, LONGEST_CELL)} […${fit.length - LONGEST_CELL}]`;
}
