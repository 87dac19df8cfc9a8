import type { Diff, DiffFigure } from '../../schemas/diff.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import { amountOf } from '../comparison/amount.ts';
import { plainConceptOf } from '../comparison/concept.ts';
import { placeOf } from '../comparison/place.ts';
import { fold } from '../text/fold.ts';
import { alikeWords, Pairing, sharedWords } from './pairing.ts';

/** A figure with all that tells whether another one is the same. */
interface Entry {
  figure: DiffFigure;
  unit: string;
  /** The amount with its qualifier: «1,2 tỷ» and «1.200 triệu» are one, «gần 200» and «200» are not. */
  value: string;
  /** The territory it is of; the report's own is the same in every report. */
  territory: string;
  /** Empty where it is the report's own time. */
  period: string;
  /** Territory, body, time and kind. */
  frame: string;
  concept: string;
  words: ReadonlySet<string>;
  /** Words around it, without figures. */
  context: ReadonlySet<string>;
}

/** A reworded sentence keeps at least so much of its label; another figure of the same value has another one. */
const SAME_LABEL = 0.6;
/** So alike are the words around a figure that was corrected and relabelled at once. */
const SAME_CONTEXT = 0.75;

/** Figures by what they count, not by where they stand: first those that surely belong together, then what is left. */
export function figureDifferences(old: Extraction, fresh: Extraction): Diff['figures'] {
  const pairing = new Pairing(entriesOf(old), entriesOf(fresh));
  const byContext = (a: Entry, b: Entry) => alikeWords(a.context, b.context);
  const byLabel = (a: Entry, b: Entry) => sharedWords(a.words, b.words);
  const meaning = ({ concept, unit, frame }: Entry) => `${concept}|${unit}|${frame}`;
  const sameTime = (a: Entry, b: Entry) => a.period === b.period || a.period === '' || b.period === '';
  const unchanged = [
    pairing.byKey((one) => `${meaning(one)}|${one.value}`, byContext),
    // Said in other words: the value, and what of the label is left, tell it.
    pairing.byKey(({ unit, value, frame }) => `${unit}|${value}|${frame}`, byLabel, SAME_LABEL),
    // «Đảng ủy phường tổ chức …» for «toàn phường tổ chức …».
    pairing.byKey(
      ({ unit, value, territory }) => `${unit}|${value}|${territory}`,
      (a, b) => (sameTime(a, b) ? byLabel(a, b) : 0),
      SAME_LABEL,
    ),
  ].flat();
  const changed = [
    pairing.byKey(meaning, byContext),
    pairing.byKey(({ unit, frame }) => `${unit}|${frame}`, byContext, SAME_CONTEXT),
  ].flat();
  return {
    added: pairing.added.map(({ figure }) => figure),
    removed: pairing.removed.map(({ figure }) => figure),
    changed: changed.map(({ old: one, new: other }) => ({ old: one.figure, new: other.figure })),
    unchanged: unchanged.length,
  };
}

function entriesOf({ report, blocks, indicators }: Extraction): Entry[] {
  const known = new Map(blocks.map((block) => [block.id, block]));
  return indicators.map((indicator): Entry => {
    const { id, label, value, raw, unit, qualifier, period, scope, quote, block, start, end } = indicator;
    const { page = null, section = null, text = '' } = known.get(block) ?? {};
    const amount = amountOf(indicator);
    const [place, own] = [placeOf(scope, report), placeOf(null, report)];
    const territory = place === null ? fold(scope ?? '') : place.unit === own?.unit ? '' : place.unit;
    const time = period === null || period === report.period?.label ? '' : fold(period);
    const concept = plainConceptOf(indicator) ?? '';
    return {
      figure: { id, label, value, raw, unit, qualifier, period, scope, quote, block, start, end, page, section },
      unit: amount.unit,
      value: `${fold(qualifier ?? '')} ${Number(amount.value.toPrecision(12))}`,
      territory,
      period: time,
      frame: [territory, place?.body ?? '', time, indicator.kind].join('|'),
      concept,
      words: new Set(fold(concept).split(' ').filter(Boolean)),
      context: contextOf(indicator, text),
    };
  });
}

/** Before and behind the figure, as far as a sentence usually goes. */
const AROUND = 80;

function contextOf({ table, label, start, end }: Indicator, text: string): ReadonlySet<string> {
  const around = table === null ? text.slice(Math.max(0, start - AROUND), end + AROUND) : label;
  return new Set(fold(around).match(/\p{L}+/gu) ?? []);
}
