import { type ComparedFigure, comparedFigures, comparedReport } from '../../extractors/comparison/compared-figure.ts';
import { plainConceptOf } from '../../extractors/comparison/concept.ts';
import { groupsOf } from '../../extractors/comparison/groups.ts';
import { type Sketch, sketchOf } from '../../extractors/comparison/sketch.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Report } from '../../schemas/report.ts';
import type { ReportHead } from '../../schemas/search.ts';
import type { SeriesSource } from '../../schemas/series.ts';

/** A figure that may become a point, with the place a person can turn to. */
export interface SeriesFigure extends ComparedFigure {
  source: SeriesSource;
  /** Whose figure it is, as the report writes it. */
  scope: string | null;
}

/** What a series needs of one report; its text is not held. */
export interface SeriesReport {
  source: string;
  report: Report;
  sketch: Sketch;
  figures: SeriesFigure[];
}

/** Figures of the report whose concept holds all the words asked for. */
export function seriesReport(head: ReportHead, extraction: Extraction, label: string): SeriesReport {
  const blocks = new Map(extraction.blocks.map((block) => [block.id, block]));
  const scopes = new Map(extraction.indicators.map(({ block, start, scope }) => [`${block} ${start}`, scope]));
  const askedIn = conceptAsked(label);
  const figures = comparedFigures(extraction, { ...comparedReport(extraction), source: head.id }, plainConceptOf);
  return {
    source: head.id,
    report: extraction.report,
    sketch: sketchOf(extraction.blocks),
    figures: figures
      .filter((figure) => holdsAll(figure.concept, askedIn(figure)))
      .map((figure) => {
        const { raw, unit, qualifier, quote, block, start, end } = figure.indicator;
        const { page = null, section = null } = blocks.get(block) ?? {};
        const scope = scopes.get(`${block} ${start}`) ?? null;
        return {
          ...figure,
          scope,
          source: { report: head, quote, block, start, end, page, section, raw, unit, qualifier },
        };
      }),
  };
}

/** The concept asked for, seen with the figure's unit: «cuộc đối thoại» asks for «đối thoại», counted in «cuộc». */
export function conceptAsked(label: string): (figure: ComparedFigure) => string {
  const byUnit = new Map<string | null, string>();
  return ({ indicator: { unit } }) => {
    const concept = byUnit.get(unit) ?? plainConceptOf({ label, unit, table: null }) ?? '';
    byUnit.set(unit, concept);
    return concept;
  };
}

function holdsAll(concept: string, asked: string): boolean {
  const words = new Set(concept.split(' '));
  return asked !== '' && asked.split(' ').every((word) => words.has(word));
}

/** Of several files that hold one report the newest counts; a report that gives several values for the same gives none. */
export function figuresOf(reports: readonly SeriesReport[]): { figures: SeriesFigure[]; ambiguous: number } {
  let ambiguous = 0;
  const figures = groupsOf(reports).flatMap((group) => {
    const own = Map.groupBy(group.at(-1)!.figures, pointKey);
    return [...own.values()].flatMap((same) => {
      const [first] = same;
      if (first && same.every(({ amount }) => amount.value === first.amount.value)) return [first];
      ambiguous += same.length;
      return [];
    });
  });
  return { figures, ambiguous };
}

/** Figures with one key say the same of one place at one time. */
export const pointKey = (figure: SeriesFigure): string =>
  [figure.series, figure.indicator.kind, figure.time.from, figure.time.to].join('|');
