import { fold } from '../text/fold.ts';
import laws from './laws.json' with { type: 'json' };

/** A document named without a number: «Luật Tiếp công dân», «Nghị quyết Đại hội XIII của Đảng». */
export interface NamedMatch {
  start: number;
  end: number;
  type: string;
  title: string;
}

/** Every document that a text names, in order. */
export function findNamed(text: string): NamedMatch[] {
  const found = [
    ...(/(?:uật|lệnh)\s/.test(text) ? findLaws(text) : []),
    ...(text.includes('Hiến pháp') ? findConstitution(text) : []),
    ...(text.includes('Nghị quyết') ? findCongress(text) : []),
    ...(text.includes('Nghị quyết') ? findPlenums(text) : []),
  ];
  return found.sort((a, b) => a.start - b.start);
}

const LAW = /(?<![\p{L}])(?<type>Bộ luật|Luật|Pháp lệnh)\s(?=\p{Lu})/gu;
/** Words that end a law's name where the table does not know it; the name begins with a capital. */
const UNKNOWN_NAME =
  /^\p{Lu}\p{L}*(?:,?\s(?!(?:của|và|về|đã|được|trong|năm|ngày|sửa|số|là|có|đối|cho|theo|tại|đến|tới|với|trên|gắn|nhằm|để|do|vào|khi|cũng|nêu|quy|này|mới|gồm|cùng|hoặc|thì|mà|nhưng|còn|sẽ|đang|chưa|không|từ|bằng|như|các|những)(?![\p{L}]))\p{Ll}\p{L}*){0,5}/u;
const YEAR = /^(?:\s\((?:sửa đổi|sửa đổi, bổ sung)\))?(?:\snăm)?\s(?:19|20)\d\d(?![\d/-])/u;

const byFirstWord = new Map(
  Object.entries(laws).map(([type, names]) => [
    type,
    Map.groupBy(
      names.map((name) => fold(name)).sort((a, b) => b.length - a.length),
      (name) => name.split(/[\s,]/, 1)[0] ?? '',
    ),
  ]),
);

function* findLaws(text: string): Generator<NamedMatch> {
  for (const match of text.matchAll(LAW)) {
    const { type = '' } = match.groups ?? {};
    const start = match.index;
    const nameStart = start + match[0].length;
    // A draft is no document in force; «Luật sư», «Luật gia» are people.
    if (/[Dd]ự (?:thảo|án)\s(?:các\s)?$/u.test(text.slice(Math.max(0, start - 13), start))) continue;
    const name =
      knownName(type, text, nameStart) ?? UNKNOWN_NAME.exec(text.slice(nameStart, nameStart + 80))?.[0] ?? '';
    if (name === '' || /^(?:Sư|Gia|Số)(?![\p{L}])/u.test(name)) continue;
    const end = nameStart + name.length;
    const year = YEAR.exec(text.slice(end, end + 40))?.[0].length ?? 0;
    yield { start, end: end + year, type, title: text.slice(start, end + year) };
  }
}

function knownName(type: string, text: string, at: number): string | null {
  const window = fold(text.slice(at, at + 70));
  const first = /^[a-z]+/.exec(window)?.[0] ?? '';
  const name = byFirstWord
    .get(type)
    ?.get(first)
    ?.find((one) => window.startsWith(one) && !/^[a-z]/.test(window.slice(one.length)));
  return name === undefined ? null : text.slice(at, at + name.length);
}

function* findConstitution(text: string): Generator<NamedMatch> {
  for (const match of text.matchAll(/(?<![\p{L}])Hiến pháp(?:\snăm)?\s(?:19|20)\d\d(?![\d/-])/gu))
    yield { start: match.index, end: match.index + match[0].length, type: 'Hiến pháp', title: match[0] };
}

const ROMAN = '[IVXL]{1,6}';
/**
 * Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng
 * Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025
 * Nghị quyết Đại hội lần thứ XVI Đảng bộ thành phố
 */
const CONGRESS = new RegExp(
  `(?<![\\p{L}])Nghị quyết\\sĐại hội\\s(?:đại biểu\\s|toàn quốc\\s){0,2}(?:(?:lần thứ\\s)?${ROMAN}(?![\\p{L}])(?:\\scủa Đảng(?:\\sCộng sản Việt Nam)?|\\sĐảng bộ(?:\\s(?:\\p{Lu}\\p{L}*|tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn)){1,4})?|(?:Đảng bộ|Đảng|Công đoàn|Đoàn|Hội|Mặt trận)(?:\\s(?!các cấp)\\p{L}+){0,7}?\\slần thứ\\s${ROMAN}(?![\\p{L}])(?:\\scủa Đảng)?)(?:,?\\s(?:\\()?nhiệm kỳ\\s\\d{4}\\s?[-–]\\s?\\d{4}\\)?)?`,
  'gu',
);

function* findCongress(text: string): Generator<NamedMatch> {
  for (const match of text.matchAll(CONGRESS))
    yield { start: match.index, end: match.index + match[0].length, type: 'Nghị quyết', title: match[0] };
}

/** Nghị quyết Trung ương 4 khóa XI, khóa XII · Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII */
const PLENUM = new RegExp(
  `(?<![\\p{L}])(?<head>Nghị quyết\\s(?:Hội nghị\\s)?(?:Trung ương\\s(?:lần thứ\\s)?(?:\\d{1,2}|\\p{Ll}{2,5})(?![\\p{L}\\d])|lần thứ\\s(?:\\d{1,2}|\\p{Ll}{2,5}(?:\\s\\p{Ll}{2,5})?)\\s(?:của\\s)?Ban Chấp hành Trung ương(?:\\sĐảng)?))\\s?,?\\s?(?<term>\\(?[Kk]h[óo][aá]\\s${ROMAN}(?:(?:\\s?,\\s?|\\svà\\s)(?:[Kk]h[óo][aá]\\s)?${ROMAN}){0,3}\\)?)`,
  'gu',
);

/** One for each term: «Trung ương 4 khóa XI, XII» are two resolutions. */
function* findPlenums(text: string): Generator<NamedMatch> {
  for (const match of text.matchAll(PLENUM)) {
    const { head = '', term = '' } = match.groups ?? {};
    const terms = term.match(new RegExp(`${ROMAN}(?![\\p{L}])`, 'gu')) ?? [];
    for (const one of terms) {
      const title = terms.length > 1 ? `${head} khóa ${one}` : match[0];
      yield { start: match.index, end: match.index + match[0].length, type: 'Nghị quyết', title };
    }
  }
}
