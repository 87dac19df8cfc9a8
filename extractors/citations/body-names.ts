import anatomy from '../anatomy/bodies.json' with { type: 'json' };
import { fold } from '../text/fold.ts';
import { isCapital } from '../text/letters.ts';
import { remembered } from '../text/remembered.ts';
import { issuerCodes, typeNames } from './codes.ts';

/** The first words of a body's name, or the office of who signs for it. */
export const BODY =
  '(?:Ban (?:Thường vụ|Thường trực|Chấp hành|chấp hành|Bí thư|[Cc]án sự|[Cc]hỉ đạo|[Cc]hỉ huy|[Dd]ân vận|[Tt]ổ chức|[Tt]uyên giáo|[Nn]ội chính|[Kk]inh tế|[Đđ]ối ngoại|[Qq]uản lý|\\p{Lu}\\p{L}*)|Bộ [Cc]hính trị|Bộ trưởng|Bộ \\p{Lu}\\p{L}*|Thường trực|Chính phủ|Thủ tướng|Phó Thủ tướng|Quốc hội|[UỦ][yỷ] ?[Bb]an|UBND|HĐND|UBMTTQ|MTTQ|UBKT|BTV|BCH|LĐLĐ|TAND|VKSND|BHXH|Hội đồng|Chủ tịch|Thành [uủ][ỷy]|Tỉnh [uủ][ỷy]|Huyện [uủ][ỷy]|Quận [uủ][ỷy]|Thị [uủ][ỷy]|Đảng [uủ][ỷy]|Quân [uủ][ỷy]|Đảng đoàn|Đảng bộ|Văn phòng|Khối(?=\\s(?:\\p{Lu}|các|dân))|Sở|Trung ương|Mặt trận|Tổng cục|Tổng [Ll]iên đoàn|Tổng Bí thư|Tổng [Gg]iám đốc|Tổng Kiểm toán|Tổng Thanh tra|Cục|Chi cục|Tòa án|Toà án|Viện [Kk]iểm sát|Viện trưởng|Chánh án|Tư lệnh|Chính ủy|Giám đốc|Thống đốc|Trưởng [Bb]an|Bí thư|Liên đoàn|Liên minh|Liên hiệp|Đoàn(?=\\s\\p{Lu})|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Quận đoàn|Thị đoàn|Hội(?=\\s\\p{Lu})|Công an|Công đoàn|Quân khu|Quân chủng|Quân đoàn|Binh chủng|Sư đoàn|Trung đoàn|Lữ đoàn|Đồn|Thanh tra|Kiểm toán|Ngân hàng|Phòng(?=\\s\\p{Lu})|Chi bộ|Chi ủy|Bảo hiểm|Kho bạc|Trường(?=\\s\\p{Lu})|Học viện|Tổ công tác|Tổ giúp việc|Trung tâm|Tập đoàn|Tổng công ty|Công ty|Đài(?=\\s\\p{Lu})|Nhà nước)(?![\\p{L}])';

const HEAD = new RegExp(`^${BODY}`, 'u');
/** Bodies whose names say what they do, in words of any kind: they end where a sentence goes on. */
const FREE =
  /^(?:Ban [Cc]hỉ đạo|Ban [Qq]uản lý|Tổ công tác|Tổ giúp việc|Hội đồng (?!nhân dân|Nhân dân|Thẩm phán|Bộ trưởng|Nhà nước|Chính phủ)|Ban [Tt]ổ chức (?:Hội|hội|cuộc)|Công ty|Trường|Trung tâm|Liên hiệp|Hội \p{Lu})/u;
/** Words at which such a name is over. */
const FREE_END =
  /\s(?:về|để|nhằm|trên|quy định|hướng dẫn|ban hành|được|đã|đang|sẽ|vẫn|nay|còn|có|là|với|tại|theo|khóa|khoá|Khóa|Khoá|đối với|cho|do|từ|ngày|số|triển khai|phê duyệt|thông qua|công bố|và|gồm|bao gồm|yêu cầu|gửi|cụ thể|giai đoạn|năm|nhiệm kỳ|sau|trước|khi|ký|đến|tới|liên quan|giao|cùng|vào|như|mà|thì|tiếp tục|không|phải|tổ chức|tổng kết|sơ kết|kiện toàn|Quyết|Quy|Chỉ thị|Nghị|Kế|Kết|Hướng|Công văn|Thông|Chương)(?=\s|$)|[.,;:(“"\n\t)]|\s[-–]\s/u;

/** Units and levels that may follow any name: «Sở Y tế tỉnh», «Ủy ban nhân dân các cấp». */
const LEVELS =
  /^(?:thành phố|tỉnh|huyện|quận|xã|phường|thị xã|thị trấn|đặc khu|các cấp|cấp tỉnh|cấp huyện|cấp xã|trung ương|thôn|khu phố|tổ dân phố|Đảng|quân sự)(?![\p{L}])/iu;
const TYPE_AHEAD = new RegExp(
  `^(?:${typeNames.map((name) => name.replaceAll(' ', '\\s')).join('|')})\\s(?:số|liên|phối|hành|kết|\\d)|^(?:Khóa|Khoá|Về|Ngày|Số|Điều|Khoản|Mục)(?![\\p{L}])`,
  'u',
);
const TOKEN = /[\p{L}\d./]+|[-–,]/gu;

/** Two tokens that stand beside each other in some name, the second in small letters: «quân sự», «Hóa ,», «dục và». */
const pairs = new Set(
  [...anatomy.bodies, ...issuerCodes.flatMap(({ names }) => names), 'thành phố Hồ Chí Minh', 'Đoàn Chủ tịch'].flatMap(
    (name) => {
      const words = tokensOf(name);
      return words.slice(1).map((word, i) => `${words[i]} ${word}`);
    },
  ),
);

/** Folded, with a sign where it begins with a capital: «Ủy ban» is a pair, «Tỉnh ủy ban (hành)» is none. */
function tokensOf(text: string): string[] {
  return Array.from(text.matchAll(TOKEN), ([token]) =>
    isCapital(token.charCodeAt(0)) ? `^${fold(token)}` : fold(token),
  );
}

/** The end of the body's name that begins at `at`, or null where none begins. */
export function endOfName(text: string, at: number): number | null {
  const length = lengthOfName(text.slice(at, at + 140));
  return length === null ? null : at + length;
}

const lengthOfName = remembered((window): number | null => {
  const head = HEAD.exec(window);
  if (!head) return null;
  if (FREE.test(window)) {
    const stop = FREE_END.exec(window.slice(head[0].length));
    return stop ? head[0].length + stop.index : window.trimEnd().length;
  }
  let end = head[0].length;
  let previous = tokensOf(head[0]).at(-1) ?? '';
  for (;;) {
    const gap = /^\s?/.exec(window.slice(end))?.[0].length ?? 0;
    const rest = window.slice(end + gap);
    const taken = continuation(rest, previous, gap > 0);
    if (taken === 0) return end;
    end += gap + taken;
    previous = tokensOf(window.slice(0, end)).at(-1) ?? '';
  }
});

/** How many characters of `rest` go on with a name whose last word is `previous`. */
function continuation(rest: string, previous: string, apart: boolean): number {
  if (TYPE_AHEAD.test(rest)) return 0;
  // «Đảng ủy Tổng công ty»: a body of a body.
  const nested = apart ? HEAD.exec(rest)?.[0].length : undefined;
  if (nested) return nested;
  const level = apart ? LEVELS.exec(rest)?.[0].length : undefined;
  if (level) return level;
  const [token = ''] = /^(?:[\p{L}.]*\p{L}|\d{1,3}(?![\d/.%])|[-–,])/u.exec(rest) ?? [];
  if (token === '') return 0;
  const isJoint = /^(?:[-–,]|và)$/.test(token);
  const folded = tokensOf(token)[0] ?? '';
  if (isJoint) {
    const next = tokensOf(rest.slice(token.length))[0] ?? '';
    return pairs.has(`${previous} ${folded}`) && pairs.has(`${folded} ${next}`) ? token.length : 0;
  }
  if (!apart) return 0;
  // «Huyện ủy Vĩnh Bảo về việc …»: folded, the two last words look like the beginning of «bảo vệ».
  if (token === 'về') return 0;
  if (/^\d/.test(token)) return /^\^?(?:khu|dao|doan|vuc|quan|phuong|vung)$/.test(previous) ? token.length : 0;
  return /^\p{Lu}/u.test(token) || pairs.has(`${previous} ${fold(token)}`) ? token.length : 0;
}
