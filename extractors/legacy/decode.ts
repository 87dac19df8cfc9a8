import tables from './tables.json' with { type: 'json' };
import { decodeViqr } from './viqr.ts';

/** How Vietnamese was written before Unicode: TCVN3 (ABC) and VNI in fonts of their own, VIQR in plain ASCII. */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'viqr';

/** One byte a letter. There are no codes for `À` or `Ế`: capitals with tones are small letters in a capital font. */
const fromTcvn3 = new Map(Object.entries(tables.tcvn3).map(([letter, code]) => [code, letter]));
const TCVN3 = new RegExp(`[${[...fromTcvn3.keys()].join('')}\u00B5\u03BC]`, 'g');

/** A base letter and a sign, or one code alone; the longest match wins: `ôù` is ớ, `ô` is ơ. */
const fromVni = vniTable();
const VNI = new RegExp([...fromVni.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** Capitals have capital signs (`AÙ`); writers who typed only the letter as a capital left `Aù`, which means the same. */
function vniTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (const [letter, code] of Object.entries(tables.vni)) {
    const [base = '', sign = ''] = code;
    table.set(code, letter);
    table.set(base.toUpperCase() + sign.toUpperCase(), letter.toUpperCase());
    table.set(base.toUpperCase() + sign, letter.toUpperCase());
    table.set(base + sign.toUpperCase(), letter);
  }
  return table;
}

/** The same words in Unicode; characters that the encoding does not have stay as they are. */
export function decode(text: string, encoding: LegacyEncoding): string {
  switch (encoding) {
    case 'tcvn3':
      return text.replace(TCVN3, (code) => fromTcvn3.get(code) ?? 'à');
    case 'vni':
      return text.replace(VNI, (code) => fromVni.get(code) ?? code);
    case 'viqr':
      return decodeViqr(text);
  }
}

/** Letters beyond ASCII that the encoding does not have (à in TCVN3), or has only behind others (à in VNI). */
export function hasForeignLetters(text: string, encoding: Exclude<LegacyEncoding, 'viqr'>): boolean {
  return /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]/.test(text.replace(encoding === 'vni' ? VNI : TCVN3, ''));
}
