import type { Block } from '../../../schemas/document.ts';
import { Brackets } from '../../part-whole/brackets.ts';
import { sentencesOf } from '../../part-whole/sentences.ts';
import type { Draft } from '../draft.ts';
import type { Surroundings } from '../surroundings.ts';
import { layOut } from './clauses.ts';
import type { Figure } from './figure.ts';
import { readFigures, type Span } from './figures.ts';
import { isStockUnit, kindOf } from './kind.ts';
import { labelsOf } from './label.ts';
import { Scopes } from './scope.ts';
import { periodAt, timesOf } from './time.ts';
import { tokensOf } from './tokens.ts';

export interface Told {
  drafts: Draft[];
  /** Of whom the block tells at each place; null where nobody will ask. */
  scopes: Scopes | null;
}

/**
 * The figures of a block of running text with what they count, when and of whom. `scope` is what the block hangs on;
 * `hasNotes` when notes hang on it in turn and want to know of whom it tells.
 */
export function readProse(
  block: Block,
  cited: readonly Span[],
  around: Surroundings,
  scope: string | null,
  hasNotes: boolean,
): Told {
  const { text } = block;
  const figures = readFigures(text, cited);
  if (figures.length === 0 && !hasNotes) return { drafts: [], scopes: null };
  const sentences = sentencesOf(text);
  const pairs = new Map(new Brackets(text).pairs.map(({ start, end }) => [start, end - 1]));
  const layout = layOut(text, sentences, pairs);
  const times = timesOf(text, cited, figures, layout, around.time);
  const tokens = tokensOf(text, figures, times.all, sentences);
  const scopes = new Scopes(text, tokens, scope);
  let before: Draft | undefined;
  const drafts = labelsOf(text, tokens, figures).flatMap((label, index): Draft[] => {
    const figure = figures[index]!;
    if (label.text === '') return [];
    const period = periodAt(text, figure, layout, times);
    const segment = layout.segmentAt(figure.start);
    const sentence = layout.sentenceAt(figure.start);
    const listed = label.hangs && before?.kind === 'stock' && period === null && isStockUnit(figure);
    const kind = listed
      ? 'stock'
      : kindOf(figure, {
          label: label.text,
          before: text.slice(Math.max(segment.start, figure.start - 120), figure.start),
          opening: text.slice(sentence.start, Math.min(sentence.start + 40, figure.start)),
          around,
          hasPeriod: period !== null,
        });
    const inherited = kind === 'stock' ? null : kind === 'target' ? around.targetPeriod : around.period;
    before = {
      block,
      start: Math.min(label.start, figure.start),
      end: Math.max(label.end, figure.end),
      at: figure.start,
      label: label.text,
      value: figure.number,
      raw: figure.raw,
      unit: figure.unitName ?? (figure.role === 'count' ? label.unit : null),
      qualifier: figure.token.qualifier?.text.toLowerCase() ?? null,
      kind,
      period: (sinceNewYear.test(period?.label ?? '') && around.sinceNewYear ? null : period?.label) ?? inherited,
      scope: scopes.at(figure.start) ?? around.scope,
      whole: null,
      total: null,
      rules: [
        `figure-${figure.role}`,
        label.rule,
        period?.rule ?? (inherited === null ? 'no-period' : 'period-report'),
      ],
      table: null,
    };
    return [before];
  });
  tieWholes(drafts, figures);
  return { drafts, scopes };
}

/** In a report on the first months of a year this is the time that the report is on. */
const sinceNewYear = /^từ đầu năm(?: \d{4})? đến nay$/iu;

/** «3.585/5.242 vụ việc, đạt tỷ lệ 68,4%»: part and share are of the whole under the stroke. */
function tieWholes(drafts: readonly Draft[], figures: readonly Figure[]): void {
  const roles = new Map(figures.map((figure) => [figure.start, figure.role]));
  drafts.forEach((draft, index) => {
    const role = roles.get(draft.at);
    const [one, two] = [drafts[index - 1], drafts[index - 2]];
    const under = drafts[index + 1];
    if (role === 'numerator' && under !== undefined) {
      draft.whole = under;
      under.kind = draft.kind;
      under.period = draft.period;
    }
    const share = role === 'percent' && draft.rules.includes('label-of-previous');
    if (share && two?.whole === one && one !== undefined) draft.whole = one;
  });
}
