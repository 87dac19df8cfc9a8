import type { OutlineAnswer, OutlineCheck, OutlineItem, OutlineState } from '../../schemas/outline.ts';
import { paint, placeText, reportLine } from './format.ts';
import type { Session } from './session.ts';
import { terminalWidth, wrap } from './table.ts';

const COLOURS = { there: 'green', nothing: 'green', empty: 'red', unsure: 'yellow', lacking: 'red' } as const;
/** What a person has to do something about comes first. */
const TOLD: readonly OutlineState[] = ['lacking', 'empty', 'unsure', 'nothing'];

/** What the outline asks for: how many of each kind; the whole list where nothing is checked against it. */
export function printOutline(
  { messages, print }: Session,
  { source, report, items }: OutlineCheck['outline'],
  whole: boolean,
): void {
  const words = messages.outline;
  print(paint('bold', reportLine(report, source, messages)));
  const of = (kind: OutlineItem['kind']): number => items.filter((item) => item.kind === kind).length;
  print(items.length === 0 ? words.asksNothing : words.asks(of('section'), of('figure'), of('table'), of('annex')));
  if (!whole) return;
  for (const item of items) print(`  ${item.kind === 'figure' ? '    ' : ''}${nameOf(item, words)}`);
}

export function printOutlineReport(
  { messages, print }: Session,
  items: readonly OutlineItem[],
  { source, status, report, counts, answers }: OutlineCheck['reports'][number],
  problem: string,
): void {
  const words = messages.outline;
  print(`\n${paint('bold', reportLine(report, source, messages))} · ${source}`);
  print(`  ${status === 'failed' ? problem : words.counts(counts)}`);
  for (const state of TOLD) {
    const own = answers
      .map((answer, i) => ({ answer, item: items[i]! }))
      .filter(({ answer }) => answer.state === state);
    if (own.length > 0) print(`  ${paint(COLOURS[state], words.states[state])}`);
    for (const { answer, item } of own) {
      const line = `${nameOf(item, words)}${whereOf(answer, messages)}`;
      for (const [i, text] of wrap(line, terminalWidth() - 8).entries()) print(`${i ? '        ' : '    - '}${text}`);
    }
  }
}

function nameOf({ id, kind, title, optional }: OutlineItem, words: Session['messages']['outline']): string {
  const number = kind === 'section' && !id.includes(' ') ? `${id}. ` : '';
  return `${words.kinds[kind]} ${number}“${title}”${optional ? ` (${words.optional})` : ''}`;
}

function whereOf({ state, place }: OutlineAnswer, messages: Session['messages']): string {
  if (place === null) return '';
  const where = placeText(place, messages);
  const quote = place.quote.length > 80 ? `${place.quote.slice(0, 80)}…` : place.quote;
  const word = state === 'lacking' ? `${messages.outline.named} ` : '';
  return ` → ${word}“${quote.replace(/\s+/g, ' ')}”${where ? ` (${where})` : ''}`;
}
