import type { SeriesChart, SeriesLine, SeriesSource, SeriesTime } from '../../schemas/series.ts';
import type { TerritoryChange } from '../../schemas/territory.ts';

/** One line of a table of the series: a source of a value, or a gap. */
export interface SeriesRow {
  chart: SeriesChart;
  place: string;
  time: SeriesTime;
  /** Null in a gap. */
  value: number | null;
  source: SeriesSource | null;
  /** Another report gives another value for this place and time. */
  conflict: boolean;
}

/** Every point and gap of a chart, place by place and in order of time; of a conflict each value, of a value each source. */
export function rowsOf(chart: SeriesChart): SeriesRow[] {
  return chart.lines.flatMap((line) => {
    const place = placeName(line, chart);
    const points = line.points.flatMap(({ time, values }) =>
      values.flatMap(({ value, sources }) =>
        sources.map((source): SeriesRow => ({ chart, place, time, value, source, conflict: values.length > 1 })),
      ),
    );
    const gaps = line.gaps.map(
      (time): SeriesRow => ({ chart, place, time, value: null, source: null, conflict: false }),
    );
    return [...points, ...gaps].sort((a, b) => (a.time.to < b.time.to ? -1 : a.time.to > b.time.to ? 1 : 0));
  });
}

/** «phường Nguyễn Nghiêm»; of two with one name in a chart each with what it lies in. */
export function placeName(line: SeriesLine, { lines }: SeriesChart): string {
  const { name, chain, body } = line.place;
  const shared = lines.some(({ place }) => place.name === name && place.chain.join() !== chain.join());
  const where = shared ? ` (${chain.slice(0, -1).reverse().join(', ')})` : '';
  return `${name}${where}${body === null ? '' : ` · ${body}`}`;
}

/** A change of territory with the places of the chart that it touches. */
export interface ChartChange extends TerritoryChange {
  places: string[];
}

/** Changes within the time of the chart, each once: what a merger says of its parts and of the whole is one change. */
export function changesIn(chart: SeriesChart): ChartChange[] {
  const times = chart.lines.flatMap(({ points, gaps }) => [...points.map(({ time }) => time), ...gaps]);
  const [first, last] = [
    times.map(({ from }) => from).sort()[0],
    times
      .map(({ to }) => to)
      .sort()
      .at(-1),
  ];
  const found = new Map<string, ChartChange>();
  for (const line of chart.lines) {
    for (const change of line.changes) {
      if (first === undefined || last === undefined || change.day <= first || change.day > nextYear(last)) continue;
      const key = JSON.stringify(change);
      const known = found.get(key) ?? { ...change, places: [] };
      found.set(key, { ...known, places: [...known.places, placeName(line, chart)] });
    }
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** A territory that ended soon after its last figure ended the series. */
const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
