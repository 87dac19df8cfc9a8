import type { Quantity } from '../part-whole/quantities.ts';
import { fold } from '../text/fold.ts';

/** What «87,5% số lớp» may be a share of: the counts of classes told before it. */
export interface ToldBase {
  base: Quantity;
  /** Every count before it that may be meant; the share of one of them is enough. */
  candidates: readonly Quantity[];
  /** «Trong 24 lớp có …», «08 lớp có …»: no other number can be meant. */
  plain: boolean;
}

/** The percentage begins what is told of them: «…, có 75% số tổ», «…; 75% số tổ»; not «chiếm», «bằng», «phấn đấu». */
const BEGINS = /(?:^|[,;:] |(?:^|[ ,;])(?:có|trong đó|còn)(?: tới| đến)? )$/u;
/** «% số», «% tổng số», «%» up to the noun. */
const OF_NUMBER = /^ ?% (?:tổng )?(số )?(?:các )?/u;
/** What may be said of them: a verb, or what points back. Another word narrows them («số trường mầm non»). */
const PREDICATE =
  /^ (?:trên|này|đó|nói trên|nêu trên|đạt|được|đã|có|không|chưa|còn|bị|vượt|hoàn thành|hoàn tất|thực hiện|triển khai|tổ chức (?!đảng)|xếp|tham gia|đăng ký|ký|nộp|xây dựng|duy trì|hoạt động|dạy|học|mở|lắp|trang bị|sử dụng|áp dụng|ứng dụng|ban hành|công khai|niêm yết|kết nối|hưởng|thoát|chấp hành|chấp thuận|đồng ý|nhất trí|tán thành|hài lòng|báo cáo|làm|giữ|bàn giao|phát huy|tiếp tục|trở lại|đi vào|gửi|trả|cam kết|thành lập|bố trí|đều|tự)(?!\p{L})/u;
/** After the noun: a place or time of its own makes it another number. */
const OF_ELSEWHERE =
  /(?:toàn|trên địa bàn|cả|của|thuộc) (?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|nước|đảng bộ)/u;
const TOLD_BEHIND = /^[^.;]{0,40}\(\d/u;
/** Shares that are wanted, or of several times together. */
const NOT_COUNTED =
  /phấn đấu|chỉ tiêu|mục tiêu|ít nhất|tối thiểu|kế hoạch|hằng năm|hàng năm|mỗi năm|bình quân|trung bình|khối lượng|tiến độ|dự kiến/u;
/** Bodies may be called units the second time. */
const BODIES =
  /^(?:xa|phuong|thi tran|huyen|quan|tinh|dang uy|dang bo|chi bo|co quan|don vi|truong|phong|ban|so|nganh|doanh nghiep|hoi|to chuc|hop tac xa)(?: |$)/;
/** Of these a report counts all and some in one breath: «46 hộ nghèo; có 98% số hộ đạt văn hóa» is of all households. */
const POPULATION = /^(?:ho|nguoi|nhan|dan|gia dinh|hoi vien|doan vien|dang vien|can bo|hoc sinh|lao dong|tre)(?: |$)/;
/** Above this nearly every printed percentage is some whole number of them. */
const MOST_TELLING = 200;

/**
 * «Trong 24 lớp tiểu học có 87,5% số lớp đạt…»: the base of a percentage of a number that the sentence told before.
 * `text` is the block in small letters, `before` the exact counts before the percentage, the nearest last.
 */
export function toldBase(
  text: string,
  sentence: { start: number; end: number },
  percentage: Quantity,
  before: readonly Quantity[],
): ToldBase | null {
  if (!BEGINS.test(text.slice(Math.max(sentence.start, percentage.start - 24), percentage.start))) return null;
  const behind = text.slice(percentage.end, Math.min(sentence.end, percentage.end + 120));
  const opener = OF_NUMBER.exec(behind);
  if (opener === null) return null;
  const called = behind.slice(opener[0].length);
  if (NOT_COUNTED.test(text.slice(sentence.start, percentage.end)) || TOLD_BEHIND.test(called)) return null;
  if (OF_ELSEWHERE.test(called.slice(0, 70))) return null;
  const candidates = before.filter((one) => isCalled(one, called));
  const base = candidates.findLast((one) => one.start >= sentence.start);
  if (base === undefined || base.value > MOST_TELLING) return null;
  const within = /(?:^|[^\p{L}])trong(?: số| tổng số)? $/u.test(text.slice(sentence.start, base.start));
  const plain = within || /^ (?:đã )?có $/u.test(text.slice(base.nounEnd, percentage.start));
  const same = called.startsWith(text.slice(base.end, base.nounEnd).trim());
  if (!plain && !same && POPULATION.test(base.noun)) return null;
  return { base, candidates, plain: plain && candidates.length === 1 && sharesHead(base, called) };
}

/** Does the text begin with the noun of the count, or its first words, and go on with what is said of them? */
function isCalled(one: Quantity, called: string): boolean {
  const folded = fold(called);
  const words = one.noun.split(' ');
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(' ');
    if (folded.startsWith(name) && PREDICATE.test(called.slice(name.length))) return true;
  }
  return BODIES.test(one.noun) && /^đơn vị/u.test(called) && PREDICATE.test(called.slice('đơn vị'.length));
}

const sharesHead = (one: Quantity, called: string): boolean => fold(called).startsWith(`${one.noun.split(' ')[0]} `);
