import { issuerOfCode, typeOfLetters } from '../citations/codes.ts';
import type { OcrLine } from './hocr.ts';

/** A document number that was misread: what stood in the recogniser's answer, and what it must be. */
export interface Repair {
  read: string;
  meant: string;
}

/**
 * 218-QD/TW   05-OĐ/IW   34/2007/PL-UBTVQHII   2l8-QĐlTW
 * ^^^ ordinal ^^ type ^^ issuer; what closes a sentence or a bracket behind it stays
 */
const NUMBER =
  /^([("“]?)([\dOolISB]{1,5})([-–/])((?:[12][\dOolISB]{3}\/)?)([\p{L}\d.|]{1,14}(?:[/-][\p{L}\d|-]{1,24})?)([.,;:)”"]*)$/u;

/** What the recogniser takes for what: letters of codes, read and meant. */
const LETTERS: readonly (readonly [read: string, meant: string])[] = [
  ['ĐĐ', 'Đ'],
  ['ĐD', 'Đ'],
  ['DĐ', 'Đ'],
  ['Ð', 'Đ'],
  ['D', 'Đ'],
  ['0Đ', 'QĐ'],
  ['OĐ', 'QĐ'],
  ['0D', 'QĐ'],
  ['OD', 'QĐ'],
  ['QB', 'QĐ'],
  ['IW', 'TW'],
  ['1W', 'TW'],
  ['lW', 'TW'],
  ['TVV', 'TW'],
  ['IU', 'TU'],
  ['1U', 'TU'],
  ['lU', 'TU'],
  ['0', 'O'],
  ['Q', 'O'],
  ['II', '11'],
  ['I', '1'],
  ['l', '1'],
];
const DIGITS: Record<string, string> = { O: '0', o: '0', l: '1', I: '1', S: '5', B: '8' };
/** More than so many letters of one code misread leave no sure reading. */
const MAX_EDITS = 2;

/** Mends the document numbers of a page's lines where the tables of types and issuers leave one reading only. */
export function repairNumbers(lines: readonly OcrLine[]): { lines: OcrLine[]; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const mended = lines.map((line) => ({
    ...line,
    words: line.words.map((word) => {
      const meant = repairedNumber(word.text);
      if (meant === null) return word;
      repairs.push({ read: word.text, meant });
      return { ...word, text: meant };
    }),
  }));
  return { lines: mended, repairs };
}

/** The number that a word must be, or null: it is right as it stands, is none, or could be several. */
export function repairedNumber(word: string): string | null {
  const match = NUMBER.exec(word);
  if (!match) return null;
  const [, open = '', ordinal = '', hyphen = '', year = '', code = '', close = ''] = match;
  const digits = (text: string) => text.replace(/[OolISB]/g, (letter) => DIGITS[letter]!);
  const isParty = hyphen !== '/';
  const good = isKnown(code, isParty);
  const readings = good ? [code] : readingsOf(code, isParty);
  if (readings.length !== 1) return null;
  const meant = `${open}${digits(ordinal)}${hyphen}${digits(year)}${readings[0]}${close}`;
  return meant === word ? null : meant;
}

/** All codes that the tables know and that differ from this one by what is commonly misread. */
function readingsOf(code: string, isParty: boolean): string[] {
  let open = new Set([code, ...withSeparator(code, isParty)]);
  const found = new Set<string>();
  for (let edits = 0; edits <= MAX_EDITS; edits++) {
    for (const one of open) if (isKnown(one, isParty)) found.add(one);
    // The nearest readings only: `QD/TW` is `QĐ/TW`, whatever two more letters could make of it.
    if (found.size > 0 || edits === MAX_EDITS) break;
    open = new Set([...open].flatMap(edited));
  }
  return [...found];
}

function edited(code: string): string[] {
  return LETTERS.flatMap(([read, meant]) => {
    const results: string[] = [];
    for (let at = code.indexOf(read); at >= 0; at = code.indexOf(read, at + 1))
      results.push(code.slice(0, at) + meant + code.slice(at + read.length));
    return results;
  });
}

/** `QĐlTW`: the slash was read as a letter. */
function withSeparator(code: string, isParty: boolean): string[] {
  if (!isParty || /[/-]/.test(code)) return [];
  return Array.from(code.matchAll(/[lI1|]/g), ({ index }) => `${code.slice(0, index)}/${code.slice(index + 1)}`);
}

/** Type and issuer as the tables have them: `QĐ/TW` after a hyphen, `NĐ-CP`, `QĐ-UBND` after a slash, `QH15`. */
function isKnown(code: string, isParty: boolean): boolean {
  const [first = '', ...rest] = code.split(isParty ? '/' : '-');
  if (rest.length === 0) return !isParty && /^QH\d{2}$/.test(code);
  return typeOfLetters(first) !== null && isSpelt(first) && rest.length === 1 && isKnownIssuer(rest[0]!);
}

/** A table that also takes `QD` for `QĐ` must not keep the missing stroke. */
function isSpelt(letters: string): boolean {
  const type = typeOfLetters(letters);
  return type !== null && type.letters.toUpperCase().includes('Đ') === letters.toUpperCase().includes('Đ');
}

function isKnownIssuer(code: string): boolean {
  const parts = code.split('-');
  return parts.every((part) => {
    const issuer = issuerOfCode(part);
    return issuer !== null && issuer.code.toUpperCase().includes('Đ') === part.toUpperCase().includes('Đ');
  });
}
