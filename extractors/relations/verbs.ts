/** A verb that relates documents, and where it stands. */
export interface VerbMatch {
  verb: string;
  start: number;
  end: number;
}

interface Verb {
  verb: string;
  pattern: RegExp;
  /** It keeps its object over a «thực hiện» that follows. */
  strong?: true;
}

/**
 * `strong`: «tổng kết 10 năm thực hiện Quyết định …» reviews the decision, «kiểm tra … trong việc triển khai thực hiện
 * Quyết định …» inspects it.
 */
const VERBS: readonly Verb[] = [
  { verb: 'tổng kết', pattern: /tổng kết/giu, strong: true },
  { verb: 'sơ kết', pattern: /sơ kết/giu, strong: true },
  {
    verb: 'kiểm tra',
    pattern:
      /(?<!công tác )(?:kiểm tra|giám sát|thanh tra)(?!\s(?:của|thường xuyên|việc)|,\sgiám sát\scủa|\sđịnh kỳ)/giu,
    strong: true,
  },
  // «kiểm tra việc thực hiện Quy định …», but not «việc kiểm tra việc …» of a title that goes on elsewhere
  { verb: 'kiểm tra', pattern: /(?<!công tác )(?:kiểm tra|giám sát)(?=\sviệc\s)/giu, strong: true },
  { verb: 'sửa đổi', pattern: /sửa đổi(?:,\sbổ sung)?(?!,?\sbổ sung một số điều)/giu, strong: true },
  { verb: 'thay thế', pattern: /thay thế/giu, strong: true },
  { verb: 'bãi bỏ', pattern: /bãi bỏ|hủy bỏ|huỷ bỏ/giu, strong: true },
  { verb: 'góp ý', pattern: /góp ý(?:\s(?:vào|cho))?(?=\s(?:dự thảo\s)?\p{Lu}|\s*$)|tham gia ý kiến/giu },
  { verb: 'cụ thể hóa', pattern: /cụ thể h[óo][áa]|thể chế h[óo][áa]/giu },
  { verb: 'quán triệt', pattern: /quán triệt|học tập|phổ biến|tuyên truyền/giu },
  { verb: 'ban hành', pattern: /ban hành|xác định/giu },
  // Approving is issuing only of what follows at once: «tuyên truyền thông qua hội nghị» is none.
  { verb: 'ban hành', pattern: /(?:phê duyệt|thông qua)(?=\s(?:các\s|\d{1,2}\s)?$)/giu },
  // «Đảng ủy ra Nghị quyết số …», but not «đề ra», «đưa ra».
  {
    verb: 'ban hành',
    pattern: /(?<=\s)(?<!(?:đề|đưa|nêu|vạch|tìm|xảy|diễn|mở|gây|tạo|ngoài|sinh)\s)ra(?=\s(?:các\s)?$)/giu,
  },
  { verb: 'thực hiện', pattern: /thực hiện|triển khai|thi hành|(?<!ban )chấp hành/giu },
  {
    verb: 'thực hiện',
    pattern: /hoàn thành(?=[^.;]{0,60}(?:chỉ tiêu|mục tiêu|nhiệm vụ)[^.;]{0,60}\s(?:trong|của|theo)\s(?:các\s)?$)/giu,
  },
  { verb: 'căn cứ', pattern: /căn cứ/giu },
  {
    verb: 'thực hiện',
    pattern:
      /(?<![\p{L}])(?<!kèm )theo(?=\s(?:đúng\s|tinh thần\s|nội dung\s|yêu cầu\s|quy định (?:tại|của)\s|các\s|(?:điểm|khoản|điều|mục|chương)\s[\dIVXa-zđ]{1,4}(?:,|\scủa)?\s){0,5}$)/giu,
  },
  { verb: 'kèm theo', pattern: /kèm theo/giu },
];

/** The verb that governs a document which follows `text`: the last one, but for a strong one before it. */
export function governingVerb(text: string): VerbMatch | null {
  let last: (VerbMatch & { strong: boolean }) | null = null;
  let strong: VerbMatch | null = null;
  for (const { verb, pattern, strong: keeps } of VERBS) {
    for (const match of text.matchAll(pattern)) {
      const found = { verb, start: match.index, end: match.index + match[0].length, strong: keeps === true };
      if (!last || found.start > last.start) last = found;
      if (keeps && (!strong || found.start > strong.start)) strong = found;
    }
  }
  if (!last || last.strong || !strong) return last;
  // «sửa đổi, bổ sung Quy chế làm việc ban hành kèm theo Quyết định số …»
  if (last.verb === 'kèm theo') return /^(?:sửa đổi|thay thế|bãi bỏ)$/.test(strong.verb) ? strong : last;
  // Only an object that is itself carried out is reviewed or inspected through it.
  return last.verb === 'thực hiện' && text.slice(last.start, last.end).toLowerCase() !== 'theo' ? strong : last;
}
