import type { Block } from '../../schemas/document.ts';
import { fold } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { type Claim, type Finding, flagged, type Rule } from './rule.ts';
import { type ParsedTable, parseTables } from './tables/sums.ts';

/** Digits with separators, which belong together. Runs are bounded: a hostile line of digits is cut, not backtracked. */
const separated =
  /(?<![\p{L}\p{N}/.,:_-])\d{1,30}(?:[.,]{1,3}\d{1,30}){1,12}(?:[.,]{1,3}(?= ?%))?(?![\p{N}/_]|(?!(?:m2|m²|m3|m³|km2|km²|km|ha|kg)(?![\p{L}\p{N}]))\p{L}|[.,]\d|-\p{L})/gu;
/** «96.%», «57,%»: a separator between the digits and the percent sign. */
const stoppedPercent = /(?<![\p{L}\p{N}/.,])\d{1,9}[.,]{1,3}(?= ?%)/gu;

/** A dot groups three digits, one comma opens decimals: 14.273 · 1.626,57 · 68,4. */
const wellFormed = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
/** 1,187 · 1,250,000: the comma between thousands, as in English. */
const commaGroups = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const englishStyle = /^[1-9]\d{0,2}(?:,\d{3})+\.\d{1,2}$|^[1-9]\d{0,2}(?:,\d{3}){2,}$/;
const dottedDecimal = /^\d+\.\d{1,2}$/;

/** Things that are counted whole: «14,273 lượt người» cannot mean fourteen and a bit. */
const counted =
  /^ (?:luot|cuoc|buoi|lan|hoi nghi|dot|phien|vu|nguoi|nhan khau|ho|dong chi|dang vien|doan vien|hoi vien|cong dan|can bo|don|ho so|thu tuc|phieu|kien nghi|y kien|van ban|ban|tin|bai|mo hinh|to|suat|nha|tai lieu|an pham|chi bo|to chuc|don vi|co so|xa|phuong|thon|quan|huyen|hoc sinh|lao dong|doanh nghiep|hop tac xa|truong hop)(?![a-z])/;
const measured = /^ ?(?:ty|trieu|nghin|ha|km|m2|tan|ta|%)(?![a-z])/;
const average = /(?:binh quan|trung binh|he so|diem|chi so)/;
/** A standard or a version: «TCVN 5945.2005». */
const codeName = /(?:tcvn|qcvn|iso|version|phien ban)[ :]{1,2}$/;
/** Before a number that is a place in a text: «mục 2.1», «tại điểm 1.2 và 3.4», «lúc 7.30». */
const placeWord =
  /(?:^|[^a-z])(?:muc|diem|khoan|dieu|phan|chuong|bieu|bang|hinh|phu luc|mau|buoc|tieu chi|chi tieu|nhiem vu|noi dung|luc|so|thu|va|den|tai|hoac|nhom)[ :(]{1,2}$/;

/** Before the day: «ngày 15.6», «sáng 2.9». */
const dayWord = /(?:^|[^a-z])(?:ngay|hom nay|hom qua|sang|trua|chieu|toi|dem|hom|thang)[ (]{1,2}$/;

const silentKinds = new Set<Block['kind']>([
  'table',
  'header',
  'signature',
  'recipients',
  'page-header',
  'page-footer',
]);

/**
 * A number whose separators follow no convention: «3.0408», «96,6.%», «14,273 lượt người». What is merely another
 * habit («12.5 ha») is told as information; section numbers, dates, times and telephone numbers are no quantities.
 */
export const malformedNumber: Rule = {
  kind: 'malformed-number',
  severity: 'warning',
  *check(input) {
    for (const table of input.shared(parseTables)) yield* inTable(table);
    for (const block of input.context.blocks) {
      if (silentKinds.has(block.kind)) continue;
      const folded = fold(block.text);
      for (const pattern of [separated, stoppedPercent]) {
        for (const match of block.text.matchAll(pattern)) {
          const finding = judge(block, match[0], match.index, folded);
          if (finding !== null) yield flagged(finding);
        }
      }
    }
  },
};

/** A cell in a column of figures whose digits cannot be grouped: «3.0408» among whole numbers. */
function* inTable({ grid, roles }: ParsedTable): Iterable<Claim> {
  for (const row of grid.body) {
    for (let col = 0; col < grid.cols; col++) {
      const value = grid.values[row]![col]!;
      const cell = grid.cells[row]![col];
      if (value.kind !== 'malformed' || cell === undefined || roles[col] !== 'figures') continue;
      const { raw } = value.figure;
      const expected = /^[\d.,]+$/.test(raw) ? regrouped(raw) : null;
      yield flagged({
        ...told(raw, expected, true),
        certain: !grid.unsure,
        evidence: [{ role: 'number', block: grid.block.id, start: cell.start, end: cell.end }],
      });
    }
  }
}

function told(stated: string, expected: string | null, certain: boolean): Omit<Finding, 'evidence'> {
  return {
    certain,
    severity: certain ? 'warning' : 'info',
    stated,
    expected,
    message: {
      vi: `Số «${stated}» viết không đúng quy cách${expected === null ? '' : `; có thể là «${expected}»`}.`,
      en: `The number “${stated}” is not well formed${expected === null ? '' : `; perhaps “${expected}”`}.`,
    },
    suggestion: expected === null ? null : `Sửa «${stated}» thành «${expected}»`,
  };
}

function judge(block: Block, raw: string, start: number, folded: string): Finding | null {
  const end = start + raw.length;
  const before = folded.slice(Math.max(0, start - 40), start);
  const after = folded.slice(end, end + 16);
  const isCount = counted.test(after) && !average.test(before);
  if (wellFormed.test(raw)) return commaGroups.test(raw) && isCount ? report(true, regrouped(raw)) : null;
  if (/[.,]$/.test(raw)) return report(true, `${raw.replace(/[.,]+$/, '')}%`, `${raw}%`);
  if (isNoQuantity(raw, start, before) || (isDay(raw, before) && !isCount)) return null;
  if (englishStyle.test(raw)) return report(false, english(raw));
  if (dottedDecimal.test(raw)) {
    if (isCount) return report(true, null);
    return placeWord.test(before) ? null : report(false, raw.replace('.', ','));
  }
  // «44.3562 tỷ đồng»: of what is measured, the last dot may stand for the comma.
  const decimals = /^(\d{1,3}(?:\.\d{3})*)\.(\d{3})(\d)$/.exec(raw);
  if (decimals !== null && measured.test(after)) return report(true, `${decimals[1]}.${decimals[2]},${decimals[3]}`);
  return report(true, /^[\d.]+$/.test(raw) ? regrouped(raw) : null);

  function report(certain: boolean, expected: string | null, stated = raw): Finding {
    const clause = clauseAround(block.text, start, end);
    return { ...told(stated, expected, certain), evidence: [{ role: 'number', block: block.id, ...clause }] };
  }
}

/** «2.1.1» (section), «12.5.2023» (date), «0225.3842.1234» (telephone), and whatever opens a line: «3.1. Tình hình». */
function isNoQuantity(raw: string, start: number, before: string): boolean {
  if (/^\d{1,2}(?:[.,]\d{1,2}){2,}$|^\d{1,2}\.\d{1,2}\.\d{4}$/.test(raw)) return true;
  if (/^0\d+\./.test(raw) || codeName.test(before)) return true;
  return /^[-+*•( ]*$/.test(before) && before.length === start && dottedDecimal.test(raw);
}

/** «tháng 12.2016», «tính đến ngày 15.6»: parts of a date parted by a point, as newspapers write them. */
function isDay(raw: string, before: string): boolean {
  const isMonth = /^(?:0?[1-9]|1[0-2])\.(?:19[4-9]|20[0-4])\d$/.test(raw);
  if (isMonth && /(?:^|[^a-z])(?:thang|quy|tu|den|va|[-–]) ?$/.test(before)) return true;
  const [day = 0, month = 0] = raw.split('.').map(Number);
  return /^\d{1,2}\.\d{1,2}$/.test(raw) && day <= 31 && month <= 12 && dayWord.test(before);
}

/** 3.0408 → 30.408 · 1,187 → 1.187: the digits are right, the groups are not. */
function regrouped(raw: string): string {
  return raw.replace(/[.,]/g, '').replace(/\B(?=(?:\d{3})+$)/g, '.');
}

function english(raw: string): string {
  return raw.replace(/[.,]/g, (separator) => (separator === ',' ? '.' : ','));
}
