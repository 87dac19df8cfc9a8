import { fold } from '../text/fold.ts';
import { typeNames } from './codes.ts';
import type { NumberMatch } from './grammar.ts';
import { readIssuer } from './issuer.ts';
import { capitalise, readLead } from './lead.ts';

/** A mention whose number is not written in full: «Quyết định 217 và 218 của Bộ Chính trị», «Nghị định 45/2022». */
export interface ShorthandMatch {
  start: number;
  end: number;
  type: string;
  /** None for «Nghị quyết này». */
  ordinals: { digits: string; year: number | null }[];
  issuer: string | null;
  /** It gives the paper before it this name: «(gọi tắt là Quyết định 217)». */
  alias: boolean;
}

const SHORT_TYPES = typeNames.filter(
  (name) => !/^(?:Văn bản|Điều lệ|Chiến lược|Luật|Bộ luật|Báo cáo|Hợp đồng|Biên bản)$/.test(name),
);
/** Each name with a capital or a small first letter; «Chỉ Thị» of a heading is rare enough to leave out. */
const TYPES = SHORT_TYPES.map(
  (name) => `[${name.charAt(0)}${name.charAt(0).toLowerCase()}]${name.slice(1).replaceAll(' ', '\\s')}`,
).join('|');
const ITEM = '\\d{1,4}[a-zđ]?(?:\\/(?:19|20)\\d\\d)?';
const MENTION = new RegExp(
  `(?<![\\p{L}])(?:[Cc]ác\\s)?(?<type>${TYPES})\\s(?:số\\s)?(?<list>${ITEM}(?:(?:\\s?,\\s?|\\svà\\s)(?:số\\s)?${ITEM}){0,4})(?![\\p{L}\\d]|\\s?[-–/_.,]\\s?[\\dA-ZĐ]|[./]\\d|\\s?%)`,
  'gu',
);
/** «Nghị quyết này», «Chỉ thị nói trên»: only with a capital, in small letters the words are common nouns. */
const BACKWARD = new RegExp(
  `(?<![\\p{L}])(?<type>${SHORT_TYPES.filter((name) => !/^Thông báo/.test(name))
    .map((name) => name.replaceAll(' ', '\\s'))
    .join('|')})\\s(?:này|trên|nói trên|nêu trên)(?![\\p{L}])(?!\\s(?:địa bàn|cơ sở|toàn|các|mọi|phạm vi|tất cả))`,
  'gu',
);
/** «Kế hoạch 5 năm», «Nghị quyết 3 nội dung», «Chương trình 135 hộ»: what follows is counted, so it is no number of a document. */
const NOT_COUNTED =
  /^(?:$|[\s]?[,;.:)”"]|\s(?:của|Hội nghị|Trung ương|BCH|Ban Chấp hành|Bộ Chính trị|Ban Bí thư)\s|\s(?:và|hoặc|về|ngày|để|đã|được|theo|trên|tại|đến|trong|là|có|do|ở|cùng|với|nêu|khóa|khoá|thì|mà|như|trên địa bàn|sang|cho|từ|qua|này|đó|vẫn|chưa|cũng|còn|gắn|tiếp tục|nhằm|sẽ|đang|không|nay|gồm|quy định|yêu cầu|xác định|ban hành|bị|hết|chỉ đạo|giao|nhấn mạnh|ra đời|thay thế|phải|cần|hiện)(?:\s|$|[,.;:])|\s[(“"–-])/u;
const ALIAS_BEFORE = /(?:gọi tắt là|viết tắt là|sau đây gọi là|gọi chung là)[:\s]{1,2}[“"]?$/u;
/** «217-QĐ/TW và 218 của Bộ Chính trị»: a bare ordinal behind a full number. */
const BEHIND = /^(?:\s?,|\svà)\s(?:số\s)?(?<digits>\d{2,4})(?=\scủa\s)/u;

/** Every shorthand of a text in order; places that full numbers hold already are passed over by the caller. */
export function findShorthands(text: string, numbers: readonly NumberMatch[] = []): ShorthandMatch[] {
  const found: ShorthandMatch[] = [];
  // Most cells of a table have no blank before a digit, and few texts point back.
  const numbered = /\s\d/.test(text) ? text.matchAll(MENTION) : [];
  for (const match of numbered) {
    const short = readMention(text, match);
    if (short) found.push(short);
  }
  const pointing = /\s(?:này|trên|nói|nêu)/.test(text) ? text.matchAll(BACKWARD) : [];
  for (const match of pointing) {
    const { type = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    const ordinals = [{ digits: '', year: null }];
    found.push({ start: match.index, end, type: capitalise(type), ordinals, issuer: null, alias: false });
  }
  for (const { start: from, end: at } of numbers) {
    const digits = BEHIND.exec(text.slice(at, at + 24));
    const type = digits ? readLead(text, from).type : null;
    const issuer = digits ? readIssuer(text, at + digits[0].length) : null;
    if (!digits?.groups?.digits || !type || !issuer) continue;
    const start = at + digits[0].length - digits.groups.digits.length;
    const ordinals = [{ digits: digits.groups.digits, year: null }];
    found.push({ start, end: issuer.end, type, ordinals, issuer: issuer.name, alias: false });
  }
  return found.sort((a, b) => a.start - b.start);
}

function readMention(text: string, match: RegExpExecArray): ShorthandMatch | null {
  const { type = '', list = '' } = match.groups ?? {};
  const end = match.index + match[0].length;
  const after = text.slice(end, end + 24);
  if (!NOT_COUNTED.test(after) || isPeriod(list, after)) return null;
  // Lower-case type words are mostly common nouns («kế hoạch 5», «quy định 02»); with an issuer they are documents.
  const issuer = readIssuer(text, end);
  if (!(/^\p{Lu}/u.test(type) || issuer !== null || /^(?:nghị định|thông tư|pháp lệnh)$/iu.test(type))) return null;
  const start = match.index + (/^các\s/iu.exec(match[0])?.[0].length ?? 0);
  return {
    start,
    end: issuer?.end ?? end,
    type: capitalise(type),
    ordinals: Array.from(list.matchAll(/(\d{1,4}[a-zđ]?)(?:\/(\d{4}))?/gu), ([, digits = '', year]) => ({
      digits,
      year: year ? Number(year) : null,
    })),
    issuer: issuer?.name ?? null,
    alias: ALIAS_BEFORE.test(text.slice(Math.max(0, start - 24), start)),
  };
}

/** «Kế hoạch 2023», «Nghị quyết năm 2022», «Chương trình 2021 - 2025», «Kế hoạch 2024/2025»: a year. */
function isPeriod(list: string, after: string): boolean {
  return /^(?:19|20)\d\d(?:\/(?:19|20)\d\d)?$/.test(list) || /^\s?[-–]\s?(?:19|20)\d\d/.test(after);
}

/** The code that type, issuer and year fix, or null: «Quyết định» of «Bộ Chính trị» is `-QĐ/TW`. */
export function suffixFor(type: string, issuer: string | null, year: number | null): string | null {
  // A decree is the Government's; with its year the number is whole.
  if (type === 'Nghị định' && year !== null) return `/${year}/NĐ-CP`;
  const letters = PARTY_LETTERS[fold(type)];
  const words = fold(issuer ?? '');
  if (!letters || year !== null) return null;
  const party: readonly [RegExp, string][] = [
    [/^(bo chinh tri|ban bi thu|ban chap hanh trung uong|trung uong)(?! doan| hoi)/, 'TW'],
    [/^(ban thuong vu |ban chap hanh |thuong truc )?(tinh uy|thanh uy)/, 'TU'],
    [/^(ban thuong vu |ban chap hanh |thuong truc )?huyen uy/, 'HU'],
    [/^(ban thuong vu |ban chap hanh |thuong truc )?quan uy(?! trung uong)/, 'QU'],
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
