export { iso, isRealDate, isYear } from './calendar.ts';
export { type DateToken, parseDate, scanDates } from './dates.ts';
export { type PeriodToken, scanPeriods } from './periods.ts';
export type { TimeContext } from './time-context.ts';
