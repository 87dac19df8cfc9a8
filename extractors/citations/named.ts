/** A document named without a number: «Luật Tiếp công dân», «Nghị quyết Đại hội XIII của Đảng». */
export interface NamedMatch {
  start: number;
  end: number;
  type: string;
  title: string;
}

/** Laws are named by their subject: capitalised first word, then lower case up to a stop word. */
const LAW =
  /(?<![\p{L}])(?<type>Bộ luật|Luật|Pháp lệnh)\s(?<name>\p{Lu}[\p{L}]*(?:[, ]{1,2}(?!(?:của|và các|về|đã|được|trong|năm|ngày|sửa|số|là|có|đối|cho|theo|tại|đến|với|trên|gắn|nhằm|để|do|vào|khi)\b|\d)[\p{L}]+){0,7})(?<year>\snăm\s\d{4})?/gu;
const CONGRESS =
  /(?<![\p{L}])Nghị quyết\s(?:Đại hội|Trung ương)\s(?:đại biểu\s|Đảng\s|toàn quốc\s){0,3}(?:lần thứ\s|khóa\s|khoá\s|\d{1,2}\s){0,2}(?:[IVXLC]{1,6})?(?:\s?,?\s?(?:[Kk]hóa|[Kk]hoá)\s[IVXLC]{1,6}(?:\s?,\s?(?:[Kk]hóa\s)?[IVXLC]{1,6}){0,3})?(?:\scủa Đảng|\sĐảng bộ\s[\p{L} ]{2,30}?(?=[,.;)]|$))?/gu;

export function findNamed(text: string): NamedMatch[] {
  const found: NamedMatch[] = [];
  if (/Luật|luật|Pháp lệnh/.test(text)) {
    for (const match of text.matchAll(LAW)) {
      const { type = '', name = '' } = match.groups ?? {};
      // «Luật sư», «Luật gia»: people. A draft is no document in force.
      if (
        /^(?:sư|gia)\b/iu.test(name) ||
        /[Dd]ự (?:thảo|án)\s$/u.test(text.slice(Math.max(0, match.index - 8), match.index))
      )
        continue;
      found.push(makeMatch(match, type));
    }
  }
  if (/Nghị quyết (?:Đại hội|Trung ương)/.test(text)) {
    for (const match of text.matchAll(CONGRESS)) {
      if (/[IVXLC]|\d/.test(match[0])) found.push(makeMatch(match, 'Nghị quyết'));
    }
  }
  return found;
}

function makeMatch(match: RegExpExecArray, type: string): NamedMatch {
  const title = match[0].replace(/[,\s]+$/u, '');
  return { start: match.index, end: match.index + title.length, type, title };
}
