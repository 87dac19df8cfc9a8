import type { NumericValue } from './numeric-value.ts';
import { parseRoman } from './roman.ts';
import { type AtomContext, type NumberToken, plainToken } from './token.ts';
import { matchUnit } from './units.ts';

/** Strings of digits that count nothing: numbers of documents and sections, addresses, names, ordinals, telephones. */
export function classifyReference(context: AtomContext): NumberToken | null {
  for (const classifier of classifiers) {
    const token = classifier(context);
    if (token !== null) return token;
  }
  return null;
}

const classifiers = [
  personal,
  documentNumber,
  section,
  glued,
  dayOfMonth,
  laterMonth,
  ordinal,
  address,
  referenced,
  named,
];

// 0225.3842.123 · 0912 345 678 · 031123456789
const telephone = /(?:0\d{2,4}(?:[. -]\d{3,4}){2,3}|0\d{9,10}|\d{12})(?![\p{L}\p{N}/]|[.,]\d)/uy;

function personal({ text, atom }: AtomContext): NumberToken | null {
  telephone.lastIndex = atom.start;
  const m = telephone.exec(text);
  return m === null ? null : plainToken('personal', atom.start, atom.start + m[0].length, []);
}

// 218-QĐ/TW · 04/2015/NĐ-CP · 167 -BC/ĐU · 1737, … the letters of type or issuer in capitals
const code =
  /\d{1,5}[a-z]?(?:\/\d{4})?(?:[-–/]|\s[-–]\s?|[-–]\s)(?:[A-ZĐÂÊÔƠƯ]{1,12}[a-zđ]?\d{0,2})(?:\s?[-–/&.+]\s?[A-ZĐÂÊÔƠƯ][\p{L}\d]{0,15}){0,4}(?![\p{L}])/uy;
const numbered = /(?:^|[^\p{L}])số\s{0,2}:?\s{0,2}$/u;
/** «Nghị quyết số 08», «Quyết định 217», «theo Nghị định 04»: a type word, with or without «số». */
const typeWord =
  /(?:nghị quyết|quyết định|quy định|chỉ thị|kết luận|thông báo|kế hoạch|hướng dẫn|công văn|báo cáo|chương trình|nghị định|thông tư|pháp lệnh|luật|đề án|tờ trình|thông tri|quy chế|văn bản|công điện|giấy mời|lệnh|sắc lệnh|hiến pháp|điều lệ|quy chuẩn|tiêu chuẩn|tcvn|qcvn|iso)(?: liên tịch| hành động)?(?: số)?:?\s{1,2}$/u;
/** «trong số 12 đơn», «tổng số 239 cơ sở»: here «số» counts. */
const countingSo =
  /(?:tổng|trong|số lượng|với|đa|thiểu|một|vô|toàn bộ|hiện|chiếm|bằng|quân|sĩ|phần|nâng|đưa) số\s{0,2}:?\s{0,2}$/u;
const namedBySo =
  /(?:tổ|tổ dân phố|khu|khu vực|thôn|khối|chốt|đội|điểm|phòng|cụm|cửa|bàn|quầy|bến|lô|ấp|xóm|đồn|trạm|hồ|cống|kênh|trường|cảng|biển|đường|nhà) số\s{0,2}$/u;

function documentNumber({ text, atom, before }: AtomContext): NumberToken | null {
  const typed = typeWord.test(before);
  const so = numbered.test(before);
  code.lastIndex = atom.start;
  const coded = code.exec(text);
  if (coded !== null && (typed || so || isDocumentCode(coded[0]))) {
    return plainToken('document-number', atom.start, atom.start + coded[0].length, [atom]);
  }
  if (atom.form === 'word' || atom.multiplier > 1) return null;
  if (so && (namedBySo.test(before) || countingSo.test(before))) return null;
  const unit = matchUnit(text, atom.end, false);
  if (typed) {
    // «đã ban hành văn bản 12 …» stays a number when something is counted: «Chương trình 135» is one, «kế hoạch 15 ha» not.
    return unit === null ? plainToken('document-number', atom.start, atom.end, [atom]) : null;
  }
  if (so && unit === null)
    return addressAfter(text, atom.end) ? null : plainToken('document-number', atom.start, atom.end, [atom]);
  return null;
}

/** Without «số» before it, a code must look like one: two capitals at least, or a slash. */
function isDocumentCode(raw: string): boolean {
  return (
    /[A-ZĐ]{2,}/u.test(raw) &&
    /[-–/]/u.test(raw) &&
    !/\s[-–]\s/u.test(raw) &&
    (raw.includes('/') || /[-–][A-ZĐ]{2,6}$/u.test(raw))
  );
}

// 2.1.1. Góp ý · 3. Công tác · 4) · II.1. — at the beginning of a line
const sectionAtStart = /\d{1,2}(?:\.\d{1,2}){0,5}(?:[.)]|\s?[-–](?=\s?\p{Lu}))?(?=\s|\p{L}|$)/uy;

function section({ text, atom }: AtomContext): NumberToken | null {
  // «gồm: (1) công tác tuyên truyền; (2) …»
  if (
    text[atom.start - 1] === '(' &&
    /^\) [“"]?\p{L}/u.test(text.slice(atom.end, atom.end + 4)) &&
    atom.integer &&
    atom.value <= 40
  ) {
    return plainToken('section-number', atom.start, atom.end, [atom]);
  }
  // Only bullets, quotes or a Roman part may stand between the beginning of the line and the number.
  const lead = text.slice(Math.max(0, atom.start - 8), atom.start);
  const opener = /(^|[\n\t])[\s*“"(–+-]{0,6}(?:[IVX]{1,6}\.)?$/u.exec(lead);
  if (opener === null || (opener[1] === '' && atom.start > lead.length)) return null;
  sectionAtStart.lastIndex = atom.start;
  const m = sectionAtStart.exec(text);
  if (m === null) return null;
  const end = atom.start + m[0].length;
  const dotted = m[0].includes('.') || m[0].endsWith(')') || /[-–]$/u.test(m[0]);
  const opensText =
    /^\s{0,3}[“"(*]{0,3}\p{Lu}/u.test(text.slice(end, end + 6)) ||
    (m[0].endsWith(')') && /^\s\p{L}/u.test(text.slice(end, end + 2)));
  return dotted && opensText ? plainToken('section-number', atom.start, end, [atom]) : null;
}

/** «ngày 15 hằng tháng», «mùng 5 Tết»: a day without its month. */
function dayOfMonth({ atom, before, after }: AtomContext): NumberToken | null {
  if (!atom.integer || atom.value < 1 || atom.value > 31 || atom.multiplier > 1) return null;
  const named =
    /(?:^|[^\p{L}])(?:(?<!(?:ngắn|dài|nửa) )ngày|mùng|mồng)\s{1,2}$/u.test(before) && !/^\s?[/%]/.test(after);
  return named || /^ Tết(?!\p{L})/u.test(after) ? plainToken('date', atom.start, atom.end, []) : null;
}

/** The months, weeks or quarters before a further one: «tháng 4 - », «các tháng 1, 2, », «tuần 3 và ». */
const monthsBefore =
  /(?:tháng|quý|tuần)\s(?:\d{1,2}(?:\s?[,–-]\s?|\s(?:và|đến)\s)){0,11}(\d{1,2})(?:\s?([,–-])\s?|\s(?:và|đến)\s)$/u;
const lastMonth = 53;

/** «tháng 01 - 3», «tháng 4, 5 và 6»: a further month; not «trong tháng 4, 5 vụ tai nạn», which counts. */
function laterMonth({ text, atom, before, after }: AtomContext): NumberToken | null {
  if (!atom.integer || atom.value > lastMonth || atom.multiplier > 1) return null;
  const [opened, previous, mark] = monthsBefore.exec(before) ?? [];
  if (opened === undefined || Number(previous) >= atom.value || matchUnit(text, atom.end, false) !== null) return null;
  const closed = /^(?:\s?[,–:;).-]|\s(?:và|đến|năm|của)(?!\p{L})|$)/u.test(after);
  return closed || (mark !== ',' && !/^\s?\p{L}/u.test(after)) ? plainToken('date', atom.start, atom.end, []) : null;
}

/** «Covid-19», «H5N1», «khóa IX2» (a note mark): digits that hang on letters. */
function glued({ text, atom }: AtomContext): NumberToken | null {
  // «BN813-831»
  if (/\p{L}\d{1,6}[-–]$/u.test(text.slice(Math.max(0, atom.start - 9), atom.start)))
    return plainToken('name', atom.start, atom.end, [atom]);
  const left = text[atom.start - 1] ?? ' ';
  const further = text[atom.start - 2] ?? ' ';
  if (/[\p{L}_]/u.test(left) || (/[-–.]/u.test(left) && /\p{L}/u.test(further) && atom.form !== 'word')) {
    return plainToken('name', atom.start, atom.end, [atom]);
  }
  const right = /^\p{L}[\p{L}\d]{0,12}/u.exec(text.slice(atom.end, atom.end + 14))?.[0];
  if (right === undefined) return null;
  if (/^h(?:\d{2})?$/iu.test(right)) return plainToken('date', atom.start, atom.end + right.length, []);
  return matchUnit(text, atom.end, false) === null
    ? plainToken('name', atom.start, atom.end + right.length, [atom])
    : null;
}

const afterThu = /(?:^|[^\p{L}])thứ\s{1,2}$/u;
/** What is numbered by «thứ»; without such a word «thứ 3» is Tuesday. */
const numberedByThu =
  /(?:kỳ họp|lần|vị trí|tuần|hạng|xếp|đứng|khóa|khoá|phần|phiên|năm|tháng|quý|bậc|loại|cấp|nhóm|vấn đề|kỳ|con|hàng|hội nghị|đại hội|nội dung|điều|người|giai đoạn|bước|đợt|vòng|ngày làm việc)(?: họp)? thứ\s{1,2}$/u;
/** Numbered without «thứ»: «lần 2», «đợt 1», «giai đoạn 2», «khóa 15», «lớp 9», «mức độ 4». */
const numberedDirectly =
  /(?:^|[^\p{L}])(?:lần|đợt|giai đoạn|vòng|khóa|khoá|cấp độ|mức độ|mức|loại|hạng|nhóm|bậc|lớp|kỳ họp|hội nghị lần|cấp|bước|phiên|kỳ|quý|phương án|hệ|tập|phần|câu|hướng|tầng|vụ|cao điểm|bảng)\s{1,2}$/u;
const ranking = /(?:xếp|đứng|xếp hạng|xếp vị trí|vị trí|hạng)(?: ở| vị trí| hạng)?(?: thứ)?\s{1,2}$/u;

function ordinal({ text, atom, before, after }: AtomContext): NumberToken | null {
  if (/^\/\d/.test(after)) return null;
  const token = plainToken('ordinal', atom.start, atom.end, [atom]);
  if (afterThu.test(before)) {
    if (ranking.test(before)) return { ...token, class: 'rank' };
    const weekday =
      atom.integer && atom.value >= 2 && atom.value <= 7 && !atom.leadingZero && !numberedByThu.test(before);
    return weekday ? plainToken('date', atom.start, atom.end, []) : token;
  }
  if (atom.form === 'word' || !atom.integer || atom.value > 200) return null;
  if (/(?:xếp|đứng) (?:thứ )?hạng\s{1,2}$|(?:xếp|đứng)(?: ở)? vị trí\s{1,2}$/u.test(before))
    return { ...token, class: 'rank' };
  if (!numberedDirectly.test(before) || matchUnit(text, atom.end, false) !== null || /^\s?%/.test(after)) return null;
  return token;
}

/** «số 144 phố Văn Cao», «ngõ 12», «quốc lộ 10», «đường 353», «Km 12+300» */
const addressBefore =
  /(?:^|[^\p{L}])(?:ngõ|ngách|hẻm|kiệt|quốc lộ|ql|tỉnh lộ|tl|đt|đường tỉnh|đường huyện|hương lộ|đường số|đường|số nhà|phòng|tầng|nhà số|lô|tọa độ|km|cột mốc|mốc)\.?\s{1,2}$/u;

function address({ text, atom, before }: AtomContext): NumberToken | null {
  if (atom.form === 'word' || isYear(atom)) return null;
  const numberedHouse = numbered.test(before) && addressAfter(text, atom.end);
  const named = addressBefore.test(before) && matchUnit(text, atom.end, false) === null;
  return numberedHouse || named ? plainToken('address', atom.start, atom.end, [atom]) : null;
}

function addressAfter(text: string, at: number): boolean {
  return /^[\p{L}]?(?:\/\d{1,4})?,? (?:phố|đường|ngõ|ngách|hẻm|thôn|đại lộ|quốc lộ) /iu.test(text.slice(at, at + 20));
}

/** «Điều 5», «khoản 2», «mục 2.1», «Phụ lục 01», «Biểu số 3», «tiêu chí số 17», «trang 12» */
const placeInText =
  /(?:^|[^\p{L}])(?:mục|điểm|phần|mẫu|bảng|tiêu chí|chỉ tiêu|nội dung|nhiệm vụ|chuyên đề|bài|hình|sơ đồ|tập|quyển)(?: số)?\s{1,2}$/u;
/** These number a place in a text whatever follows: «Điều 6 Quy chế». */
const alwaysPlace = /(?:^|[^\p{L}])(?:điều|khoản|tiểu mục|chương|phụ lục|biểu|biểu mẫu|biểu số|trang)(?: số)?\s{1,2}$/u;

function referenced({ text, atom, before, after }: AtomContext): NumberToken | null {
  if (atom.form === 'word' || atom.multiplier > 1 || /^\s?%|^\/\d/.test(after)) return null;
  if (alwaysPlace.test(before)) return plainToken('section-number', atom.start, atom.end, [atom]);
  if (!placeInText.test(before) || (atom.leadingZero === false && atom.value > 500)) return null;
  // «tổng điểm 85,5», «đạt điểm 9» are scores.
  if (/(?:tổng|đạt|số) điểm\s{1,2}$/u.test(before) || (/điểm\s{1,2}$/u.test(before) && atom.form === 'decimal'))
    return null;
  return matchUnit(text, atom.end, false) === null ? plainToken('section-number', atom.start, atom.end, [atom]) : null;
}

const numberedPlace =
  /(?:^|[^\p{L}])(?:quận|phường|tổ|tổ dân phố|thôn|khu|khu phố|khu vực|khu dân cư|xóm|ấp|buôn|bản|đội|chi bộ|chi hội|cụm|vùng|khối|tiểu đoàn|trung đoàn|lữ đoàn|sư đoàn|quân khu|hải đội|hải đoàn|công ty|xí nghiệp|nhà máy|trường|cổng|cảng|cống|cầu|trạm|bến|kho|kênh|hồ|chợ|tổng kho|dự án|khu đô thị|trường mầm non|ao|đê|đập|chốt|nhóm zalo|zone|block|tòa|toà|vành đai)(?: số)?\s{1,2}$/u;
/** Names that always carry their digits. */
const lexicon =
  /(?:^|[^\p{L}])(?:trung ương|covid|vneid|windows|office|industry|công nghiệp|cách mạng(?: công nghiệp)?|chính phủ điện tử|web|ielts|a|n|ph|cơ chế|mạng)[ -]{1,2}$/u;

function named({ text, atom, before, after }: AtomContext): NumberToken | null {
  if (atom.form === 'word' || atom.multiplier > 1 || /^\s?%|^\/\d/.test(after)) return null;
  if (isYear(atom)) return null;
  if (matchUnit(text, atom.end, false) !== null) return null;
  // Slogans: «“1 cửa”», «“5 không, 3 sạch”».
  const quoted = Math.max(before.lastIndexOf('“'), before.lastIndexOf('"')) > before.lastIndexOf('”');
  if (quoted && atom.integer && atom.value <= 20 && !atom.leadingZero) {
    return plainToken('name', atom.start, atom.end, [atom]);
  }
  const name = plainToken('name', atom.start, atom.end, [atom]);
  if (/^\.0$/.test(text.slice(atom.end - 2, atom.end)) && atom.form === 'malformed') return name;
  if (atom.leadingZero || atom.form === 'decimal' || atom.form === 'grouped') return null;
  if (lexicon.test(before)) return name;
  if (numberedPlace.test(before)) return name;
  // «phường Đông Hải 1», «Vùng Cảnh sát biển 1»: a capitalised neighbour that does not open the sentence.
  const left = /(\S)\s([\p{Lu}][\p{Ll}]{1,9})\s$/u.exec(text.slice(Math.max(0, atom.start - 24), atom.start));
  return left !== null && /[\p{L},]/u.test(left[1]!) && atom.value < 100 ? name : null;
}

/** «Hải Phòng 2023» is a year, whatever the name before it. */
function isYear(atom: NumericValue): boolean {
  return /^(?:19|20)\d\d$/.test(atom.raw);
}

const roman = /(?<![\p{L}\p{N}])[IVX]{1,6}(?![\p{L}\p{N}])/gu;
const beforeRoman = /(?:lần thứ|thứ|khóa|khoá|nhiệm kỳ|kỳ họp|lần)\s{1,2}$/u;

/** «lần thứ XVI», «khóa XV», and the «II.» that opens a heading. */
export function scanRomans(text: string): NumberToken[] {
  const found: NumberToken[] = [];
  for (const m of text.matchAll(roman)) {
    const value = parseRoman(m[0]);
    if (value === null) continue;
    const end = m.index + m[0].length;
    const numeric = {
      start: m.index,
      end,
      raw: m[0],
      value,
      step: 1,
      integer: true,
      form: 'word',
      leadingZero: false,
      multiplier: 1,
    } as const;
    const before = text.slice(Math.max(0, m.index - 16), m.index).toLowerCase();
    if (beforeRoman.test(before)) found.push(plainToken('ordinal', m.index, end, [numeric]));
    else if (
      /^[\s*“"]{0,4}$/.test(text.slice(0, Math.min(m.index, 5))) &&
      m.index < 5 &&
      /^\s?[-–.)]/u.test(text.slice(end, end + 2))
    )
      found.push(plainToken('section-number', m.index, end, [numeric]));
  }
  return found;
}
