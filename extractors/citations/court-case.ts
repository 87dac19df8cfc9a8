/** Letters of court cases: «12/HS-ST», «45/HNGĐ-PT», «07/QĐST-DS». They number cases and rulings, not directives. */
const LETTERS =
  /^(?:(?:HS|DS|HC|HNGĐ|KDTM|LĐ|HSTN|XXST|TL|TLST|TLPT)-?(?:ST|PT|GĐT|TT)?|QĐ(?:ST|PT|XXST)|(?:HS|DS)(?:ST|PT))$/;
const NOUN =
  /(?:[Bb]ản án|[Vv]ụ án|[Tt]hụ lý|[Hh]óa đơn|[Hh]oá đơn|[Tt]ài khoản|[Hh]ồ sơ|[Bb]iển|[Nn]hà|[Ll]ô|[Tt]hửa)\s(?:đất\s)?(?:hình sự\s|dân sự\s|hành chính\s)?(?:sơ thẩm\s|phúc thẩm\s)?(?:số\s?)?$/u;

/** Is the number at `start` that of a court case, or of a thing that is no document at all? */
export function isCourtCase(text: string, start: number, letters: readonly string[]): boolean {
  if (letters.slice(0, 2).every((part) => LETTERS.test(part) || /^(?:ST|PT|GĐT)$/.test(part))) return true;
  return NOUN.test(text.slice(Math.max(0, start - 48), start));
}
