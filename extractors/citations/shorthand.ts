import { fold } from '../text/fold.ts';
import { typeNames } from './codes.ts';
import { capitalise } from './grammar.ts';
import { readIssuer } from './tail.ts';

/** A mention whose number is not written in full: «Quyết định 217 và 218 của Bộ Chính trị», «Nghị định 04». */
export interface ShorthandMatch {
  start: number;
  end: number;
  type: string;
  ordinals: string[];
  issuer: string | null;
}

/** Each name with a capital or a small first letter; «Chỉ Thị» of a heading is rare enough to leave out. */
const TYPES = typeNames
  .filter((name) => !/^(?:Văn bản|Điều lệ|Chiến lược|Luật|Bộ luật|Báo cáo)$/.test(name))
  .map((name) => `[${name.charAt(0)}${name.charAt(0).toLowerCase()}]${name.slice(1).replaceAll(' ', '\\s')}`)
  .join('|');
const MENTION = new RegExp(
  `(?<![\\p{L}])(?:[Cc]ác\\s)?(?<type>${TYPES})\\s(?:số\\s)?(?<list>\\d{1,4}[a-z]?(?:(?:\\s?,\\s?|\\svà\\s)(?:số\\s)?\\d{1,4}[a-z]?){0,4})(?![\\p{L}\\d]|\\s?[-–/_.,]\\s?[\\dA-ZĐ]|[./]\\d|\\s?%)`,
  'gu',
);
/** «Kế hoạch 5 năm», «Nghị quyết 3 nội dung», «Chương trình 135 hộ»: what follows is counted, so it is no number of a document. */
const NOT_COUNTED =
  /^(?:$|[\s]?[,;.:)”"]|\scủa\s|\s(?:và|hoặc|về|ngày|để|đã|được|theo|trên|tại|đến|trong|là|có|do|ở|cùng|với|nêu|khóa|khoá|thì|mà|như|trên địa bàn|sang|cho|từ|qua|này|đó)(?:\s|$|[,.;:])|\s[(“"–-])/u;

/** Every shorthand of a text in order; places that full numbers hold already are passed over by the caller. */
export function findShorthands(text: string): ShorthandMatch[] {
  if (!/\d/.test(text)) return [];
  const found: ShorthandMatch[] = [];
  for (const match of text.matchAll(MENTION)) {
    const { type = '', list = '' } = match.groups ?? {};
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
    if (!NOT_COUNTED.test(after)) continue;
    // Lower-case type words are mostly common nouns («kế hoạch 5», «quy định 02»); with an issuer they are documents.
    const end = match.index + match[0].length;
    const issuer = readIssuer(text, end);
    const lead = /^các\s/iu.exec(match[0])?.[0].length ?? 0;
    const isName = /^\p{Lu}/u.test(type) || issuer !== null || /^(?:nghị định|thông tư|pháp lệnh)$/iu.test(type);
    if (!isName || isPeriod(list, after)) continue;
    const start = match.index + lead;
    found.push({
      start,
      end: issuer?.end ?? end,
      type: capitalise(type),
      ordinals: list.match(/\d{1,4}[a-z]?/g) ?? [],
      issuer: issuer?.name ?? null,
    });
  }
  return found;
}

/** «Kế hoạch 2023», «Nghị quyết năm 2022», «Chương trình 2021 - 2025»: a year. */
function isPeriod(list: string, after: string): boolean {
  return /^(?:19|20)\d\d$/.test(list) || /^\s?[-–]\s?(?:19|20)\d\d/.test(after);
}

/** The code that the type and the issuer words fix, or null: «Quyết định» of «Bộ Chính trị» is `-QĐ/TW`. */
export function suffixFor(type: string, issuer: string): string | null {
  const letters = PARTY_LETTERS[fold(type)];
  const words = fold(issuer);
  if (!letters) return null;
  const party: readonly [RegExp, string][] = [
    [/^(bo chinh tri|ban bi thu|ban chap hanh trung uong|trung uong)/, 'TW'],
    [/^(ban thuong vu |ban chap hanh |thuong truc )?(tinh uy|thanh uy)/, 'TU'],
    [/^(ban thuong vu |ban chap hanh |thuong truc )?huyen uy/, 'HU'],
    [/^(ban thuong vu |ban chap hanh |thuong truc )?quan uy/, 'QU'],
    [/^(ban thuong vu |ban chap hanh |thuong truc )?dang uy (?:phuong|xa|thi tran)/, 'ĐU'],
  ];
  const code = party.find(([pattern]) => pattern.test(words))?.[1];
  return code ? `-${letters}/${code}` : null;
}

const PARTY_LETTERS: Record<string, string> = {
  'nghi quyet': 'NQ',
  'quyet dinh': 'QĐ',
  'quy dinh': 'QĐ',
  'chi thi': 'CT',
  'ket luan': 'KL',
  'thong bao': 'TB',
  'huong dan': 'HD',
  'ke hoach': 'KH',
  'de an': 'ĐA',
  'thong tri': 'TT',
  'cong van': 'CV',
  'quy che': 'QC',
};
