import type { IndicatorKind } from '../../schemas/indicator.ts';
import type { ChartChange } from './rows.ts';

/** What a plot or a sheet says besides the data, in the language of whoever reads it. */
export interface SeriesWords {
  title(label: string): string;
  kinds: Record<IndicatorKind, string>;
  columns: {
    label: string;
    kind: string;
    place: string;
    time: string;
    from: string;
    to: string;
    value: string;
    unit: string;
    printed: string;
    note: string;
    report: string;
    date: string;
    file: string;
    page: string;
    section: string;
    quote: string;
  };
  gap: string;
  conflict: string;
  change(change: ChartChange): string;
  sheets: { table: string; sources: string };
  more(lines: number): string;
  notFromZero: string;
  nothing: string;
}
