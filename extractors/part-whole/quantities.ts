import { fold, lower } from '../text/fold.ts';

/** A figure of running text that counts or measures something. Offsets are into the text given. */
export interface Quantity {
  /** The digits alone: «1.626,57». */
  start: number;
  end: number;
  raw: string;
  /** With its multiplier: «15.140 triệu» is 15.140.000.000. */
  value: number;
  /** Worth of the last printed place, multiplier included. */
  unit: number;
  measure: 'count' | 'percent' | 'money' | 'area' | 'time';
  /** The noun it counts, folded, at most six words: «20 mô hình Dân vận khéo» → «mo hinh dan van kheo». */
  noun: string;
  /** End of the noun in the text. */
  nounEnd: number;
  qualifier: 'above' | 'below' | 'about' | null;
  /** «108/115»: the figure after the stroke. */
  denominator: { start: number; end: number; raw: string; value: number } | null;
}

const number =
  /(?<![\p{L}\d.,/_-])\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?(?![\d])|(?<![\p{L}\d.,/_-])\d{1,15}(?:,\d{1,6})?(?!\d)/gu;

/** Digits that count nothing: dates, codes, ordinals, periods, addresses, scales. Tried on folded text. */
const noQuantity = [
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g,
  /(?:ngay|toi|sang|chieu|dem|mung) \d{1,2}(?:[/-]\d{1,2}(?![/\d]))?(?: thang \d{1,2})?(?: nam \d{4})?/g,
  /thang \d{1,2}(?:[/-]\d{4}| nam \d{4})?/g,
  /(?:nam|khoa|nhiem ky|giai doan|quy) \d{4}(?: ?[-–] ?\d{4})?/g,
  /(?<!\d)\d{4} ?[-–] ?\d{4}(?!\d)/g,
  /(?:tu|den|truoc|sau) (?:nam )?(?:19|20)\d\d(?![\d.,]| [a-z])/g,
  /quy \d(?:[/-]\d{4})?/g,
  /(?:thu|lan thu|khoa|dieu|khoan|diem|muc|chuong|phan|phu luc|bieu|bang|mau|quoc lo|tinh lo|tong kho|to dan pho|thon|kv|tieu chi)(?: so)? \d{1,4}(?![\d.,/]\d)/g,
  /(?:lop|cap|hang|loai|nhom|vung|giai doan|khu|khoi|bac) \d{1,2}(?! ?[a-z\d.,/])/g,
  /\bso \d{1,5}(?= ?(?:pho|duong|ngo|ngach|hem|thon|to dan pho)\b)/g,
  /\d{1,5}(?:\/\d{4})? ?[-/] ?[a-z]{2,}[a-z0-9]*(?:[-/][a-z0-9]+)*/g,
  /(?:quy hoach|ban do|lay y kien|ty le|chi tiet)[a-z ]{0,20} 1\/\d{3,5}/g,
  /\d{1,3} ?\/ ?(?:63|34) tinh/g,
  /(?:^|\n|[;:,.] )\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)](?= )/g,
  /\(\d{1,2}\)/g,
  /[a-z]+-?\d+(?:[a-z]|\b)/g,
];

/** Words that end a noun phrase, with their marks: «đang» does, «đảng» does not. */
const stopWords = new Set(
  'và với cho tại ở của đã được đạt là có trong từ đến do theo chiếm tăng giảm gồm bao như còn đối đang bằng qua trên thuộc về nhằm để khi mà hay hoặc gấp cùng này đó thì vào ra bị nêu'.split(
    ' ',
  ),
);

const multipliers: Record<string, number> = { nghin: 1e3, ngan: 1e3, van: 1e4, trieu: 1e6, ty: 1e9, ti: 1e9 };

/** Every figure of a text in order. */
export function scanQuantities(text: string): Quantity[] {
  if (!/\d/.test(text)) return [];
  const folded = fold(text);
  const words = lower(text);
  const masked = mask(folded);
  const found: Quantity[] = [];
  for (const match of text.matchAll(number)) {
    const start = match.index;
    if (masked[start] === 1) continue;
    const raw = match[0];
    const end = start + raw.length;
    const previous = found.at(-1);
    // The figure after a stroke belongs to the one before it: «108/115 đồng chí».
    if (previous !== undefined && previous.denominator !== null && previous.denominator.end >= end) continue;
    const plain = readPlain(raw);
    const stroke = strokeAfter(text, folded, end, masked);
    const after = stroke?.end ?? end;
    const { factor, end: scaledEnd, money } = multiplierAt(folded, after);
    const percent = /^ ?%/.test(text.slice(scaledEnd, scaledEnd + 2));
    const { noun, nounEnd } = percent ? { noun: '', nounEnd: scaledEnd } : nounAt(words, folded, scaledEnd);
    found.push({
      start,
      end,
      raw,
      value: plain.value * factor,
      unit: plain.unit * factor,
      measure: percent
        ? 'percent'
        : money || (/^(?:dong|vnd)\b/.test(noun) && !/^dong (?:chi|bao)/.test(noun))
          ? 'money'
          : measureOf(noun),
      noun,
      nounEnd,
      qualifier: qualifierBefore(words, start),
      denominator: stroke,
    });
  }
  return found;
}

function mask(folded: string): Uint8Array {
  const masked = new Uint8Array(folded.length);
  for (const pattern of noQuantity)
    for (const match of folded.matchAll(pattern)) masked.fill(1, match.index, match.index + match[0].length);
  return masked;
}

function readPlain(raw: string): { value: number; unit: number } {
  const [whole, decimals] = raw.replace(/\./g, '').split(',');
  return {
    value: Number(decimals === undefined ? whole : `${whole}.${decimals}`),
    unit: 10 ** -(decimals?.length ?? 0),
  };
}

/** «108/115 đồng chí», «21 vụ/3.585 vụ việc»; «03 lượt/03 người/03 vụ việc» are three counts, no fraction. */
function strokeAfter(text: string, folded: string, end: number, masked: Uint8Array): Quantity['denominator'] {
  const slice = text.slice(end, end + 90);
  const match =
    /^(?: ?(\p{L}[\p{L} ]{0,30}))?\/ ?(?:tổng số )?(\d{1,3}(?:\.\d{3}){1,4}|\d{1,9})(?![\d/])( \p{L}[\p{L} ]{0,20})?(\/)?/u.exec(
      slice,
    );
  if (match === null || match[4] !== undefined) return null;
  const inner = match[1]?.trim().split(' ')[0];
  if (inner !== undefined && inner !== match[3]?.trim().split(' ')[0]) return null;
  const stop = end + match[0].length - (match[3]?.length ?? 0);
  const start = stop - match[2]!.length;
  if (masked[start] === 1 || /\d\/\d{1,3}\//.test(folded.slice(Math.max(0, end - 4), start + 8))) return null;
  return { start, end: stop, raw: match[2]!, value: readPlain(match[2]!).value };
}

function multiplierAt(folded: string, end: number): { factor: number; end: number; money: boolean } {
  const match = /^ (nghin|ngan|van|trieu|ty|ti)(?: (ty|ti))?(?![a-z])( dong)?/.exec(folded.slice(end, end + 16));
  if (
    match === null ||
    (/^t[yi]$/.test(match[1]!) && / ^le/.test(folded.slice(end + match[0].length, end + match[0].length + 3)))
  )
    return { factor: 1, end, money: false };
  const factor = multipliers[match[1]!]! * (match[2] === undefined ? 1 : 1e9);
  return { factor, end: end + match[0].length, money: match[3] !== undefined || /^t[yi]$/.test(match[1]!) };
}

/** The noun after a figure: words up to a stop word, a figure or a mark; quotation marks inside a name do not end it. */
function nounAt(text: string, folded: string, from: number): { noun: string; nounEnd: number } {
  const word = /[ “”"]{1,3}(\p{L}+)(?=\P{L}|$)/uy;
  let end = from;
  let count = 0;
  word.lastIndex = from;
  while (count < 6) {
    const match = word.exec(text);
    if (
      match === null ||
      stopWords.has(match[1]!) ||
      (/^(?:so|tỷ|tỉ)$/.test(match[1]!) && /^ (?:với|lệ)/.test(text.slice(word.lastIndex, word.lastIndex + 4)))
    )
      break;
    end = word.lastIndex;
    count++;
  }
  return {
    noun: folded
      .slice(from, end)
      .replace(/[^a-z]+/g, ' ')
      .trim(),
    nounEnd: end,
  };
}

function measureOf(noun: string): Quantity['measure'] {
  if (/^(?:ha|m|m2|km|km2|mau|sao|hec ta|met)\b/.test(noun)) return 'area';
  if (/^(?:nam|thang|ngay|gio|phut|tuan|tuoi|quy)(?:$| (?!cong))/.test(noun)) return 'time';
  return 'count';
}

function qualifierBefore(text: string, start: number): Quantity['qualifier'] {
  const before = text.slice(Math.max(0, start - 16), start);
  if (/(?:^|\P{L})(?:trên|hơn|ít nhất|tối thiểu|không dưới|vượt) $/u.test(before)) return 'above';
  if (/(?:^|\P{L})(?:gần|dưới|tối đa|không quá) $/u.test(before)) return 'below';
  return /(?:^|\P{L})(?:khoảng|ước|ước đạt|xấp xỉ|chừng) $/u.test(before) ? 'about' : null;
}
