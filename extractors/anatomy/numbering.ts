import { fold } from '../text/fold.ts';

/** The mark that opens a numbered block: «I-», «2.1.1.», «a)», «Phần thứ nhất», «Phụ lục 02». */
export type Mark =
  | { style: 'part' | 'chapter' | 'annex' | 'capital' | 'roman' | 'letter'; label: string; value: number; rest: string }
  | { style: 'arabic'; label: string; values: number[]; rest: string }
  /** A number that carries its Roman chapter: «II.1.2. Kết quả». */
  | { style: 'path'; label: string; rest: string }
  | { style: 'bullet'; rest: string };

const ORDINALS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];

export function readMark(text: string): Mark | null {
  return (
    readPart(text) ??
    readAnnex(text) ??
    readPath(text) ??
    readRoman(text) ??
    readArabic(text) ??
    readLetter(text) ??
    readBullet(text)
  );
}

/** «Phần thứ nhất», «PHẦN I», «Phần 2:», «CHƯƠNG II»; not «Phần lớn các hộ …» nor «Phần 1 của dự án …». */
function readPart(text: string): Mark | null {
  const found = /^(?:(PHẦN|Phần)|(CHƯƠNG|Chương)) (?:(?:thứ|THỨ) )?(\p{L}{1,5}|\d{1,2})(?![\p{L}\d])[ .:–-]*/u.exec(
    text,
  );
  if (!found?.[3]) return null;
  const value = numberOf(found[3]);
  const rest = text.slice(found[0].length);
  if (value === null || !isTitleLike(rest)) return null;
  const style = found[1] ? 'part' : 'chapter';
  return { style, label: `${style === 'part' ? 'P' : 'C'}${value}`, value, rest };
}

/** «Phụ lục 02: Tổng hợp …», «PHỤ LỤC», «Biểu số 3»; not «Phụ lục 02 cho thấy …». */
function readAnnex(text: string): Mark | null {
  const found =
    /^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU|Biểu|Biểu mẫu|BIỂU MẪU)(?: (?:số|SỐ))?(?: ?([IVX]{1,5}|\d{1,2})(?![\p{L}\d]))?[ .:–-]*/u.exec(
      text,
    );
  if (!found) return null;
  const rest = text.slice(found[0].length);
  if (text.length > 250 || !isTitleLike(rest)) return null;
  if (
    !found[1] &&
    !/^(?:phu luc|phu bieu)$/.test(fold(found[0].trim())) &&
    !(/^PHỤ/.test(text) && /^\p{Lu}{2}/u.test(rest))
  )
    return null;
  const value = found[1] ? numberOf(found[1]) : null;
  return { style: 'annex', label: value === null ? 'PL' : `PL${value}`, value: value ?? 0, rest };
}

function readPath(text: string): Mark | null {
  const found = /^([IVX]{1,5})\.(\d{1,2}(?:\.\d{1,2}){0,3})\.? ?(?=[\p{L}“"(])/u.exec(text);
  if (!found) return null;
  return { style: 'path', label: `${found[1]}.${found[2]}`, rest: text.slice(found[0].length) };
}

/** «I. », «I-Tình hình», «II- Kết quả», «III/», «IV. »; a capital letter heads a part of a report: «A. KẾT QUẢ». */
function readRoman(text: string): Mark | null {
  const roman = /^([IVXL]{1,6}) ?(?:[.:/)]|[-–]) ?(?=[\p{L}\d“"(])/u.exec(text);
  if (roman?.[1]) {
    const value = romanValue(roman[1]);
    const rest = text.slice(roman[0].length);
    if (value !== null && /^[\p{Lu}\d“"(]/u.test(rest) && !/^\p{Lu}\./u.test(rest))
      return { style: 'roman', label: roman[1], value, rest };
  }
  const capital = /^([A-HĐ]) ?(?:\.|\)|[-–]) ?(?=\p{Lu}[\p{L}]* )/u.exec(text);
  if (!capital?.[1]) return null;
  return { style: 'capital', label: capital[1], value: letterValue(capital[1]), rest: text.slice(capital[0].length) };
}

/** «1. », «2.1. », «2.1.1 Góp ý», «3) », «4/ », «(2) », «1- »; not «1.500 hộ», «12.5 triệu», «30.4 lịch sử». */
function readArabic(text: string): Mark | null {
  const found = /^\(?(\d{1,2}(?:\.\d{1,2}){0,4})(?:(\.|\)|\/|[-–](?=[ \p{Lu}]))( ?)|( ))(?=[^\d\s])/u.exec(text);
  if (!found?.[1]) return null;
  const rest = text.slice(found[0].length);
  const values = found[1].split('.').map(Number);
  // Without a closing dot only several levels and a capital make a number: «2.1 Công tác tuyên truyền».
  if (found[4] && (values.length === 1 || !/^\p{Lu}/u.test(rest))) return null;
  if (found[2] && !found[3] && !/^[\p{Lu}“"]/u.test(rest)) return null;
  if (values.some((value) => value === 0) && values.length > 1) return null;
  return { style: 'arabic', label: values.join('.'), values, rest };
}

function readLetter(text: string): Mark | null {
  const found = /^\(?([a-zđ])(\d?)(?:\)|\.(?= ?\p{Lu})) ?(?=[\p{L}\d“"(*-])/u.exec(text);
  if (!found?.[1]) return null;
  return {
    style: 'letter',
    label: found[1] + (found[2] ?? ''),
    value: letterValue(found[1]),
    rest: text.slice(found[0].length),
  };
}

/** «- Về …», «+ Tuyên truyền …», «* Kết quả», «• …», «Một là, …», «Thứ hai, …». */
function readBullet(text: string): Mark | null {
  const found = /^(?:[-–—+*•·●○▪►✓>] ?(?=\S)|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám) là[,:]? |Thứ \p{L}{2,4}, )/u.exec(text);
  if (!found || /^[-–—+*_=.\s]+$/.test(text)) return null;
  return { style: 'bullet', rest: text.slice(found[0].length) };
}

const isTitleLike = (rest: string): boolean => rest === '' || /^[\p{Lu}\d“"(]/u.test(rest);

function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const ordinal = ORDINALS.indexOf(fold(word));
  return ordinal === -1 ? romanValue(word) : ordinal + 1;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

function romanValue(word: string): number | null {
  let value = 0;
  for (let i = 0; i < word.length; i++) {
    const digit = ROMAN[word.charAt(i)];
    if (digit === undefined) return null;
    value += digit < (ROMAN[word.charAt(i + 1)] ?? 0) ? -digit : digit;
  }
  return value;
}

/** Vietnamese lists count a, b, c, d, đ, e, g. */
const letterValue = (letter: string): number => 'abcdđeghiklmnopqrstuvxy'.indexOf(letter.toLowerCase()) + 1;
