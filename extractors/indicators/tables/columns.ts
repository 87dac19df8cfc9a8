import { isCapitalTitle } from '../../anatomy/sections.ts';
import { type ColumnRole, columnRoles } from '../../checks/tables/columns.ts';
import type { Grid } from '../../checks/tables/grid.ts';
import { scanPeriods, type TimeContext } from '../../dates/index.ts';
import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalize.ts';
import { unitInHeading, unitOfDeed } from './heading-unit.ts';

export interface Column {
  col: number;
  role: ColumnRole;
  /** Its headings from top to bottom. */
  path: string[];
  /** What the headings give, the lowest first; null where they do not say. */
  unit: string | null;
  period: string | null;
  /** Holds the units of the rows: «ĐVT». */
  holdsUnits: boolean;
  /** Holds the years that the rows tell of: «Năm | 2021 | 2022». */
  holdsYears: boolean;
  /** Numbers that count nothing: numbers and days of documents, years, telephones. */
  refers: boolean;
}

const unitHeader = /^(?:dvt|don vi tinh|don vi do)\b/;
const reference =
  /^(?:so(?:,? ?(?:va )?ky hieu| hieu| van ban| quyet dinh| ke hoach| thong bao| hieu van ban| dien thoai| tai khoan| cccd| cmnd| nha| nghi quyet)?|ngay\b.*|thoi gian\b.*|nam(?: sinh| ban hanh| thanh lap| xay dung| cong nhan)?|thang|ma(?: so)?\b.*|dien thoai|sdt|cccd|cmnd|ghi chu|so thu tu|(?:so )?trang|bieu so|xep loai|thoi han)$/;

export function readColumns(grid: Grid, time: TimeContext): Column[] {
  const columns = columnRoles(grid).map((role, col): Column => {
    const path = grid.header[col]!.map((cell) => oneLine(cell.text));
    const folded = path.map(fold);
    return {
      col,
      role,
      path,
      unit: firstFrom(path.toReversed(), unitInHeading) ?? firstFrom(path, unitOfDeed),
      period: firstFrom(path.toReversed(), (heading) => periodIn(heading, time)),
      holdsUnits: unitHeader.test(folded.at(-1) ?? ''),
      holdsYears: /^(?:nam|thoi gian|giai doan)$/.test(folded.at(-1) ?? '') && years(grid, col),
      refers: folded.some((heading) => reference.test(heading)),
    };
  });
  // «Số đảng viên | Trong đó: nữ»: the kind has the unit of what it is a kind of.
  columns.forEach((column, index) => {
    const inside = column.path.some((heading) => /^trong đó/iu.test(heading));
    if (inside && column.unit === null) column.unit = columns[index - 1]?.unit ?? null;
  });
  return columns;
}

function years(grid: Grid, col: number): boolean {
  const texts = grid.body.map((row) => grid.cells[row]![col]?.text.trim() ?? '').filter((text) => /\d/.test(text));
  return texts.length > 0 && texts.every((text) => /(?:19|20)\d\d/.test(text));
}

/** «6 tháng đầu năm 2023», «Năm 2022»; not «so với năm 2022». */
export function periodIn(text: string, time: TimeContext): string | null {
  const small = isCapitalTitle(text) ? smallLetters(text) : text.replace(/^Năm/, 'năm');
  const found = scanPeriods(small, time).find(
    (one) => !one.comparison && one.kind !== 'duration' && one.kind !== 'recurrent',
  );
  return found?.label ?? null;
}

/** «QUÝ III NĂM 2023» → «quý III năm 2023». */
const smallLetters = (title: string): string =>
  title.toLowerCase().replace(/(?<=quý )[iv]+(?!\p{L})/gu, (roman) => roman.toUpperCase());

function firstFrom<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}
