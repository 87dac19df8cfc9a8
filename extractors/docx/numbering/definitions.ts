import { childOf, childrenOf, childValue, isOn, type XmlElement } from '../package/element.ts';
import { readRunLook, type Styles } from '../styles.ts';

export interface ListLevel {
  start: number;
  format: string;
  /** `%1.%2.`: the counters of which levels, and what stands between them. */
  text: string;
  /** What parts the number from the text. */
  suffix: ' ' | '';
  /** All counters as digits, whatever their own format ("II" above, "2.1" here). */
  legal: boolean;
  /** The counter starts again after a number of a level below this one; 0: never. */
  restartBelow: number;
  font: string | undefined;
  styleId: string | undefined;
}

export interface List {
  id: string;
  /** Lists of one definition count on together, unless one says where it starts. */
  counter: string;
  levels: ListLevel[];
  /** Level → the number at which this list starts there (`w:startOverride`). */
  starts: Map<number, number>;
}

/** Word's own limit. */
const LEVELS = 9;

export class ListDefinitions {
  readonly #abstract = new Map<string, XmlElement>();
  readonly #nums = new Map<string, XmlElement>();
  readonly #lists = new Map<string, List | null>();
  readonly #styles: Styles;

  constructor(root: XmlElement | null, styles: Styles) {
    this.#styles = styles;
    if (!root) return;
    for (const element of childrenOf(root, 'w:abstractNum')) {
      this.#abstract.set(element.attributes['w:abstractNumId'] ?? '', element);
    }
    for (const element of childrenOf(root, 'w:num')) this.#nums.set(element.attributes['w:numId'] ?? '', element);
  }

  /** Null for `0`, which takes a paragraph out of every list, and for lists that nobody defined. */
  list(id: string): List | null {
    let list = this.#lists.get(id);
    if (list === undefined) {
      list = this.#read(id);
      this.#lists.set(id, list);
    }
    return list;
  }

  #read(id: string): List | null {
    const num = this.#nums.get(id);
    const counter = this.#counterOf(id);
    if (id === '0' || !num || counter === null) return null;
    const list: List = { id, counter, levels: readLevels(this.#abstract.get(counter)!), starts: new Map() };
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const level = Number(override.attributes['w:ilvl'] ?? 0);
      if (!(level >= 0 && level < LEVELS)) continue;
      const replaced = childOf(override, 'w:lvl');
      if (replaced) list.levels[level] = readLevel(replaced);
      const start = Number(childValue(override, 'w:startOverride') ?? Number.NaN);
      if (!Number.isNaN(start)) list.starts.set(level, start);
    }
    return list;
  }

  /** The definition of a list; one that only names a numbering style has that style's definition. */
  #counterOf(id: string): string | null {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const counter = childValue(this.#nums.get(at), 'w:abstractNumId');
      const definition = this.#abstract.get(counter ?? '');
      if (counter === undefined || !definition) return null;
      const style = childValue(definition, 'w:numStyleLink');
      if (style === undefined) return counter;
      at = this.#styles.listOf(style);
    }
    return null;
  }
}

function readLevels(definition: XmlElement): ListLevel[] {
  const levels: ListLevel[] = [];
  for (const element of childrenOf(definition, 'w:lvl')) {
    const index = Number(element.attributes['w:ilvl'] ?? 0);
    if (index >= 0 && index < LEVELS) levels[index] = readLevel(element);
  }
  for (let i = 0; i < LEVELS; i++) levels[i] ??= readLevel(undefined);
  return levels;
}

function readLevel(element: XmlElement | undefined): ListLevel {
  // A format of its own ("001, 002, …") stands beside the nearest common one, which older programs read.
  const fallback = childOf(childOf(element, 'mc:AlternateContent'), 'mc:Fallback');
  const restart = childValue(element, 'w:lvlRestart');
  const legal = childOf(element, 'w:isLgl');
  return {
    start: Number(childValue(element, 'w:start') ?? 0) || 0,
    format: childValue(element, 'w:numFmt') ?? childValue(fallback, 'w:numFmt') ?? 'decimal',
    text: childValue(element, 'w:lvlText') ?? '',
    suffix: childValue(element, 'w:suff') === 'nothing' ? '' : ' ',
    legal: isOn(legal),
    restartBelow: restart === undefined ? LEVELS : Number(restart),
    font: readRunLook(childOf(element, 'w:rPr')).font,
    styleId: childValue(element, 'w:pStyle'),
  };
}
