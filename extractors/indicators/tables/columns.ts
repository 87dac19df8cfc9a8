import { type ColumnRole, columnRoles } from '../../checks/tables/columns.ts';
import type { Grid } from '../../checks/tables/grid.ts';
import type { TimeContext } from '../../dates/index.ts';
import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalize.ts';
import { unitInHeading, unitOfDeed } from './heading-unit.ts';
import { periodOfHeading } from './period.ts';

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
  /^(?:so(?:,? ?(?:va )?ky hieu| hieu| van ban| quyet dinh| ke hoach| thong bao| hieu van ban| dien thoai| tai khoan| cccd| cmnd| nha| nghi quyet)?|ngay\b.*|thoi gian\b.*|nam(?: sinh| ban hanh| thanh lap| xay dung| cong nhan)?|thang|ky(?: bao cao)?|thoi ky|giai doan|nhiem ky|nien do|ma(?: so)?\b.*|dien thoai|sdt|cccd|cmnd|ghi chu|so thu tu|(?:so )?trang|bieu so|xep loai|thoi han)$/;

const timeHeader = /^(?:nam|ky(?: bao cao)?|thoi gian|thoi ky|giai doan|nhiem ky|nien do)$/;

export function readColumns(grid: Grid, time: TimeContext): Column[] {
  const columns = columnRoles(grid).map((role, col): Column => {
    const path = grid.header[col]!.map((cell) => oneLine(cell.text));
    const folded = path.map(fold);
    return {
      col,
      role,
      path,
      unit: firstFrom(path.toReversed(), unitInHeading) ?? firstFrom(path, unitOfDeed),
      period: firstFrom(path.toReversed(), (heading) => periodOfHeading(heading, time)),
      holdsUnits: unitHeader.test(folded.at(-1) ?? ''),
      holdsYears: timeHeader.test(folded.at(-1) ?? '') ? years(grid, col) : role === 'label' && yearsAlone(grid, col),
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
  const texts = textsWithDigits(grid, col);
  return texts.length > 0 && texts.every((text) => /(?:19|20)\d\d/.test(text));
}

/** Years and nothing else name their rows, whatever stands above them. */
function yearsAlone(grid: Grid, col: number): boolean {
  const texts = textsWithDigits(grid, col);
  return texts.length > 1 && texts.every((text) => /^(?:19|20)\d\d$/.test(text));
}

const textsWithDigits = (grid: Grid, col: number): string[] =>
  grid.body.map((row) => grid.cells[row]![col]?.text.trim() ?? '').filter((text) => /\d/.test(text));

function firstFrom<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}
