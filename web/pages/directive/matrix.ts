import type { Trace } from '../../../schemas/search.ts';

export interface MatrixRow {
  place: string;
  level: string | null;
  /** Ids of the reports that mention the directive, by period. */
  reports: Map<string, Set<string>>;
  /** Reports of a place that mentions it nowhere; 0 where it does. */
  silent: number;
}

export interface Matrix {
  /** Years, the newest last; null stands for reports that tell no day. */
  periods: string[];
  rows: MatrixRow[];
}

/** Who reported on a directive in which year, and who reported and is silent. Places from the centre down. */
export function matrixOf({ mentions, silent }: Pick<Trace, 'mentions' | 'silent'>): Matrix {
  const rows = new Map<string, MatrixRow>();
  const periods = new Set<string>();
  for (const { report } of mentions) {
    const unit = report.units.at(-1);
    const place = unit?.name ?? '';
    const period = (report.period?.to ?? report.date ?? '').slice(0, 4);
    periods.add(period);
    const row = rows.get(place) ?? { place, level: unit?.level ?? null, reports: new Map(), silent: 0 };
    rows.set(place, row);
    row.reports.set(period, (row.reports.get(period) ?? new Set()).add(report.id));
  }
  const quiet = silent.map(
    ({ unit, reports }): MatrixRow => ({ place: unit.name, level: unit.level, reports: new Map(), silent: reports }),
  );
  return { periods: [...periods].sort(), rows: [...rows.values(), ...quiet] };
}
