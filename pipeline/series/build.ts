import { keyOf, unitsAt } from '../../extractors/comparison/place.ts';
import { candidatesFor, chainOf, changesOf, fullName, predecessorsOf } from '../../extractors/geography/index.ts';
import { fold } from '../../extractors/text/fold.ts';
import type { Series, SeriesChart, SeriesLine, SeriesPoint, SeriesTime } from '../../schemas/series.ts';
import { conceptAsked, figuresOf, type SeriesFigure, type SeriesReport } from './figures.ts';
import { labelOf, monthsOf, withMissing, yearsOf } from './time.ts';
import { valuesOf } from './values.ts';

/**
 * The same figure over time and places. Only what means the same stands in one chart: one concept with all its
 * restricting words, one family of units, one kind, times of one length. Pure; reports in any order give the same.
 */
export function buildSeries(asked: Series['asked'], reports: readonly SeriesReport[]): Series {
  const { figures: all, ambiguous } = figuresOf(reports);
  const isHere = placeTest(asked.place);
  const figures = all.filter(
    ({ place, time }) =>
      isHere(place.unit, place.name) &&
      (asked.from === null || time.from >= asked.from) &&
      (asked.to === null || time.to <= asked.to),
  );
  const meant = meantOf(asked.label, figures);
  const [own, others] = [figures.filter(meant), figures.filter((figure) => !meant(figure))];
  const charts = [...Map.groupBy(own, chartKey).values()].map(chartOf);
  return {
    asked,
    charts: charts.sort((a, b) => pointsIn(b) - pointsIn(a) || compare(nameOf(a), nameOf(b))),
    related: relatedOf(others),
    ambiguous,
  };
}

/** Exactly what was asked for; where nobody tells that, the narrower thing that most figures are of. */
function meantOf(label: string, figures: readonly SeriesFigure[]): (figure: SeriesFigure) => boolean {
  const askedIn = conceptAsked(label);
  const isExact = (figure: SeriesFigure) => figure.concept === askedIn(figure);
  if (figures.some(isExact)) return isExact;
  const [most] = [...Map.groupBy(figures, ({ concept }) => concept)].sort(
    ([a, one], [b, two]) => two.length - one.length || compare(a, b),
  );
  return ({ concept }) => concept === most?.[0];
}

function relatedOf(figures: readonly SeriesFigure[]): Series['related'] {
  const groups = Map.groupBy(figures, ({ concept, amount }) => `${concept}|${amount.unit}`);
  return [...groups.values()]
    .map((group) => ({
      label: usual(group, ({ label }) => label) ?? '',
      unit: usual(group, ({ unit }) => unit),
      points: group.length,
    }))
    .sort((a, b) => b.points - a.points || compare(a.label, b.label));
}

/** A place matches by its own name or that of a unit it lies in; territories that went into the one asked for belong to it. */
function placeTest(place: string | null): (unit: string, name: string) => boolean {
  if (place === null) return () => true;
  const words = fold(place).split(/\s+/).filter(Boolean);
  const former = new Set(candidatesFor(place).flatMap((unit) => predecessorsOf(unit).map((one) => keyOf(one.unit))));
  return (unit, name) =>
    former.has(unit) ||
    chainNames(unit, name).some((one) => {
      const own = fold(one).split(/\s+/);
      return words.every((word) => own.includes(word));
    });
}

function chainNames(unit: string, name: string): string[] {
  const [first] = unitsAt(unit);
  return first ? chainOf(first).map(fullName) : [name];
}

const monthsOfFigure = ({ indicator, time }: SeriesFigure): number | null =>
  indicator.kind === 'stock' ? null : monthsOf(time);
const chartKey = (figure: SeriesFigure): string =>
  [figure.concept, figure.amount.unit, figure.indicator.kind, monthsOfFigure(figure)].join('|');

function chartOf(figures: readonly SeriesFigure[]): SeriesChart {
  const { kind } = figures[0]!.indicator;
  const months = monthsOfFigure(figures[0]!);
  const unit = usual(figures, (one) => one.unit);
  const size = figures.find(({ indicator }) => indicator.unit === unit)!.amount.size;
  const times = figures.map(({ time }) => time);
  const expected = kind === 'stock' ? yearsOf(times.map(({ to }) => to)) : withMissing(times, months);
  const lines = [...Map.groupBy(figures, ({ series }) => series).values()].map((own) => lineOf(own, size, expected));
  lines.sort((a, b) => a.place.chain.length - b.place.chain.length || compare(lineName(a), lineName(b)));
  return { label: usual(figures, ({ label }) => label)!, unit, kind, months, lines };
}

function lineOf(
  figures: readonly SeriesFigure[],
  size: number,
  expected: readonly Omit<SeriesTime, 'label'>[],
): SeriesLine {
  const { place } = figures[0]!;
  const changes = changesOf(unitsAt(place.unit));
  const byTime = Map.groupBy(figures, ({ time }) => `${time.from}/${time.to}`);
  const points = [...byTime.values()]
    .map((same): SeriesPoint => ({ time: named(same[0]!.time), values: valuesOf(same, size) }))
    .sort((a, b) => compare(a.time.to, b.time.to) || compare(a.time.from, b.time.from));
  const formed = changes.find(({ kind }) => kind === 'formed')?.day ?? '';
  const ended = changes.find(({ kind }) => kind === 'ended')?.day ?? '9';
  const gaps = new Map<string, SeriesTime>();
  for (const { from, to } of expected) {
    if (points.some(({ time }) => time.from >= from && time.to <= to) || from < formed || to >= ended) continue;
    gaps.set(from, named({ from, to }));
  }
  return {
    place: {
      name: place.name,
      level: place.level,
      chain: chainNames(place.unit, place.name),
      // As the reports write it: the key is folded.
      body: place.body === '' ? null : (figures[0]!.scope ?? place.body),
    },
    points,
    gaps: [...gaps.values()].sort((a, b) => compare(a.from, b.from)),
    changes,
  };
}

const named = ({ from, to }: Omit<SeriesTime, 'label'>): SeriesTime => ({ from, to, label: labelOf({ from, to }) });

/** The wording most figures have; of several the first in the alphabet. */
function usual<K extends 'label' | 'unit'>(
  figures: readonly SeriesFigure[],
  of: (indicator: SeriesFigure['indicator']) => SeriesFigure['indicator'][K],
): SeriesFigure['indicator'][K] {
  const counts = [...Map.groupBy(figures, ({ indicator }) => of(indicator))];
  counts.sort(([a, one], [b, two]) => two.length - one.length || compare(String(a), String(b)));
  return counts[0]![0];
}

const pointsIn = ({ lines }: SeriesChart): number => lines.reduce((sum, { points }) => sum + points.length, 0);
const nameOf = ({ label, unit, kind, months }: SeriesChart): string => [label, unit, kind, months].join('|');
const lineName = ({ place }: SeriesLine): string => [...place.chain, place.body ?? ''].join('|');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
