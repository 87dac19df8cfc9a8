import {
  type IssuerCode,
  isNameOf,
  issuerOfCode,
  misreadIssuer,
  misreadType,
  type TypeCode,
  typeOfLetters,
} from './codes.ts';
import { isCourtCase } from './court-case.ts';
import { readLead } from './lead.ts';
import { type Ordinal, readOrdinals } from './ordinals.ts';

/** A full number as written: `218-QĐ/TW`, `04/2015/NĐ-CP`, `35/2021/QH15`, `538/QLCL-QLVBCC`. */
export interface NumberMatch {
  start: number;
  end: number;
  /** Ordinals that share the letters: «1737, 1738-QĐ/TW» has two; each with its own place. */
  ordinals: Ordinal[];
  /** The part behind the ordinal, normalised: `-QĐ/TW`, `/2015/NĐ-CP`. */
  suffix: string;
  typeLetters: string | null;
  issuerCode: string;
  year: number | null;
  form: 'party' | 'admin' | 'dispatch' | 'normative' | 'statute';
  /** Letters or digits were misread and are mended here. */
  repaired: boolean;
}

/** Blanks, and marks of footnotes that a reader left standing, inside a number. */
const BLANK = '[\\s\u00b9\u00b2\u00b3\u2070-\u2079]';
const GAP = `${BLANK}{0,3}`;
const STRAY = `${BLANK}{0,2}`;
const HYPHEN = `${GAP}[-–—−_]${GAP}`;
const SLASH = `${GAP}/${GAP}`;
/** Between the bodies of one number: a blank on one side at most, «12-KH/TU - UBND xã» is two things. */
const INNER = `(?:${GAP}[-–_](?=\\S)|[-–_]${GAP})`;
/** Type or issuer letters: capital first, then letters as they are mixed in (`CTr`, `QĐi`, `TTg`, `CTr.PH`), digits of a term last. */
const LETTERS = '[A-ZĐƯ](?:[A-ZĐƯa-zđị]|\\.(?=[A-Z])){0,19}\\d{0,3}';
/** The same with a stray blank in it; only for letters that a table must know. */
const LOOSE = `[A-ZĐƯ](?:${STRAY}[A-ZĐƯa-zđ]|${STRAY}\\.(?=${STRAY}[A-Z])){0,7}`;
/** «380-QĐ/TUcủa Ban Thường vụ»: a lost blank does not make the letters others. */
const END = '(?:(?![\\p{L}\\d])|(?=(?:của|ngày|về|và)\\s))';
const ORD = '(?<ord>(?<![\\d./\\p{L}\u00b9\u00b2\u00b3\u2070-\u2079-]|\\d[-–]\\s?)\\d{1,5}[a-zđ]?)';
const YEAR = '(?<year>(?:1\\s?9|2\\s?0)\\s?\\d\\s?\\d)';

/**
 * 218-QĐ/TW   06-CTr.PH/BDVTU-UBNDTP   14-KH/UBND   298 KH/TWĐTN   218QĐ/TW
 * ^^^ordinal ^^type ^^issuer
 */
const PARTY = new RegExp(
  `${ORD}(?<joint>${HYPHEN}|\\s?)(?<type>${LOOSE})${SLASH}(?<issuer>${LETTERS}(?:${INNER}${LETTERS}){0,3})${END}`,
  'gu',
);
/**
 * 362/QĐ-UBND   04/2015/NĐ-CP   55/2005/TTLT-BNV-VPCP   35/2021/QH15   03/VBHN-VPQH   538/QLCL-QLVBCC   218/QĐ/TW
 * ^^^ordinal    ^^ ^^^^year ^^type ^^issuer
 */
const STATE = new RegExp(
  `${ORD}${SLASH}(?:${YEAR}${SLASH})?(?<first>${LOOSE}(?=${GAP}[-–—−_/])|${LETTERS})(?<rest>${SLASH}${LETTERS}|(?:${HYPHEN}${LETTERS}(?:${INNER}${LETTERS}){0,3})?)${END}`,
  'gu',
);
/** Before the year and the type stood in the number: 24-CP, 299-HĐBT; with a word of type before it. */
const OLD = new RegExp(`${ORD}${HYPHEN}(?<issuer>[A-ZĐ][A-ZĐa-z]{1,4}\\d?)${END}(?!\\s?/)`, 'gu');
/** As a scan reads it: 218-QĐlTW, O5-CT/TW, 2l8-QĐ/TW; with a word of type before it. */
const MISREAD = new RegExp(
  `(?<=(?:số|Số)\\s)(?<ord>[\\dOolISB]{1,5})${HYPHEN}(?<type>[\\dA-ZĐ]{1,3}[ri]?)\\s?[/lI|\\\\]\\s?(?<issuer>[\\dA-ZĐ]{2,6})${END}`,
  'gu',
);

/** What each form cannot be without; most sentences have a figure and none of these. */
const HAS_SLASH = new RegExp(`/${GAP}[A-ZĐƯ]`, 'u');
const HAS_HYPHEN = new RegExp(`[-–—−_]${GAP}[A-ZĐ]`, 'u');
const HAS_MARKER = /[sS]ố\s[\dOolISB]/u;

/** Every full number of a text in order. */
export function findNumbers(text: string): NumberMatch[] {
  if (!/[\dOl][a-zđ]?\s{0,3}[^\s\p{L}]?[\s\d]{0,8}[-–—−_/]?\s{0,3}[\dA-ZĐƯ]/u.test(text)) return [];
  const patterns: [RegExp, RegExp, (match: RegExpExecArray) => NumberMatch | null][] = [
    [HAS_SLASH, PARTY, (match) => readParty(text, match)],
    [HAS_SLASH, STATE, (match) => readState(text, match)],
    [HAS_HYPHEN, OLD, (match) => readOld(text, match)],
    [HAS_MARKER, MISREAD, (match) => readMisread(text, match)],
  ];
  let found: NumberMatch[] = [];
  for (const [needs, pattern, read] of patterns) {
    if (!needs.test(text)) continue;
    const more = Array.from(text.matchAll(pattern), read).filter((number) => number !== null);
    found = withFree(found, more);
  }
  return found;
}

/** Adds those that touch none found before; both lists are in order. */
function withFree(found: readonly NumberMatch[], more: readonly NumberMatch[]): NumberMatch[] {
  const all: NumberMatch[] = [];
  let next = 0;
  for (const number of more) {
    while (next < found.length && (found[next] as NumberMatch).end <= number.start)
      all.push(found[next++] as NumberMatch);
    if (number.end <= (found[next]?.start ?? Number.POSITIVE_INFINITY) && number.start >= (all.at(-1)?.end ?? 0))
      all.push(number);
  }
  return [...all, ...found.slice(next)];
}

function readParty(text: string, match: RegExpExecArray): NumberMatch | null {
  const { ord = '', joint = '', type: written = '' } = match.groups ?? {};
  const letters = tidy(written);
  const type = typeOfLetters(letters);
  const { issuer, end } = wholeIssuer(text, tidyCode(match.groups?.issuer ?? ''), match.index + match[0].length);
  const glued = !/[-–—−_]/.test(joint);
  // «15 QĐ/ha», «3KH/T»: without a hyphen only what both tables know.
  if (!type) return misreadLetters(text, match, letters, issuer, end);
  if (
    glued &&
    (text.charAt(match.index - 1) === ',' || letters.length < 2 || (joint === '' && !issuerOfCode(firstOf(issuer))))
  )
    return null;
  const misread = issuerOfCode(firstOf(issuer)) ? null : misreadIssuer(issuer);
  return make(text, match, ord, end, {
    suffix: `-${letters}/${misread?.code ?? issuer}`,
    typeLetters: type.letters,
    issuerCode: misread?.code ?? issuer,
    form: 'party',
    repaired: misread !== null,
  });
}

/** «18-CT/IW», «05-OĐ/TW»: letters that only a scan gives. */
function misreadLetters(
  text: string,
  match: RegExpExecArray,
  letters: string,
  issuer: string,
  end: number,
): NumberMatch | null {
  const type = misreadType(letters);
  const known = misreadIssuer(issuer) ?? issuerOfCode(issuer);
  if (!type || !known) return null;
  return make(text, match, match.groups?.ord ?? '', end, {
    suffix: `-${type.letters}/${misreadIssuer(issuer)?.code ?? issuer}`,
    typeLetters: type.letters,
    issuerCode: known.code,
    form: 'party',
    repaired: true,
  });
}

function readState(text: string, match: RegExpExecArray): NumberMatch | null {
  const { ord = '', year: writtenYear, first: writtenFirst = '', rest: writtenRest = '' } = match.groups ?? {};
  const year = writtenYear ? Number(tidy(writtenYear)) : null;
  const first = tidy(writtenFirst);
  const rest = tidyCode(writtenRest);
  const whole = wholeIssuer(text, rest === '' ? first : rest.slice(1), match.index + match[0].length);
  const inYear = year ? `/${year}` : '';
  if (rest === '') {
    if (year === null) return readDispatch(text, match, whole.issuer, [], whole.end);
    // 35/2021/QH15 and 02/2020/UBTVQH14: the type is not in the number.
    if (!/^(?:QH|UBTVQH)\d{1,2}$/.test(whole.issuer)) return null;
    const facts = { suffix: `${inYear}/${whole.issuer}`, typeLetters: null, issuerCode: whole.issuer, year };
    return make(text, match, ord, whole.end, { ...facts, form: 'statute' });
  }
  const type = typeOfLetters(first);
  const joint = rest.startsWith('/') ? '/' : '-';
  if (type) {
    if (joint === '/' && (year !== null || !issuerOfCode(whole.issuer))) return null;
    return make(text, match, ord, whole.end, {
      suffix: `${inYear}/${first}${joint}${whole.issuer}`,
      typeLetters: type.letters,
      issuerCode: whole.issuer,
      year,
      form: joint === '/' ? 'party' : year ? 'normative' : 'admin',
    });
  }
  if (year !== null || joint === '/') return null;
  return readDispatch(text, match, first, whole.issuer.split('-'), whole.end);
}

/**
 * 101/CP, 24/LĐ-NĐ, 538/QLCL-QLVBCC: no type letters, or the type last; the words around must say that it is a document.
 */
function readDispatch(
  text: string,
  match: RegExpExecArray,
  first: string,
  rest: string[],
  end: number,
): NumberMatch | null {
  if (!/^[A-ZĐ]{2,}/u.test(first) && !issuerOfCode(first)) return null;
  const ordinals = readOrdinals(text, match.index, match.groups?.ord ?? '');
  const start = ordinals?.[0]?.start ?? match.index;
  const lead = readLead(text, start);
  const attached = /^\s?,?\s?(?:ngày|của|\()/u.test(text.slice(end, end + 8));
  const named = lead.type !== null && lead.type !== 'Hợp đồng';
  if (!named && !(lead.hasMarker && rest.length > 0 && attached)) return null;
  if (isCourtCase(text, start, [first, ...rest])) return null;
  const parts = [first, ...rest];
  const last = parts.at(-1) ?? '';
  const reversed = parts.length === 2 && isNameOf(lead.type, last);
  return make(text, match, match.groups?.ord ?? '', end, {
    suffix: `/${parts.join('-')}`,
    typeLetters: reversed ? (typeOfLetters(last)?.letters ?? null) : null,
    issuerCode: reversed ? first : parts.join('-'),
    form: 'dispatch',
  });
}

function readOld(text: string, match: RegExpExecArray): NumberMatch | null {
  const { ord = '', issuer = '' } = match.groups ?? {};
  const body = issuerOfCode(issuer);
  if (body?.system !== 'state' || body.level !== 'central') return null;
  const ordinals = readOrdinals(text, match.index, ord);
  if (readLead(text, ordinals?.[0]?.start ?? match.index).type === null) return null;
  return make(text, match, ord, match.index + match[0].length, {
    suffix: `-${issuer}`,
    typeLetters: null,
    issuerCode: issuer,
    form: 'dispatch',
  });
}

const DIGITS: Record<string, string> = { O: '0', o: '0', l: '1', I: '1', S: '5', B: '8' };

function readMisread(text: string, match: RegExpExecArray): NumberMatch | null {
  const { ord = '', type: letters = '', issuer = '' } = match.groups ?? {};
  const type = typeOfLetters(letters) ?? misreadType(letters);
  const body = issuerOfCode(issuer) ?? misreadIssuer(issuer);
  if (!type || !body || !/\d/.test(ord)) return null;
  if (!isNameOf(readLead(text, match.index).type, type.letters)) return null;
  const code = issuerOfCode(issuer) ? issuer : body.code;
  const facts = { suffix: `-${typeOfLetters(letters) ? letters : type.letters}/${code}`, typeLetters: type.letters };
  const digits = ord.replace(/[OolISB]/g, (letter) => DIGITS[letter] ?? letter);
  const number = make(text, match, ord, match.index + match[0].length, {
    ...facts,
    issuerCode: code,
    form: 'party',
    repaired: true,
  });
  return number && { ...number, ordinals: [{ ...(number.ordinals[0] as Ordinal), digits }] };
}

type Facts = Omit<NumberMatch, 'start' | 'end' | 'ordinals' | 'year' | 'repaired'> &
  Partial<Pick<NumberMatch, 'year' | 'repaired'>>;

function make(text: string, match: RegExpExecArray, ord: string, end: number, facts: Facts): NumberMatch | null {
  const ordinals = readOrdinals(text, match.index, ord);
  if (!ordinals) return null;
  const years = facts.year ? ordinals : ordinals.filter(({ year }) => year === null);
  return { year: null, repaired: false, ...facts, start: years[0]?.start ?? match.index, end, ordinals: years };
}

/**
 * The issuer's letters to their end: «QĐ/T W» and «NQ-UBTVQH 15» have a stray blank in them, «QĐ/TW2» a mark of a note
 * behind them. Only what the table knows is joined.
 */
function wholeIssuer(text: string, written: string, end: number): { issuer: string; end: number } {
  const parts = written.split('-');
  const last = parts.at(-1) ?? '';
  const more =
    /^[\s\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}([A-ZĐƯ][A-ZĐƯa-zị]{0,15}\d{0,3}|[a-zị]{1,3}U?|\d{1,2})((?:-[A-ZĐƯ][A-ZĐƯa-z]{1,15}\d{0,3}){0,2})(?![\p{L}\d]|\s?[/.]\s?\d)/u.exec(
      text.slice(end, end + 40),
    );
  if (more) {
    const [all, rest = '', tail = ''] = more;
    const joined = issuerOfCode(last + rest);
    const digits = /^\d/.test(rest);
    if (
      digits
        ? joined?.numbered === true && /\D\d{2}$/.test(last + rest)
        : (joined !== null && isWhole(joined, last + rest)) || /^[A-ZĐ]$/.test(last)
    ) {
      const issuer = [...parts.slice(0, -1), last + rest].join('-') + tail;
      return { issuer, end: end + all.length };
    }
  }
  const known = /\d$/.test(last) ? issuerOfCode(last) : null;
  const glued = known && !known.numbered ? (/\d+$/.exec(last)?.[0].length ?? 0) : 0;
  return { issuer: written.slice(0, written.length - glued), end: end - glued };
}

/** The letters joined are the code itself, no department that happens to end in TW. */
function isWhole(issuer: IssuerCode, letters: string): boolean {
  const bare = letters.replace(/\d+$/, '').toUpperCase();
  return [issuer.code, ...(issuer.variants ?? [])].some((code) => code.toUpperCase() === bare);
}

const firstOf = (issuer: string): string => issuer.split('-')[0] ?? '';
const tidy = (written: string): string => written.replace(/[\s\u00b9\u00b2\u00b3\u2070-\u2079]/g, '');

const tidyCode = (written: string): string => tidy(written).replace(/[–—−_]/g, '-');

/** The type that the letters alone tell; null where only words do. */
export function typeFromNumber({ typeLetters, form }: NumberMatch): string | null {
  if (form === 'dispatch' && typeLetters === null) return null;
  const names = (typeLetters ? typeOfLetters(typeLetters)?.names : undefined) ?? ([] as TypeCode['names']);
  // QĐ is a decision or a regulation, TT another paper for the Party and the State: only words tell.
  if (names.length === 1) return names[0] ?? null;
  if (typeLetters === 'TT') return form === 'party' ? 'Thông tri' : 'Thông tư';
  if (typeLetters === 'TB') return 'Thông báo';
  return typeLetters === 'QĐ' && form !== 'party' ? 'Quyết định' : null;
}
