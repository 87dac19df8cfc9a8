import { readTail } from '../citations/tail.ts';
import { governingVerb } from './verbs.ts';

interface Passive {
  verb: string;
  /** The words between the paper and the verb: «chưa được». */
  before: string;
  /** The place of the verb in the text. */
  start: number;
  end: number;
}

const BEHIND =
  /^,?\s?(?<before>(?:đã |đang |sẽ |chưa |không |vẫn |tiếp tục |cần |phải |chậm ){0,3}(?:được|bị)\s)(?:(?:tổ chức|tập trung|nghiêm túc|kịp thời|chỉ đạo|quan tâm)(?:,\s|\s)){0,3}(?<verb>tổng kết|sơ kết|kiểm tra|giám sát|sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|cụ thể hóa|quán triệt|học tập|phổ biến|tuyên truyền|ban hành|thông qua|triển khai|thực hiện)(?![\p{L}])/u;

/** «Chỉ thị số 17-CT/TU chưa được triển khai»: what is done to the paper stands behind it. */
export function passiveBehind(text: string, mentionEnd: number): Passive | null {
  const at = readTail(text, mentionEnd).namedEnd;
  const match = BEHIND.exec(text.slice(at, at + 120));
  const { before = '', verb = '' } = match?.groups ?? {};
  if (!match || verb === '') return null;
  const end = at + match[0].length;
  const known = verb === 'thông qua' ? 'ban hành' : verb === 'bổ sung' ? 'sửa đổi' : governingVerb(verb)?.verb;
  return known ? { verb: known, before, start: end - verb.length, end } : null;
}

const BY =
  /(?:(?:được|bị)\s(?<verb>thay thế|sửa đổi(?:,\sbổ sung)?|bổ sung|bãi bỏ|hủy bỏ)\s(?:một số điều\s)?(?:bằng|bởi|tại|theo)|[(,]\s?(?<short>thay thế|sửa đổi(?:,\sbổ sung)?|bổ sung|bãi bỏ)\s(?:bằng|bởi))\s$/u;

/** «A được thay thế bằng B»: the verb by which the paper that follows acts on the one before; null for anything else. */
export function actsOnEarlier(between: string): string | null {
  const { verb, short } = BY.exec(between.slice(-80))?.groups ?? {};
  const found = verb ?? short;
  return found === undefined ? null : (governingVerb(found === 'bổ sung' ? 'sửa đổi' : found)?.verb ?? null);
}
