import { BODY } from './body-names.ts';
import { typeNames } from './codes.ts';
import { findNumbers } from './grammar.ts';
import { readLead } from './lead.ts';

const MAX_TITLE = 400;
const LEAD =
  /^\s?,?\s?(?:(?:về việc|về|v\/v|Về việc|Về|:)\s:?\s?(?:ban hành (?=[“"«]))?|(?=(?:[Qq]uy định|[Hh]ướng dẫn|[Ss]ửa đổi|[Pp]hê duyệt|[Tt]hành lập|[Bb]an hành(?! (?:năm|ngày|kèm|tại|từ|trong|trước|sau)\s)|[Ss]au)[\s,](?!\s?(?:bổ sung\s)?(?:bởi|bằng|theo)\s)))/u;
const TYPES = typeNames.map((name) => name.replaceAll(' ', '\\s')).join('|');
/** Where a subject without quotes is over: the clause ends, or someone begins to act on it. */
const END = new RegExp(
  [
    '[;.](?:\\s|$|/)',
    '[\\n\\t]',
    '\\s\\(',
    ':\\s',
    ',\\s(?:trong đó|qua đó|đến nay|theo đó|trên cơ sở đó|sau đó|đồng thời|toàn (?:tỉnh|huyện|thành phố|xã)|các cấp)(?![\\p{L}])',
    `,\\s(?:${BODY})[^,;.]{0,60}?\\s(?:đã|ban hành|triển khai|tổ chức|chỉ đạo|xây dựng|tham mưu|thực hiện|quán triệt|phối hợp|báo cáo|yêu cầu|đề nghị)(?![\\p{L}])`,
    ',\\s(?:tỉnh|huyện|xã|quận|phường|thành phố|đơn vị|cơ quan|ngành|địa phương)\\s(?:đã|ban hành|triển khai|tổ chức|chỉ đạo|báo cáo|phối hợp|kiểm tra|giám sát|thực hiện|hoàn thành|giao|mở|có)(?![\\p{L}])',
    '\\s(?:đã |đang |sẽ |chưa )?được\\s(?:triển khai|thực hiện|quán triệt|ban hành|phổ biến|học tập|cụ thể|gửi|phát hành|cấp|toàn)(?![\\p{L}])',
    '\\s(?:đã|vẫn|sẽ)\\s',
    `\\sbằng\\s(?:các\\s|việc\\s)?(?:${TYPES})\\s(?:số\\s)?\\d`,
  ].join('|'),
  'u',
);
/** «… và Nghị quyết số 18/2022/NQ-HĐND»: another paper beside this one, not a part of its subject. */
const SIBLING = new RegExp(`(?:,|,?\\svà|;)\\s(?:các\\s)?(?:${TYPES})\\s(?:số\\s)?\\d`, 'u');
/** Verbs whose object a paper in the subject is: «về thực hiện Chỉ thị số … và Quy định số …». */
const GOVERNS = new RegExp(
  `(?:thực hiện|triển khai|sơ kết|tổng kết|kiểm tra|giám sát|sửa đổi|bổ sung|thay thế|bãi bỏ|quán triệt|học tập|thi hành|cụ thể hóa|tuyên truyền|góp ý)(?![\\p{L}])[^;.]*(?:${TYPES})\\s(?:số\\s)?\\d`,
  'u',
);

/** Quoted titles in order («về “…” và “…”»), else the words after «về» up to the end of the clause. */
export function readTitles(text: string, at: number): { titles: string[]; end: number } {
  const window = text.slice(at, at + MAX_TITLE);
  const lead = LEAD.exec(window);
  const quotedAt = /^\s?,?\s?[“"«]/u.exec(window);
  if (!lead && !quotedAt) return { titles: [], end: at };
  let from = lead?.[0].length ?? 0;
  const titles: string[] = [];
  for (;;) {
    const quoted = /^(?:\s?(?:,|;|và)?\s?(?:về\s(?:việc\s)?)?)[“"«]([^”"»]{1,380})[”"»]/u.exec(window.slice(from));
    if (!quoted) break;
    const title = (quoted[1] ?? '').trim().replace(/^(?:về việc|về|v\/v)\s/iu, '');
    if (/\p{L}{2}/u.test(title)) titles.push(title);
    from += quoted[0].length;
  }
  if (titles.length > 0) return { titles, end: at + from };
  if (!lead || lead[0].trim() === ':') return { titles: [], end: at };
  const subject = plainSubject(window.slice(from));
  return isTitle(subject) ? { titles: [subject], end: at + from + subject.length } : { titles: [], end: at };
}

function plainSubject(rest: string): string {
  const clause = rest.slice(0, END.exec(rest)?.index ?? rest.length);
  const sibling = SIBLING.exec(clause);
  const whole = sibling && !GOVERNS.test(clause.slice(0, sibling.index)) ? clause.slice(0, sibling.index) : clause;
  return whole.replace(/[,\s]+$/, '');
}

/** A subject says something; «380-QĐ/TU của Ban Thường vụ Thành ủy» names another paper. */
export function isTitle(subject: string): boolean {
  if (subject.length < 4) return false;
  const [number] = findNumbers(subject);
  if (!number || readLead(subject, number.start).start > 0) return true;
  return /\s(?:về|“)/u.test(subject.slice(number.end));
}
