import { fold } from '../text/fold.ts';
import { typeNames, typeOfLetters } from './codes.ts';

/** A full number as written: `218-QĐ/TW`, `04/2015/NĐ-CP`, `35/2021/QH15`, `538/QLCL-QLVBCC`. */
export interface NumberMatch {
  start: number;
  end: number;
  /** Ordinals that share the letters: «1737, 1738-QĐ/TW» has two; each with its own place. */
  ordinals: { start: number; end: number; digits: string }[];
  /** The part behind the ordinal, normalised: `-QĐ/TW`, `/2015/NĐ-CP`. */
  suffix: string;
  typeLetters: string | null;
  issuerCode: string;
  year: number | null;
  form: 'party' | 'admin' | 'dispatch' | 'normative' | 'statute';
}

const HYPHEN = '\\s{0,2}[-–—−_]\\s{0,2}';
const SLASH = '\\s{0,2}/\\s{0,2}';
/** Type or issuer letters: capital first, then letters as they are mixed in (`CTr`, `QĐi`, `TTg`, `CTr.PH`), digits of a term last. */
const LETTERS = '[A-ZĐƯ](?:[A-ZĐƯa-zđ]|\\.(?=[A-Z])){0,19}\\d{0,3}';
const END = '(?![\\p{L}\\d])';

/**
 * 218-QĐ/TW   06-CTr.PH/BDVTU-UBNDTP   14-KH/UBND
 * ^^^ordinal ^^type ^^issuer
 */
const PARTY = new RegExp(
  `(?<ord>(?<![\\d.,/])\\d{1,5}[a-z]?)${HYPHEN}(?<type>${LETTERS})${SLASH}(?<issuer>${LETTERS}(?:-${LETTERS}){0,3})${END}`,
  'gu',
);
/** 298 KH/TWĐTN: a blank instead of the hyphen; only with letters that are a type. */
const BLANK = new RegExp(
  `(?<ord>(?<![\\d.,/])\\d{1,5}[a-z]?)\\s(?<type>[A-ZĐ]{2,4}r?)/(?<issuer>${LETTERS}(?:-${LETTERS}){0,3})${END}`,
  'gu',
);
/**
 * 362/QĐ-UBND   04/2015/NĐ-CP   55/2005/TTLT-BNV-VPCP   35/2021/QH15   03/VBHN-VPQH   538/QLCL-QLVBCC
 * ^^^ordinal    ^^ ^^^^year ^^type ^^issuer
 */
const STATE = new RegExp(
  `(?<ord>(?<![\\d.,/])\\d{1,5}[a-z]?)${SLASH}(?:(?<year>(?:19|20)\\d\\d)${SLASH})?(?<first>${LETTERS})(?<rest>(?:${HYPHEN}${LETTERS}){0,4})${END}`,
  'gu',
);

/** Words right before a number: the type, «số» (also twice), a colon. */
const BEFORE = new RegExp(
  `(?:(?<![\\p{L}])(?<type>${typeNames.map((name) => name.replaceAll(' ', '\\s')).join('|')})\\s?(?<extra>liên tịch|liên ngành|phối hợp|hành động|kết luận)?\\s{0,2})?(?<marker>(?:số|Số)\\s?:?\\s{0,2}){0,2}$`,
  'iu',
);
/** Ordinals before the one that carries the letters: «217, », «1737,», «87, 88, ». */
const SHARED = /(?:(?<![\d./])\d{1,5}[a-z]?\s{0,2}(?:,|;|và)\s{0,2}(?:số\s)?){1,6}$/u;

export interface Lead {
  /** Where the citation begins: at its type word, else at «số», else at the number. */
  start: number;
  type: string | null;
  hasMarker: boolean;
}

/** The type word and «số» that end right before `at`. */
export function readLead(text: string, at: number): Lead {
  const from = Math.max(0, at - 48);
  const match = BEFORE.exec(text.slice(from, at));
  if (!match?.[0]) return { start: at, type: null, hasMarker: false };
  const start = from + match.index;
  const type = match.groups?.type
    ? capitalise([match.groups.type, match.groups.extra].filter(Boolean).join(' '))
    : null;
  const blanks = /^\s*/.exec(match[0])?.[0].length ?? 0;
  return { start: start + blanks, type, hasMarker: match.groups?.marker !== undefined };
}

export function capitalise(words: string): string {
  const small = words.replace(/\s+/g, ' ').toLowerCase();
  return small.charAt(0).toUpperCase() + small.slice(1);
}

/** Every full number of a text in order. */
export function findNumbers(text: string): NumberMatch[] {
  const found: NumberMatch[] = [];
  if (!/\d\s{0,2}[-–—−_/\s]\s{0,2}[\dA-ZĐƯ]/u.test(text)) return found;
  for (const match of text.matchAll(PARTY)) {
    const groups = match.groups ?? {};
    const type = typeOfLetters(groups.type ?? '');
    if (!type) continue;
    const issuer = groups.issuer ?? '';
    found.push({
      ...place(text, match),
      suffix: `-${groups.type}/${issuer}`,
      typeLetters: type.letters,
      issuerCode: issuer,
      year: null,
      form: 'party',
    });
  }
  for (const match of text.matchAll(STATE)) {
    const number = readState(text, match);
    if (number && !found.some((other) => touches(other, number))) found.push(number);
  }
  for (const match of text.matchAll(BLANK)) {
    const groups = match.groups ?? {};
    const type = typeOfLetters(groups.type ?? '');
    const number: NumberMatch = {
      ...place(text, match),
      suffix: `-${groups.type}/${groups.issuer}`,
      typeLetters: type?.letters ?? null,
      issuerCode: groups.issuer ?? '',
      year: null,
      form: 'party',
    };
    if (type && !found.some((other) => touches(other, number))) found.push(number);
  }
  return found.sort((a, b) => a.start - b.start);
}

function readState(text: string, match: RegExpExecArray): NumberMatch | null {
  const { year, first = '', rest = '' } = match.groups ?? {};
  const tail = rest.replace(/\s/g, '').replace(/[–—−_]/g, '-');
  const parts = tail.split('-').filter(Boolean);
  const base = { ...place(text, match), year: year ? Number(year) : null };
  const suffix = `/${year ? `${year}/` : ''}${first}${tail}`;
  if (year && /^QH\d{1,2}$/.test(first) && parts.length === 0)
    return { ...base, suffix, typeLetters: null, issuerCode: first, form: 'statute' };
  const type = typeOfLetters(first);
  if (type && parts.length > 0)
    return {
      ...base,
      suffix,
      typeLetters: type.letters,
      issuerCode: parts.join('-'),
      form: year ? 'normative' : 'admin',
    };
  const lead = readLead(text, base.start);
  // 101/CP, 24/LĐ-NĐ, 538/QLCL-QLVBCC: no type letters; the words before must say that it is a document.
  if (!year && /^[A-ZĐ]{2,}/u.test(first) && (lead.type !== null || (lead.hasMarker && parts.length > 0))) {
    return { ...base, suffix, typeLetters: null, issuerCode: [first, ...parts].join('-'), form: 'dispatch' };
  }
  return null;
}

/** The number's place, grown to the left by the ordinals that share its letters. */
function place(text: string, match: RegExpExecArray): Pick<NumberMatch, 'start' | 'end' | 'ordinals'> {
  const digits = match.groups?.ord ?? '';
  const own = { start: match.index, end: match.index + digits.length, digits };
  const end = match.index + match[0].length;
  const from = Math.max(0, match.index - 60);
  const shared = SHARED.exec(text.slice(from, match.index));
  if (!shared) return { start: own.start, end, ordinals: [own] };
  const start = from + shared.index;
  const lead = readLead(text, start);
  // «ngày 12, 218-QĐ/TW»: only a type word or «số» makes the digits before a list of ordinals.
  if (!lead.type && !lead.hasMarker) return { start: own.start, end, ordinals: [own] };
  const others = Array.from(shared[0].matchAll(/\d{1,5}[a-z]?/gu), (one) => ({
    start: start + one.index,
    end: start + one.index + one[0].length,
    digits: one[0],
  }));
  return { start, end, ordinals: [...others, own] };
}

function touches(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Same letters for comparing: no blanks, Đ, case as it comes; `QĐi` and `QĐ` stay apart here. */
export function sameType(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && fold(a) === fold(b);
}
