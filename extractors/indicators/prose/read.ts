import type { Block } from '../../../schemas/document.ts';
import { Brackets } from '../../part-whole/brackets.ts';
import { sentencesOf } from '../../part-whole/sentences.ts';
import type { Draft } from '../draft.ts';
import type { Surroundings } from '../surroundings.ts';
import { layOut } from './clauses.ts';
import type { Figure } from './figure.ts';
import { readFigures, type Span } from './figures.ts';
import { kindOf } from './kind.ts';
import { labelOf } from './label.ts';
import { scopeInBlock } from './subject.ts';
import { periodAt, timesOf } from './time.ts';

/** The figures of a block of running text with what they count, when and of whom. */
export function readProse(block: Block, cited: readonly Span[], around: Surroundings): Draft[] {
  const { text } = block;
  const figures = readFigures(text, cited);
  if (figures.length === 0) return [];
  const pairs = new Map(new Brackets(text).pairs.map(({ start, end }) => [start, end - 1]));
  const layout = layOut(text, sentencesOf(text), pairs);
  const times = timesOf(text, cited, layout, around.time);
  const drafts: Draft[] = [];
  let previousLabel: string | null = null;
  figures.forEach((figure, index) => {
    const neighbours = { previous: figures[index - 1], next: figures[index + 1], previousLabel };
    const label = labelOf(text, figure, layout, neighbours, times.all);
    if (label.text === '') return;
    const period = periodAt(text, figure, layout, times);
    const segment = layout.segmentAt(figure.start);
    const kind = kindOf(figure, {
      label: label.text,
      before: text.slice(Math.max(segment.start, figure.start - 120), figure.start),
      clause: text.slice(Math.max(segment.start, figure.start - 200), figure.end),
      headings: around.headings,
      hasPeriod: period !== null,
    });
    const inherits = period === null && kind !== 'stock';
    drafts.push({
      block,
      ...spread(figure, label),
      at: figure.start,
      label: label.text,
      value: figure.number,
      raw: figure.raw,
      unit: figure.unitName,
      qualifier: figure.token.qualifier?.text.toLowerCase() ?? null,
      kind,
      period: period?.label ?? (inherits ? around.period : null),
      scope: scopeInBlock(text, figure.start, layout) ?? around.scope,
      whole: null,
      rules: [
        `figure-${figure.role}`,
        label.rule,
        ...(period === null ? (inherits && around.period !== null ? ['period-report'] : []) : [period.rule]),
      ],
      table: null,
    });
    if (figure.role !== 'denominator') previousLabel = label.text;
  });
  return drafts;
}

function spread(figure: Figure, label: Span): Span {
  return { start: Math.min(label.start, figure.start), end: Math.max(label.end, figure.end) };
}
