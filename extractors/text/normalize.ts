/**
 * The text of a block as every later step sees it: NFC, Ð (U+00D0, Icelandic eth) as Đ, every kind of blank as one
 * space, hyphens of Word (U+2011, U+001E) as "-", soft hyphens and zero-width characters gone. Dashes – — stay: they
 * are punctuation, and grammars accept them where a hyphen may stand. Superscript digits stay too: km² is a unit.
 */
export function normalizeText(raw: string): string {
  return (
    raw
      .normalize('NFC')
      .replace(/[\u00AD\u200B\u200C\u200D\u2060\uFEFF\u001F]/g, '')
      .replace(/\u00D0/g, '\u0110')
      .replace(/\u00F0/g, '\u0111')
      .replace(/[\u2010\u2011\u001E]/g, '-')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001D\u007F]/g, '')
      .replace(/[\t\n\r\v\f \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g, ' ')
      .trim()
  );
}
