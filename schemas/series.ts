import { z } from 'zod';
import { IndicatorKind } from './indicator.ts';
import { UnitLevel } from './report.ts';
import { ReportHead } from './search.ts';
import { spanFields } from './span.ts';
import { TerritoryChange } from './territory.ts';

/** ISO days, both inclusive; for what merely stands (`stock`) one day. */
export const SeriesTime = z.strictObject({ from: z.iso.date(), to: z.iso.date(), label: z.string() });
export type SeriesTime = z.infer<typeof SeriesTime>;

/** Where a value stands: the report, the words cut from it, and the place that a person can turn to. */
export const SeriesSource = z.strictObject({
  report: ReportHead,
  quote: z.string(),
  ...spanFields,
  page: z.int().nullable(),
  section: z.string().nullable(),
  /** As printed there. */
  raw: z.string(),
  unit: z.string().nullable(),
  qualifier: z.string().nullable(),
});
export type SeriesSource = z.infer<typeof SeriesSource>;

/** In the unit of the chart; its sources from the newest report to the oldest. */
export const SeriesValue = z.strictObject({ value: z.number(), sources: z.array(SeriesSource).min(1) });
export type SeriesValue = z.infer<typeof SeriesValue>;

/** One place at one time. Several values: reports contradict each other, and none of them is chosen. */
export const SeriesPoint = z.strictObject({ time: SeriesTime, values: z.array(SeriesValue).min(1) });
export type SeriesPoint = z.infer<typeof SeriesPoint>;

export const SeriesLine = z.strictObject({
  /** `chain`: widest first, the place itself last. `body`: where the figure is of one body there, its name as a report writes it. */
  place: z.strictObject({
    name: z.string(),
    level: UnitLevel.nullable(),
    chain: z.array(z.string()),
    body: z.string().nullable(),
  }),
  points: z.array(SeriesPoint),
  /** Times of which other places, or the steps between the points, make one expect a figure; none was found. */
  gaps: z.array(SeriesTime),
  changes: z.array(TerritoryChange),
});
export type SeriesLine = z.infer<typeof SeriesLine>;

/** Lines that may be set side by side: one concept, one unit, one kind, times of one length. */
export const SeriesChart = z.strictObject({
  label: z.string(),
  unit: z.string().nullable(),
  kind: IndicatorKind,
  /** Length of the times in months; null for days of a stock and other lengths. */
  months: z.int().nullable(),
  lines: z.array(SeriesLine),
});
export type SeriesChart = z.infer<typeof SeriesChart>;

export const Series = z.strictObject({
  asked: z.strictObject({
    label: z.string(),
    place: z.string().nullable(),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
  }),
  /** The most points first. */
  charts: z.array(SeriesChart),
  /** Other things counted whose labels hold the words asked for: never mixed in. */
  related: z.array(z.strictObject({ label: z.string(), unit: z.string().nullable(), points: z.int() })),
  /** Figures left out because their report gives several values for the same. */
  ambiguous: z.int(),
});
export type Series = z.infer<typeof Series>;
