/** `parentheses` and `colon` bring the parts without a word; `among-some` is «trong đó có». */
export type Opener = 'parentheses' | 'colon' | 'consists' | 'among' | 'among-some' | 'list' | 'remainder';

const among = 'trong đó|trong số đó|trong số này|trong tổng số (?:đó|này)';
const consists =
  'bao gồm|gồm có|gồm|cụ thể là|cụ thể|chia ra|chia thành|chia theo|phân ra|phân loại(?= ?:)|phân loại như sau|được phân loại thành|(?:qua|sau(?: khi)?) phân loại,? có';
const wordEnd = '(?!\\p{L})';
export const lead = new RegExp(
  `^[ :,]*(?:((?:${among}),? (?:có|gồm)|kể cả|có)${wordEnd}|(${among})${wordEnd}|(${consists})${wordEnd})?[ :,]*`,
  'u',
);
export const inlineOpener = new RegExp(`(?<!\\p{L})(?:(?:${among})(?:,? có)?|${consists})${wordEnd}[ :,]*|: `, 'gu');

const startsAmong = new RegExp(`^(?:${among})`, 'u');

/** Figures of one other time or of a plan; two years or quarters together divide. */
export const comparison =
  /^[\s:,]*(?:của )?(?:cùng kỳ|kỳ trước(?! chuyển)|năm (?:trước|ngoái|học trước)|kế hoạch|chỉ tiêu|dự toán|so với|năm \d{4}(?![\s\S]*năm \d{4}))(?!\p{L})/u;

/** «37 đảng viên, …, bằng các hình thức:» */
export const leadsToList =
  /^(?:, việc(?!\p{L}))?(?:, (?:với|bằng|theo|chia|phân)(?!\p{L}))?[^\d;,.()]{0,50}(?<! như)$/u;

/** «Cấp thi hành kỷ luật:», «Nội dung vi phạm:» at the head of a sentence. */
export const headed = /^[\s+*–-]*[^\d.;:()]{2,70}: /u;

/** Of these each member has just one; of «nội dung vi phạm» it may have several. */
export const divides =
  /(?:hình thức|hình phạt|cấp|xếp loại|kết quả|theo|mức|độ tuổi|trình độ|giới tính|loại hình|địa bàn)(?!\p{L})/u;

/** Without what stands in parentheses, and without changes: «, giảm 06 đảng viên so với năm 2022 (43 đảng viên)». */
export function withoutAsides(text: string): string {
  return text
    .replace(/ ?\([^()]*\)/g, '')
    .replace(/,? (?:so với[^,;.]{0,40} )?(?:tăng|giảm) [^,;.]*(?:,(?!\d)|$)/gu, ',')
    .replace(/,$/, '');
}

export function openerOf(words: string): Opener {
  if (words.startsWith(':')) return 'colon';
  if (!startsAmong.test(words)) return 'consists';
  return / có/.test(words) ? 'among-some' : 'among';
}
