import type { Period } from '../../schemas/report.ts';

/** What is known of the report, to fill what a sentence leaves out: «6 tháng đầu năm», «đến 30/5», «đến nay». */
export interface TimeContext {
  reportDate?: string | null;
  reportPeriod?: Period | null;
}

/** The year of the period under review; else that of the report's date. */
export function yearOf(context: TimeContext): number | null {
  const day = context.reportPeriod?.to ?? context.reportPeriod?.from ?? context.reportDate ?? null;
  return day === null ? null : Number(day.slice(0, 4));
}
