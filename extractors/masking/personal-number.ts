import { fold } from '../text/fold.ts';
import type { DigitRun } from './digit-runs.ts';

/** What the words before a number, or the head of its column, say that it is. */
export interface Cues {
  citizen: boolean;
  phone: boolean;
  /** An account, a tax code, a file code: not a phone, whatever it looks like. */
  other: boolean;
}

const CITIZEN =
  /(?:\bcmnd\b|\bcmtnd\b|\bcmt\b|\bcccd\b|chung minh (?:nhan dan|thu)|can cuoc|dinh danh ca nhan|ma dinh danh)/;
const PHONE = /(?:\bs?dt\b|\bsddt\b|dien thoai|di dong|duong day nong|hotline|zalo|\btel\b|lien he)/;
const OTHER = /(?:tai khoan|\bstk\b|ma so thue|\bmst\b|ma ho so|ma so doanh nghiep|\bgcn\b)/;

export function cuesIn(text: string): Cues {
  const folded = fold(text);
  return { citizen: CITIZEN.test(folded), phone: PHONE.test(folded), other: OTHER.test(folded) };
}

/** Words right before the number decide, and the nearest clause only: «CMND số: 012345678, cấp ngày …». */
export function cuesBefore(text: string, at: number): Cues {
  const before = text.slice(Math.max(0, at - 40), at);
  return cuesIn(before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1));
}

/** Is this run of digits a citizen id or a phone number? */
export function isPersonalNumber(text: string, run: DigitRun, cues: Cues, inTable: boolean): boolean {
  return standsAlone(text, run, cues) && (isCitizenId(text, run, cues, inTable) || isPhone(text, run, cues));
}

/** Twelve digits; old ids had nine and are told from other figures only by the word before. */
function isCitizenId(text: string, run: DigitRun, cues: Cues, inTable: boolean): boolean {
  if (run.digits.length === 9) return cues.citizen;
  if (run.digits.length !== 12) return false;
  if (cues.citizen) return true;
  // 125.000.000.000 is money; 125000000000 in a cell may be.
  if (run.groups > 1 || (cues.other && !/(?:thue|mst)/.test(fold(text.slice(Math.max(0, run.start - 40), run.start)))))
    return false;
  return run.digits.startsWith('0') || !inTable;
}

/** Mobile numbers by their form; offices (02…), numbers that lost their 0 in a spreadsheet, and hotlines by their word. */
function isPhone(text: string, run: DigitRun, cues: Cues): boolean {
  const length = run.digits.length;
  if (/\+\(?$/.test(text.slice(Math.max(0, run.start - 2), run.start))) {
    return run.digits.startsWith('84') && (length === 11 || length === 12);
  }
  if (cues.phone)
    return (length === 10 || length === 11 || (length === 9 && /^[35789]/.test(run.digits))) && run.digits[0] !== '1';
  if (cues.other || length !== 10) return false;
  return /^0[35789]/.test(run.digits) && (run.groups === 1 || run.firstGroup >= 3);
}

const MONEY = /^\)? ?(?:đồng|đ(?!\p{L})|VNĐ|VND|USD|nghìn|ngàn|triệu|tỷ|tỉ|%|m2|m²|ha(?!\p{L}))/u;

/** Not a piece of a longer figure, an amount, or a document number such as «0912345678/QĐ-UBND». */
function standsAlone(text: string, run: DigitRun, cues: Cues): boolean {
  const before = text.slice(Math.max(0, run.start - 2), run.start);
  const after = text.slice(run.end, run.end + 8);
  if (/[\d][.,/-]$/.test(before) && run.groups > 1) return false;
  if (/[\d][.,]$/.test(before)) return false;
  if (/\p{L}$/u.test(before) && !cues.phone && !cues.citizen) return false;
  return !(
    /^(?:[.,-]\d|\p{L})/u.test(after) ||
    /^ ?[-/] ?\p{Lu}{2}/u.test(after) ||
    /^\/\d{1,4}(?!\d)/.test(after) ||
    MONEY.test(after)
  );
}
