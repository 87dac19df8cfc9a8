import { scanDates } from '../dates/index.ts';

/** What stands behind a number: its date, who issued it, the term, the title. All offsets are into the text. */
export interface Tail {
  /** End of the date where one is directly attached, else of the number. */
  dateEnd: number;
  date: string | null;
  issuer: string | null;
  issuerEnd: number;
  titles: string[];
  end: number;
}

const DATE_LEAD = /^\s?,?\s{0,2}(?:\(\s?)?(?:được )?(?:ban hành |ký )?ngày\s{1,2}/iu;
const BRACKET_DATE = /^\s{0,2}\(\s?(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s?\))/u;
/** The first words of a body's name. */
const BODY =
  '(?:Ban Thường vụ|Ban Chấp hành|Ban chấp hành|Ban Bí thư|Bộ Chính trị|Bộ chính trị|Thường trực|Chính phủ|Thủ tướng|Quốc hội|[UỦ][ỷỶyY]?[ỷy]? ?ban|Ủy ban|Uỷ ban|UBND|HĐND|UBMTTQ|MTTQ|Hội đồng|Chủ tịch|Thành [uủ][ỷy]|Tỉnh [uủ][ỷy]|Huyện [uủ][ỷy]|Quận [uủ][ỷy]|Thị [uủ][ỷy]|Đảng [uủ][ỷy]|Đảng đoàn|Đảng bộ|Ban [Cc]án sự|Ban [Cc]hỉ đạo|Ban [Dd]ân vận|Ban [Tt]ổ chức|Ban [Tt]uyên giáo|Ban [Nn]ội chính|Ban [Kk]inh tế|Ban [Đđ]ối ngoại|Ban [Qq]uản lý|Văn phòng|Khối [Dd]ân vận|Khối|Bộ \\p{Lu}|Sở|Trung ương|Mặt trận|Tổng cục|Cục|Tòa án|Toà án|Viện [Kk]iểm sát|Liên đoàn|Tổng [Ll]iên đoàn|Đoàn|Hội|Công an|Công đoàn|Quân khu|Bộ Chỉ huy|Thanh tra|Kiểm toán|Ngân hàng|Phòng|Chi bộ|Bảo hiểm|Kho bạc|Trường)';
const ISSUER_LEAD = new RegExp(`^\\s?,?\\s?của\\s(?=${BODY})`, 'u');
const ISSUER_BEFORE = new RegExp(
  `(?<body>${BODY}[^.;:,(“"]{0,70}?)\\s(?:đã\\s)?(?:kịp thời\\s|chủ động\\s|tham mưu\\s)?ban hành\\s(?:các\\s)?$`,
  'u',
);
/** Words at which a body's name is over. */
const NAME_END =
  /\s(?:về|để|nhằm|trong|trên|quy định|hướng dẫn|ban hành|được|đã|đang|sẽ|có|là|với|tại|theo|khóa|khoá|Khóa|Khoá|đối với|cho|do|từ|ngày|số|triển khai|thực hiện|phê duyệt|và (?=(?:các |Quyết|Quy|Chỉ|Nghị|Kế|Kết|Hướng|Công|Thông|Chương|Luật|Đề))|gồm|bao gồm|yêu cầu|gửi|chỉ đạo|cụ thể|giai đoạn|năm|nhiệm kỳ|sau|trước|khi|ký|đến|tới|liên quan|giao|cùng|vào|như|mà|thì)(?=\s|$)|[.,;:(“"\n\t)]|\s[-–]\s/u;
const TERM = /^\s?,?\s?\(?\s?[Kk]h[óo][aá]\s(?:[IVXLC]+(?:\s?,\s?[IVXLC]+|\svà\s[IVXLC]+)?)\s?\)?/u;
const TITLE_LEAD =
  /^\s?,?\s?(?:(?:về việc|về|v\/v|Về việc|Về|:)\s?:?\s?(?:ban hành (?=[“"]))?|(?=(?:[Qq]uy định|[Hh]ướng dẫn|[Ss]ửa đổi|[Pp]hê duyệt|[Tt]hành lập|[Bb]an hành|[Ss]au)\s))/u;

/** Reads what follows the number; each part is optional and stands in this order. */
export function readTail(text: string, numberEnd: number): Tail {
  let at = numberEnd;
  const { date, end: dateEnd } = readDate(text, at);
  at = dateEnd;
  at += TERM.exec(text.slice(at, at + 30))?.[0].length ?? 0;
  const issuer = readIssuer(text, at);
  if (issuer) at = issuer.end;
  at += TERM.exec(text.slice(at, at + 30))?.[0].length ?? 0;
  // The date may stand behind the issuer: «Quyết định số 12-QĐ/ĐU của Đảng ủy, ngày 08/5/2020».
  const late = date === null ? readDate(text, at) : null;
  if (late?.date) at = late.end;
  const { titles, end } = readTitles(text, at);
  return {
    date: date ?? late?.date ?? null,
    dateEnd,
    issuer: issuer?.name ?? null,
    issuerEnd: issuer?.end ?? dateEnd,
    titles,
    end,
  };
}

function readDate(text: string, at: number): { date: string | null; end: number } {
  const window = text.slice(at, at + 48);
  const lead = DATE_LEAD.exec(window) ?? BRACKET_DATE.exec(window);
  if (!lead) return { date: null, end: at };
  // The scanner wants to see «ngày»; give it what follows with the word in front.
  const [token] = scanDates(`ngày ${window.slice(lead[0].length)}`);
  if (token?.start !== 5 || token.iso === null) return { date: null, end: at };
  const end = at + lead[0].length + (token.end - 5);
  const close = lead[0].includes('(') && /^\s?\)/.exec(text.slice(end, end + 2));
  return { date: token.iso, end: close ? end + close[0].length : end };
}

/** «của Ban Thường vụ Thành ủy Hải Phòng về …» → the name, without «của» and without the term. */
export function readIssuer(text: string, at: number): { name: string; start: number; end: number } | null {
  const lead = ISSUER_LEAD.exec(text.slice(at, at + 40));
  if (!lead) return null;
  const start = at + lead[0].length;
  const window = text.slice(start, start + 120);
  const stop = NAME_END.exec(window);
  const name = (stop ? window.slice(0, stop.index) : window).trim();
  return name ? { name, start, end: start + name.length } : null;
}

/** «Ban Thường vụ Thành ủy đã ban hành Công văn số …»: who issued it stands before. */
export function readIssuerBefore(text: string, at: number): string | null {
  const window = text.slice(Math.max(0, at - 120), at);
  const name = ISSUER_BEFORE.exec(window)?.groups?.body?.trim() ?? null;
  return name && !NAME_END.test(name) ? name : null;
}

const MAX_TITLE = 400;

/** Quoted titles in order («về “…” và “…”»), else the words after «về» up to the end of the clause. */
function readTitles(text: string, at: number): { titles: string[]; end: number } {
  const window = text.slice(at, at + MAX_TITLE);
  const lead = TITLE_LEAD.exec(window);
  const quotedAt = /^\s?,?\s?[“"«]/u.exec(window);
  if (!lead && !quotedAt) return { titles: [], end: at };
  let from = lead?.[0].length ?? 0;
  const titles: string[] = [];
  for (;;) {
    const quoted = /^(?:\s?(?:,|;|và)?\s?(?:về\s)?)[“"«]([^”"»]{1,380})[”"»]/u.exec(window.slice(from));
    if (!quoted) break;
    titles.push((quoted[1] ?? '').trim());
    from += quoted[0].length;
  }
  if (titles.length > 0) return { titles, end: at + from };
  if (!lead || lead[0].trim() === ':') return { titles: [], end: at };
  const rest = window.slice(from);
  const stop = /[;.](?:\s|$|\/)|[\n\t]|\s\(|,\strong đó|:\s/u.exec(rest);
  const subject = rest
    .slice(0, stop?.index ?? rest.length)
    .replace(/,$/, '')
    .trim();
  return subject.length >= 4 ? { titles: [subject], end: at + from + subject.length } : { titles: [], end: at };
}
