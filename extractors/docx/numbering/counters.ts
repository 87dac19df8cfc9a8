import { mapSymbols } from '../paragraph/symbols.ts';
import type { List } from './definitions.ts';
import { formatNumber } from './formats.ts';

export interface ListLabel {
  text: string;
  /** Bullets number nothing: a cell that holds only one is empty. */
  isBullet: boolean;
  font: string | undefined;
}

/** Counts the numbered paragraphs of a report in reading order and writes the number that Word would show. */
export class ListCounters {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  next(list: List, level: number): ListLabel | null {
    const definition = list.levels[level];
    if (!definition) return null;
    this.#count(list, level);
    if (definition.format === 'bullet') {
      return { text: bullet(definition.text, definition.font) + definition.suffix, isBullet: true, font: undefined };
    }
    const text = definition.text.replace(/%([1-9])/g, (_, number: string) => {
      const shown = list.levels[Number(number) - 1]!;
      const value = this.#counts.get(list.counter)?.[Number(number) - 1] ?? startOf(list, Number(number) - 1);
      if (shown.format === 'bullet') return '';
      return formatNumber(value, definition.legal && shown.format !== 'none' ? 'decimal' : shown.format);
    });
    return text === '' ? null : { text: text + definition.suffix, isBullet: false, font: definition.font };
  }

  #count(list: List, level: number): void {
    const counts = this.#counts.get(list.counter) ?? [];
    this.#counts.set(list.counter, counts);
    const place = `${list.id} ${level}`;
    const before = counts[level];
    const startsHere = list.starts.has(level) && !this.#begun.has(place);
    counts[level] = before === undefined || startsHere ? startOf(list, level) : before + 1;
    this.#begun.add(place);
    for (let deeper = level + 1; deeper < list.levels.length; deeper++) {
      if (level < list.levels[deeper]!.restartBelow) counts[deeper] = undefined;
    }
  }
}

const startOf = (list: List, level: number): number => list.starts.get(level) ?? list.levels[level]!.start;

/** `o` in Courier New is drawn as a ring; what no font table knows is some dot or other. */
function bullet(text: string, font: string | undefined): string {
  if (text === 'o' && /courier/i.test(font ?? '')) return '○';
  return mapSymbols(text, font).replace(/[\uE000-\uF8FF]/g, '•');
}
