import { useState } from 'react';
import { useLocation } from 'wouter';
import { placeName } from '../../../pipeline/series/rows.ts';
import { dayNumber, linear, timeTicks, valueTicks } from '../../../pipeline/series/scale.ts';
import type { SeriesChart, SeriesLine, SeriesPoint, SeriesValue } from '../../../schemas/series.ts';
import { useMessages } from '../language.tsx';
import { reportAddress } from '../routes.ts';
import { numberOf } from '../text/numbers.ts';
import style from './chart.module.css';

const SIZE = { width: 860, height: 340, left: 76, right: 16, top: 12, bottom: 28 } as const;
/** Lines beyond these are told apart by pointing at them. */
const COLOURS = 8;

/** One concept over time, a line each place; every point leads to where the figure stands. */
export function Chart({ chart }: { chart: SeriesChart }) {
  const { figures } = useMessages();
  const [, go] = useLocation();
  const [place, setPlace] = useState<string | null>(null);
  const points = chart.lines.flatMap((line) =>
    line.points.flatMap((point) => point.values.map((value) => ({ line, point, value }))),
  );
  const days = points.map(({ point }) => point.time.to).sort();
  const ticks = timeTicks(days[0]!, days.at(-1)!);
  const values = valueTicks(
    points.map(({ value }) => value.value),
    chart.kind === 'rate',
  );
  const ends = [...days, ...ticks.map(({ day }) => day)].map(dayNumber);
  const x = linear([Math.min(...ends), Math.max(...ends)], [SIZE.left, SIZE.width - SIZE.right]);
  const y = linear([values[0]!, values.at(-1)!], [SIZE.height - SIZE.bottom, SIZE.top]);
  const at = (point: SeriesPoint): number => x(dayNumber(point.time.to));
  const open = (value: SeriesValue): void => {
    const [source] = value.sources;
    if (source) go(reportAddress(source.report.id, { block: source.block }));
  };
  return (
    <figure className={style.figure}>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        className={style.chart}
        role="img"
        aria-label={figures.chartLabel(chart.label)}
      >
        {values.map((value) => (
          <g key={value}>
            <line className={style.grid} x1={SIZE.left} x2={SIZE.width - SIZE.right} y1={y(value)} y2={y(value)} />
            <text className={style.tick} x={SIZE.left - 8} y={y(value) + 4} textAnchor="end">
              {numberOf(value)}
            </text>
          </g>
        ))}
        {ticks.map(({ day, label }) => (
          <text key={day} className={style.tick} x={x(dayNumber(day))} y={SIZE.height - 8} textAnchor="middle">
            {label}
          </text>
        ))}
        {chart.lines.map((line, i) => {
          const name = placeName(line, chart);
          return (
            <g key={name} className={style.line} data-colour={i % COLOURS} data-dim={place !== null && place !== name}>
              <polyline points={line.points.map((point) => `${at(point)},${y(point.values[0]!.value)}`).join(' ')} />
              {line.points.flatMap((point) =>
                point.values.map((value) => (
                  // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it does the same by keyboard
                  <circle
                    key={`${point.time.from} ${value.value}`}
                    className={style.point}
                    cx={at(point)}
                    cy={y(value.value)}
                    r={point.values.length > 1 ? 5 : 4}
                    data-doubtful={point.values.length > 1}
                    onClick={() => open(value)}
                  >
                    <title>
                      {figures.point(name, point.time.label, `${numberOf(value.value)} ${chart.unit ?? ''}`)}
                    </title>
                  </circle>
                )),
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className={style.legend}>
        {chart.lines.map((line, i) => {
          const name = placeName(line, chart);
          return (
            <button
              key={name}
              type="button"
              className={style.key}
              data-colour={i % COLOURS}
              aria-pressed={place === name}
              onClick={() => setPlace(place === name ? null : name)}
            >
              {name}
            </button>
          );
        })}
      </figcaption>
    </figure>
  );
}

export const linesOf = (chart: SeriesChart): { name: string; line: SeriesLine }[] =>
  chart.lines.map((line) => ({ name: placeName(line, chart), line }));
