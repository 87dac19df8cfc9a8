import table from './units.json' with { type: 'json' };

export type UnitFamily = keyof typeof table | 'other';

/** A unit as it stands after a number. `unit` is its name in the table; a noun that the table lacks is a unit of family `other`. */
export interface UnitMatch {
  start: number;
  end: number;
  text: string;
  unit: string;
  family: UnitFamily;
  /** Size in the family's base unit (m², metre, gram, litre); 1 where units of a family do not convert. */
  factor: number;
}

const factors: Record<string, number> = {
  ha: 1e4,
  'héc-ta': 1e4,
  hecta: 1e4,
  'héc ta': 1e4,
  'km²': 1e6,
  km: 1e3,
  cm: 0.01,
  mm: 0.001,
  'hải lý': 1852,
  kg: 1e3,
  tấn: 1e6,
  tạ: 1e5,
  yến: 1e4,
  cân: 1e3,
  mg: 0.001,
  'm³': 1e3,
  ml: 0.001,
  MW: 1e3,
  '%': 0.01,
  '‰': 0.001,
};
const aliases: Record<string, string> = {
  km2: 'km²',
  m2: 'm²',
  m3: 'm³',
  đ: 'đồng',
  vnđ: 'đồng',
  vnd: 'đồng',
  'phần trăm': '%',
  'điểm phần trăm': 'điểm %',
  'mét vuông': 'm²',
  'đơn thư': 'đơn',
  'thủ tục hành chính': 'thủ tục',
  'lượt người nghe': 'lượt người',
  'lượt người dự': 'lượt người',
  'lượt người dân': 'lượt người',
  'uỷ viên': 'ủy viên',
  'toạ đàm': 'tọa đàm',
  khoá: 'khóa',
  'hoà giải viên': 'hòa giải viên',
  'đảng uỷ': 'đảng ủy',
  htx: 'hợp tác xã',
  clb: 'câu lạc bộ',
  tthc: 'thủ tục',
  tdp: 'tổ dân phố',
  đvtn: 'đoàn viên, thanh niên',
  cbcc: 'cán bộ, công chức',
  cbccvc: 'cán bộ, công chức, viên chức',
  gcn: 'giấy chứng nhận',
  'nhà văn hoá': 'nhà văn hóa',
};

interface Entry {
  words: string;
  unit: string;
  family: UnitFamily;
}

/** First word of a unit (lower case) → all units that begin so, the longest first. */
const byFirstWord = new Map<string, Entry[]>();
for (const [family, names] of Object.entries(table) as [keyof typeof table, string[]][]) {
  for (const name of [...names, ...Object.keys(aliases).filter((alias) => names.includes(aliases[alias]!))]) {
    const words = name.toLowerCase();
    const first = /^[\p{L}\p{N}²³%‰-]+/u.exec(words)?.[0] ?? words;
    const entry: Entry = { words, unit: aliases[words] ?? name, family };
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), entry]);
  }
}
for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);

/** Words that follow a number without being counted: «đạt 15 trong năm», «từ 5 lên 7». */
const noNoun = new Set(
  `và hoặc hay là có của đã được bị tại ở trong do từ theo với để vì nên thì cho về khi sau trước đến tới lên xuống cùng này đó kia nay trên dưới gần hơn so đang sẽ không chưa cũng còn như nhằm bằng qua các những mỗi mọi
   vào ra lại nữa trở đạt tăng giảm chiếm gồm thuộc thứ số tính kể bao toàn tổng vượt tương ứng nếu mà rồi rất phải cần giữa ngoài lần-thứ tiếp đặc nhất đều tổ-chức thực triển ban-hành xây hoàn phối chỉ mới kết trung bình chính giải góp phát nâng gắn tập kiểm đối xếp đứng hỗ giao lập đề kiến-nghị tuy song nhưng do-đó đồng-thời trực liên căn ngay gây mang khoảng ước xấp ít tối tiếp-tục tăng-cường
   gửi nhận làm đưa quyết nghị trừ trị giá riêng xin luôn`
    .split(/\s+/)
    .filter((word) => !word.includes('-')),
);

const firstWord = /[\p{L}²³%‰][\p{L}\p{N}²³%‰-]{0,24}/uy;

/**
 * The unit whose name begins at `at` (spaces before it are skipped). Known units by the longest name, joined ones too:
 * «15 quận, huyện». With `guess`, an unknown lower-case noun is a unit of its own.
 */
export function matchUnit(text: string, at: number, guess = true): UnitMatch | null {
  let start = at;
  while (start < at + 2 && text[start] === ' ') start++;
  firstWord.lastIndex = start;
  const word = firstWord.exec(text)?.[0];
  if (word === undefined) return null;
  return knownUnit(text, start, word) ?? (guess ? guessed(start, word) : null);
}

function knownUnit(text: string, start: number, word: string): UnitMatch | null {
  const first = word.toLowerCase();
  const keys = word.startsWith('%') && first !== '%' ? [first, '%'] : [first];
  for (const key of keys) {
    const entries = byFirstWord.get(key);
    if (entries === undefined) continue;
    const head = text.slice(start, start + 60).toLowerCase();
    for (const entry of entries) {
      if (!head.startsWith(entry.words) || continuesWord(head, entry.words.length)) continue;
      if (isBareLetter(entry, text, start) || opensDate(entry, text, start)) continue;
      const end = start + entry.words.length;
      return {
        start,
        end,
        text: text.slice(start, end),
        unit: entry.unit,
        family: entry.family,
        factor: factors[entry.unit] ?? 1,
      };
    }
  }
  return null;
}

function continuesWord(head: string, at: number): boolean {
  const next = head[at];
  if (next === undefined || head[at - 1] === '%') return false;
  return /[\p{L}\p{N}²³]/u.test(next);
}

/** «5 m», «5 g», «500 đ» are units in small letters only: «TP. Đ», «nhóm G» are names. */
function isBareLetter(entry: Entry, text: string, start: number): boolean {
  return entry.words.length === 1 && /\p{Lu}/u.test(text[start]!);
}

/** «năm 2023», «tháng 5», «quý I», «khóa XI»: the word opens a date, it is not counted by the number before it. */
function opensDate(entry: Entry, text: string, start: number): boolean {
  if (!/^(?:năm|tháng|ngày|quý|tuần|khóa|khoá)$/.test(entry.words)) return false;
  return /^ (?:\d|[IVX]{1,5}(?!\p{L}))/u.test(text.slice(start + entry.words.length, start + entry.words.length + 5));
}

function guessed(start: number, word: string): UnitMatch | null {
  if (!/^\p{Ll}[\p{L}-]*$/u.test(word) || noNoun.has(word) || word.length < 2) return null;
  const end = start + word.length;
  return { start, end, text: word, unit: word, family: 'other', factor: 1 };
}
