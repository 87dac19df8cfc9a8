import { remembered } from '../text/remembered.ts';
import { typeNames, typeOfLetters } from './codes.ts';

/** «NQ số 18-NQ/TW», «CV số 123/UBND-NC»: the letters of the type for its name, as people write in notes and tables. */
const ABBREVIATED =
  /(?<![\p{L}\d/-])(?<letters>NQ|QĐ|CT|KL|TB|KH|NĐ|TT|HD|CV|ĐA|CTr)\s(?<marker>(?:số\s?:?\s{0,2}){0,2})$/u;
/** Words right before a number: the type, «số» (also twice), a colon. */
const BEFORE = new RegExp(
  `(?:(?<![\\p{L}])(?<type>${typeNames.map((name) => name.replaceAll(' ', '\\s')).join('|')})\\s?(?<extra>liên tịch|liên ngành|phối hợp|hành động|kết luận)?\\s?(?:chuyên đề)?\\s{0,2})?(?<marker>(?:số|Số)\\s?:?\\s{0,2}){0,2}$`,
  'iu',
);

export interface Lead {
  /** Where the citation begins: at its type word, else at «số», else at the number. */
  start: number;
  type: string | null;
  hasMarker: boolean;
}

/** The type word and «số» that end right before `at`. */
export function readLead(text: string, at: number): Lead {
  const from = Math.max(0, at - 48);
  const lead = leadOf(text.slice(from, at));
  return { ...lead, start: from + lead.start };
}

const leadOf = remembered((before): Lead => {
  const match = BEFORE.exec(before);
  if (!match?.groups?.type) {
    const short = ABBREVIATED.exec(before);
    const { letters = '', marker = '' } = short?.groups ?? {};
    const names = typeOfLetters(letters)?.names ?? [];
    if (short)
      return {
        start: short.index,
        type: names.length === 1 ? (names[0] ?? null) : null,
        hasMarker: marker !== '',
      };
  }
  if (!match?.[0]) return { start: before.length, type: null, hasMarker: false };
  const type = match.groups?.type
    ? capitalise([match.groups.type, match.groups.extra].filter(Boolean).join(' '))
    : null;
  const blanks = /^\s*/.exec(match[0])?.[0].length ?? 0;
  return { start: match.index + blanks, type, hasMarker: match.groups?.marker !== undefined };
});

export function capitalise(words: string): string {
  const small = words.replace(/\s+/g, ' ').toLowerCase();
  return small.charAt(0).toUpperCase() + small.slice(1);
}
