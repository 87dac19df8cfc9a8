/** Code pages by the number of a character set, as fonts name it. */
const BY_CHARSET: Readonly<Record<number, string>> = {
  77: 'macintosh',
  163: 'windows-1258',
  161: 'windows-1253',
  162: 'windows-1254',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
const tables = new Map<string, string[]>();

/** The letter of one byte. Windows-1258 has tones as signs of their own, which NFC joins to their vowels. */
export function letterOf(byte: string, codePage: string): string {
  let table = tables.get(codePage);
  if (!table) {
    const decoder = new TextDecoder(codePage);
    table = Array.from({ length: 256 }, (_, code) => decoder.decode(Uint8Array.of(code)));
    tables.set(codePage, table);
  }
  return table[byte.charCodeAt(0)] ?? byte;
}

export function codePageOfCharset(charset: number | undefined): string | null {
  return charset === undefined ? null : (BY_CHARSET[charset] ?? null);
}

/** `\ansicpg1258`; what no table is known for is western. */
export function codePageOf(number: number | undefined): string {
  if (number === 10_000) return 'macintosh';
  return number !== undefined && (number === 874 || (number >= 1250 && number <= 1258))
    ? `windows-${number}`
    : 'windows-1252';
}
