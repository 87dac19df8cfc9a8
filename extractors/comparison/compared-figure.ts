import type { Extraction } from '../../schemas/extraction.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import { OUTLINE_TYPE, type Report } from '../../schemas/report.ts';
import { lineage } from '../checks/identity.ts';
import { fold } from '../text/fold.ts';
import { type Amount, amountOf } from './amount.ts';
import { changeBehind, type StatedChange } from './change.ts';
import { saysReached, wordsBehind } from './clause.ts';
import { conceptOf, isState } from './concept.ts';
import { type FigurePlace, placeOf } from './place.ts';
import { stockWindows, type TimeSpan, timeOf, yearsOf } from './span-of-time.ts';

/** What comparing needs of a report beside its figures. */
export interface ComparedReport {
  /** How the report is named in evidence. */
  source: string;
  lineage: string;
  number: string | null;
  type: string | null;
  issuer: string | null;
  date: string | null;
}

/** A figure of one report, ready to be set beside those of others. */
export interface ComparedFigure {
  report: ComparedReport;
  indicator: Pick<Indicator, 'label' | 'raw' | 'unit' | 'qualifier' | 'kind' | 'quote' | 'block' | 'start' | 'end'>;
  place: FigurePlace;
  concept: string;
  amount: Amount;
  time: TimeSpan;
  /** The report says that a target was reached by it. */
  reached: boolean;
  /** The report says how much it is more or less than in an earlier year. */
  change: StatedChange | null;
  /** The place, concept and unit: what a series runs over. */
  series: string;
}

export function comparedReport({
  source,
  report,
  readAs = report,
  blocks,
}: Pick<Extraction, 'source' | 'report' | 'blocks'> & { readAs?: Report }): ComparedReport {
  const { number, type, issuer, date } = report;
  return {
    source,
    lineage: lineage({ file: '', report, readAs, blocks }),
    number,
    type,
    issuer,
    date,
  };
}

/** The figures that mean enough to be compared; read by OCR they do not, nor in an outline, which only asks for them. */
export function comparedFigures(
  extraction: Pick<Extraction, 'report' | 'blocks' | 'indicators'>,
  report: ComparedReport,
  nameConcept = conceptOf,
): ComparedFigure[] {
  if (extraction.report.type === OUTLINE_TYPE) return [];
  const blocks = new Map(extraction.blocks.map((block) => [block.id, block]));
  return extraction.indicators.flatMap((indicator): ComparedFigure[] => {
    const { label, raw, unit, qualifier, quote, block, start, end, table, scope } = indicator;
    const { text = '', ocrConfidence = null } = blocks.get(block) ?? {};
    if (ocrConfidence !== null || indicator.kind === 'difference') return [];
    const more = table === null ? wordsBehind(text, end, extraction.report) : '';
    const concept = nameConcept({ label: `${withoutTime(indicator)} ${more}`, unit, table });
    const place = placeOf(scope, extraction.report);
    if (concept === null || place === null) return [];
    const kind = indicator.kind === 'result' && isState(concept) ? 'stock' : indicator.kind;
    const time = timeOf({ period: kind === indicator.kind ? indicator.period : null, kind }, extraction.report);
    if (time === null) return [];
    const amount = amountOf(indicator);
    return [
      {
        report,
        indicator: { label, raw, unit, qualifier, kind, quote, block, start, end },
        place,
        concept,
        amount,
        time,
        reached: saysReached(text, end),
        change: kind === 'result' && table === null ? changeBehind(text, indicator, time, extraction.report) : null,
        series: [placeKey(place), concept, amount.unit].join('|'),
      },
    ];
  });
}

/** «Số cuộc đối thoại — năm 2021», «… > 2021»: when is compared on its own. */
function withoutTime({ label, period, table }: Pick<Indicator, 'label' | 'period' | 'table'>): string {
  if (table === null || period === null) return label;
  const when = fold(period);
  return label
    .split(/ — | > /)
    .filter((part) => fold(part) !== when && `nam ${fold(part)}` !== when)
    .join(' ');
}

/**
 * `figure:` keys bring together what must be equal, `series:` what runs over time, `sum:` what adds up over places. Each
 * names a time, so that the years that a place has been reporting do not gather under one key.
 */
export function keysOf(figure: ComparedFigure): string[] {
  const { place, concept, amount, time, series, change } = figure;
  const { kind } = figure.indicator;
  const times = kind === 'stock' ? stockWindows(time.to) : [`${time.from}/${time.to}`];
  const keys = times.map((when) => `figure:${series}|${when}`);
  // Beside what was told then; it is no telling of that time itself: `holdsFor`.
  if (change !== null) keys.push(`figure:${series}|${change.against.from}/${change.against.to}`);
  if (kind === 'result') keys.push(...yearsOf(time).map((year) => `series:${series}|${year}`));
  if (kind === 'target' || kind === 'rate' || kind === 'result') keys.push(`target:${series}|${time.to.slice(0, 4)}`);
  if (place.body === '' && (kind === 'result' || kind === 'stock')) {
    const sums = place.above === null ? [place.unit] : [place.unit, place.above];
    for (const unit of sums) keys.push(...times.map((when) => `sum:${unit}|${concept}|${amount.unit}|${when}`));
  }
  return keys;
}

/** The figure is of the time that the `figure:` key names, and does not only compare itself with that time. */
export function holdsFor(key: string, { time, indicator }: ComparedFigure): boolean {
  return indicator.kind === 'stock' || key.endsWith(`|${time.from}/${time.to}`);
}

function placeKey({ unit, body }: FigurePlace): string {
  return body === '' ? unit : `${unit}@${body}`;
}

/** The same words, not only the same concept. */
export function sameWords(a: ComparedFigure, b: ComparedFigure): boolean {
  return (
    fold(a.indicator.label) === fold(b.indicator.label) && fold(a.indicator.unit ?? '') === fold(b.indicator.unit ?? '')
  );
}

/** «Báo cáo 361-BC/TU ngày 19/6/2023» */
export function nameOfReport({
  type,
  number,
  date,
  issuer,
}: Pick<Report, 'type' | 'number' | 'date' | 'issuer'>): string {
  const day = date === null ? null : date.split('-').reverse().map(Number).join('/');
  return [
    [type ?? 'Báo cáo', number ?? ''].join(' ').trim(),
    day && `ngày ${day}`,
    number === null && issuer ? `của ${issuer}` : null,
  ]
    .filter(Boolean)
    .join(' ');
}
