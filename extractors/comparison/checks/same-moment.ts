import type { ComparedFigure } from '../compared-figure.ts';
import { daysApart } from '../span-of-time.ts';

/** Two stocks are one figure while nothing can have changed it; afterwards they are two points of a series. */
const STOCK_DAYS = 31;
/** What moves only by resolution stays comparable for long: area, numbers of units. */
const LASTING = new Set([
  'diện tích tự nhiên',
  'tổng diện tích tự nhiên',
  'xã',
  'phường',
  'thị trấn',
  'thôn',
  'tổ dân phố',
]);
/** Not more than two stocks may lie apart and still share a key: `stockWindows`. */
const LASTING_DAYS = 180;

/** Both figures of one key hold for one time; only stocks do not tell it by their key. */
export function isSameMoment(a: ComparedFigure, b: ComparedFigure): boolean {
  if (a.indicator.kind !== b.indicator.kind) return false;
  if (a.indicator.kind !== 'stock') return true;
  return daysApart(a.time.to, b.time.to) <= (LASTING.has(a.indicator.label.toLowerCase()) ? LASTING_DAYS : STOCK_DAYS);
}
