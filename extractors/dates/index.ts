export { iso, isRealDate, isYear } from './calendar.ts';
export { parseDate, scanDates } from './dates.ts';
export { type PeriodToken, scanPeriods } from './periods.ts';
export type { TimeContext } from './time-context.ts';
