import { BODY } from '../citations/body-names.ts';
import { typeNames } from '../citations/codes.ts';
import { clauseStart, sentenceStart } from './clause.ts';
import { governingVerb } from './verbs.ts';

/** What governs the document last met, for those that are strung to it by a comma or «và». */
export interface Governed {
  verb: string;
  /** The paper whose object it is; null for the report. */
  from: string | null;
  /** Where the words of the relation begin in the block. */
  start: number;
  /** The words of the clause before the verb. */
  before: string;
  /** What governs the paper whose object it is. */
  outer?: Governed | null;
}

/** What was read before the next mention. */
export interface Reading {
  /** Number of the mention to be read. */
  next: string | null;
  /** It has a verb of its own behind it: «; Kết luận số … vẫn còn hiệu lực». */
  isSubject: boolean;
  /** Number of the mention before it, in the same stretch; null where there is none or it has no number. */
  previous: { number: string | null } | null;
  governed: Governed | null;
  /** The verb of the report that a list of papers hangs on: «… đã ban hành: Kế hoạch …; Công văn …». */
  list: Governed | null;
  /** The paper that the row of a table is about. */
  rowNumber: string | null;
}

const EMPTY = /^[\s+–-]*$/u;
const YEARS = /(?:^\s?|[,;]\s?|\svà\s)(?:và\s)?\d{1,2} năm (?:triển khai )?thực hiện\s(?:các\s)?$/iu;
/** «Trọng tâm là Chỉ thị …»: the sentence goes on with the verb of the one before. */
const GOES_ON =
  /^\s?(?:(?:Nội dung |Trong đó,? )?[Tt]rọng tâm|Nhất|Nổi bật|Cụ thể|Đặc biệt|Tiêu biểu|Trong đó)(?:\slà|\scó|\sgồm|:)?\s(?:việc\s)?(?:các\s)?$/u;
const NAMES_IT = /(?:gọi tắt|viết tắt|gọi chung|sau đây gọi) là\s?[“"]?$/u;
/** «…, Ủy ban nhân dân tỉnh đã ban hành …»: someone else acts in the same sentence. */
const NEW_SUBJECT = new RegExp(
  `(?:,|;|\\svà)\\s(?:${BODY}|(?:các|toàn|nhiều)\\s(?:cấp|cơ quan|đơn vị|địa phương|tỉnh|huyện|xã|đảng bộ)|(?:tỉnh|huyện|thành phố|quận|thị xã|xã|phường|đơn vị|ngành)\\s(?:đã|cũng))(?:[^,;.“”]|(?<=sửa đổi),\\s(?=bổ sung)){0,90}$`,
  'u',
);
const UNNUMBERED = new RegExp(`^\\s?(?:${typeNames.join('|')})\\s?(?:về\\s(?:việc\\s)?)?$`, 'u');
const COORDINATED =
  /^\s?(?:,|,?\svà|,?\sđồng thời|;)\s(?:tổ chức\s|tiếp tục\s|tăng cường\s|chỉ đạo\s|thường xuyên\s|sớm\s|kịp thời\s|khẩn trương\s|nghiên cứu\s|đẩy mạnh\s|tích cực\s){0,2}$/u;

/** What is done with a paper that is there already: it is not the one that goes on to do something. */
const ACTED_ON = new Set(['thực hiện', 'quán triệt', 'căn cứ', 'sơ kết', 'tổng kết', 'kiểm tra']);
/** A comma behind the name of the paper, and a verb at once. */
const NEXT_ACT = /^(?:\s\([^)]{1,40}\)|\scủa\s[^,]{2,60})?,\s(?:việc\s|đã\s|tổ chức\s|tiến hành\s){0,2}$/u;

/** Decides what governs the next mention from the words between it and the one before. */
export function govern(
  gap: string,
  gapStart: number,
  { next, isSubject, previous, governed, list, rowNumber }: Reading,
): Governed | null {
  if (NAMES_IT.test(gap.slice(-40))) return null;
  const { at: cut, endedBy } = clauseStart(gap);
  const clause = gap.slice(cut);
  const sameClause = cut === 0 && previous !== null;
  const onwards = (one: Governed): Governed => ({ ...one, start: gapStart + cut });
  // «tổng kết 10 năm thực hiện A và 05 năm thực hiện B»: the review goes on.
  if (governed && previous !== null && endedBy !== '.' && YEARS.test(clause.slice(-60)))
    return sameClause ? governed : onwards(governed);
  if (endedBy === '.' && GOES_ON.test(clause)) {
    const earlier = gap.slice(0, cut);
    const before = governingVerb(earlier.slice(sentenceStart(earlier.trimEnd())));
    return before && { verb: before.verb, from: null, start: gapStart + cut, before: '' };
  }
  // «cụ thể hóa bằng Kế hoạch số …»: what is carried out is told by a paper of one's own.
  const by = /\sbằng\s(?:các\s|việc ban hành\s)?$/u.exec(clause);
  if (by)
    return { verb: 'ban hành', from: null, start: gapStart + cut + by.index + 1, before: clause.slice(0, by.index) };
  const verb = governingVerb(withoutQuotes(clause));
  if (!verb) {
    if (sameClause && isStrung(clause)) return isSibling(next, governed) ? (governed?.outer ?? null) : governed;
    if (!EMPTY.test(clause) || endedBy === '.' || (cut > 0 && isSubject)) return null;
    if (cut === 0) return previous === null && list ? onwards(list) : null;
    // «…; Công văn số …»: the next paper of a list, with nothing but its name.
    // «…; Kế hoạch sơ kết 05 năm thực hiện Chỉ thị …; Kế hoạch số …»: a paper without a number is one of the list as well.
    const isItem = governed !== null && UNNUMBERED.test(governed.before);
    const root = rootOf(governed);
    const holder = root !== null && !(isItem && list) ? root : list;
    return previous !== null && holder ? onwards(holder) : previous === null && list ? onwards(list) : null;
  }
  const before = clause.slice(0, verb.start);
  const here = (from: string | null): Governed => ({
    verb: verb.verb,
    from,
    start: gapStart + cut + verb.start,
    before,
    outer: from !== null && from === previous?.number ? governed : null,
  });
  if (previous === null) return here(rowNumber);
  if (!sameClause || NEW_SUBJECT.test(before)) return here(null);
  // «… thực hiện Chỉ thị số … tại 04 huyện, báo cáo theo Công văn số …»: the report goes on, not the paper before.
  if (/^theo$/iu.test(clause.slice(verb.start, verb.end)) && /,\s[^,]{0,60}$/u.test(before)) return here(null);
  // «Qua 02 năm thực hiện Chỉ thị số …, tổng kết 10 năm thực hiện Nghị quyết số …», «Sau khi có Thông báo số …, Sở đã
  // sửa đổi …»: the first is over at the comma, and the report goes on.
  if (governed?.from === null && ACTED_ON.has(governed.verb) && NEXT_ACT.test(before)) return here(null);
  // «Đề nghị sửa đổi A và sớm tổng kết B»: what stands before the first verb holds for the second.
  if (COORDINATED.test(before))
    return { ...here(governed?.from ?? null), before: `${governed?.before.slice(-120) ?? ''} ${before}` };
  // Inside one clause the paper named before is the subject: its title tells what it is for.
  if (isTitle(before) || verb.start <= 12) return here(previous.number);
  return here(governed && /\svà\s/u.test(before) ? governed.from : previous.number);
}

/** What the report itself does, above the papers whose objects are listed. */
function rootOf(governed: Governed | null): Governed | null {
  let root = governed;
  while (root !== null && root.from !== null) root = root.outer ?? null;
  return root;
}

/**
 * «Kế hoạch số 81-KH/TU về thực hiện Quyết định số 217-QĐ/TW và Kế hoạch số 11-KH/TU»: the last is one more plan of the
 * committee, not a thing that its plan carries out.
 */
function isSibling(next: string | null, governed: Governed | null): boolean {
  const codeOf = (number: string): string => number.replace(/^\d+[a-zđ]?(?:\/\d{4})?/u, '');
  return next !== null && governed?.from != null && codeOf(next) === codeOf(governed.from);
}

/** What a quote says is done by others: «… quy định “Mặt trận góp ý …” theo Điều 7». An open quote is a title that goes on. */
const withoutQuotes = (clause: string): string =>
  clause.replace(/[“"][^“”"]{1,400}[”"]/gu, (quoted) => ' '.repeat(quoted.length));

/** Commas, «và», issuer, date and title of the one before: nothing that starts another thought. */
function isStrung(clause: string): boolean {
  const rest = clause.replace(/“[^”]{0,400}”/gu, '').trim();
  return (
    /^(?:[,(]|(?:,?\s?và|,?\s?cùng|,?\s?hoặc|,?\s?gắn với)(?:\scác)?|)$/u.test(rest) ||
    /(?:,|và|,\s?và|gắn với)(?:\scác)?$/u.test(rest)
  );
}

/** «… của Ban Thường vụ Huyện ủy về (việc) …», «… để …», «… nhằm …», «… chỉ đạo …» before the verb. */
function isTitle(before: string): boolean {
  return /(?:^|\s)(?:về|để|nhằm|v\/v|chỉ đạo|của)(?:\s|$)/u.test(before.slice(0, 240));
}
