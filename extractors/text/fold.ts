/**
 * Folding for matching and searching: lower case, no marks, đ→d. One UTF-16 unit becomes one, so an offset into the
 * folded text is an offset into the original. Expects NFC (a combining mark left over by NFC folds to itself).
 *
 * `Quyết định` → `quyet dinh`; `khoá` and `khóa` → `khoa`.
 */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charCodeAt(i));
  return folded;
}

const cache: (string | undefined)[] = [];

function foldUnit(code: number): string {
  // ASCII is most of the text and needs no table.
  if (code < 0x80) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : String.fromCharCode(code);
  cache[code] ??= foldLetter(String.fromCharCode(code));
  return cache[code];
}

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase();
  if (lower === 'đ' || lower === 'ð') return 'd';
  const base = lower.normalize('NFD').replace(/\p{M}+/gu, '');
  return base.length === 1 ? base : letter;
}

/** Lower case only, one unit to one unit: the exact field of a search keeps its marks. */
export function lower(text: string): string {
  const all = text.toLowerCase();
  if (all.length === text.length) return all;
  return Array.from({ length: text.length }, (_, i) => {
    const unit = text.charAt(i);
    const small = unit.toLowerCase();
    return small.length === 1 ? small : unit;
  }).join('');
}
