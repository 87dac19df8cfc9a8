import type { Block } from '../../../../schemas/document.ts';
import type { Mark, MarkKind } from '../marks.ts';
import { type Found, locate } from './located-text.ts';
import { ShownText } from './shown-text.ts';

const names: Record<MarkKind, string> = {
  citation: 'citation',
  indicator: 'indicator',
  issue: 'issue',
  flag: 'flag',
  unsure: 'flag',
};

/** The browser keeps one set of highlights a window; originals may be open side by side. */
const open = new Set<Highlights>();

interface Shown {
  record: string;
  kind: MarkKind;
  range: StaticRange;
}

/**
 * The records of a report in the original beside it, by the browser's own highlights: nothing is added to what is
 * shown, so that no content of a file can come to life. Elements come and go (pages of a PDF as they are drawn). Only those
 * near the visible ones are painted: the browser looks at every highlight again whenever something scrolls into view.
 */
export class Highlights {
  readonly #shown = new Map<Element, Shown[]>();
  readonly #near = new Set<Element>();
  readonly #supported = typeof Highlight === 'function' && CSS.highlights !== undefined;
  #hidden = new Set<string>();
  #chosen: string | null = null;

  open(): void {
    open.add(this);
    this.#paint();
  }

  /** Finds the marks of these blocks in what the element shows, which is near. */
  add(element: Element, blocks: readonly Block[], marks: ReadonlyMap<string, readonly Mark[]>): void {
    const text = new ShownText();
    text.append(element);
    const found = [...locate(text.letters, blocks, marks)].flat();
    this.#shown.set(element, found.map(shownIn(text)));
    this.near(element, true);
  }

  /** The same for a report shown in parts, little by little: it may have thousands of blocks. */
  async addParts(
    parts: readonly Element[],
    blocks: readonly Block[],
    marks: ReadonlyMap<string, readonly Mark[]>,
    pause: () => Promise<void>,
  ): Promise<void> {
    const text = new ShownText();
    const ends: number[] = [];
    for (const part of parts) {
      text.append(part);
      ends.push(text.letters.length);
      await pause();
    }
    for (const part of parts) this.#shown.set(part, []);
    const shown = shownIn(text);
    for (const found of locate(text.letters, blocks, marks)) {
      for (const one of found) this.#shown.get(parts[ends.findIndex((end) => one.from < end)]!)!.push(shown(one));
      await pause();
    }
    this.#paint();
  }

  near(element: Element, isNear: boolean): void {
    if (isNear) this.#near.add(element);
    else this.#near.delete(element);
    this.#paint();
  }

  remove(element: Element): void {
    this.#near.delete(element);
    if (this.#shown.delete(element)) this.#paint();
  }

  hide(kinds: string): void {
    this.#hidden = new Set(kinds.split(' '));
    this.#paint();
  }

  /** Where the chosen record begins, if it is shown. */
  choose(record: string | null): Element | null {
    this.#chosen = record;
    this.#paintChosen();
    const found = this.#all().find((one) => one.record === record);
    return found?.range.startContainer.parentElement ?? null;
  }

  /** The record at a point of the window: the shortest where several meet. */
  recordAt(x: number, y: number): string | null {
    const caret = document.caretPositionFromPoint?.(x, y);
    if (!caret) return null;
    const here = this.#all().filter(({ range }) => holds(range, caret.offsetNode, caret.offset));
    here.sort((a, b) => lengthOf(a.range) - lengthOf(b.range));
    return here[0]?.record ?? null;
  }

  close(): void {
    open.delete(this);
    this.#shown.clear();
    this.#near.clear();
    this.#paint();
  }

  #all(): Shown[] {
    return [...this.#shown.values()].flat();
  }

  #marked(name: string): StaticRange[] {
    if (this.#hidden.has(name)) return [];
    const near = [...this.#near].flatMap((element) => this.#shown.get(element) ?? []);
    return near.flatMap(({ kind, range }) => (names[kind] === name ? [range] : []));
  }

  #paint(): void {
    if (!this.#supported) return;
    const all = [...open];
    for (const name of new Set(Object.values(names)))
      CSS.highlights.set(name, new Highlight(...all.flatMap((one) => one.#marked(name))));
    this.#paintChosen();
  }

  #paintChosen(): void {
    if (!this.#supported) return;
    const chosen = [...open].flatMap((one) => one.#all().filter(({ record }) => record === one.#chosen));
    const highlight = new Highlight(...chosen.map(({ range }) => range));
    highlight.priority = 1;
    CSS.highlights.set('chosen', highlight);
  }
}

const shownIn =
  (text: ShownText) =>
  ({ stretch, from, to }: Found<Mark>): Shown => ({
    record: stretch.record,
    kind: stretch.kind,
    range: text.range(from, to),
  });

function holds(range: StaticRange, node: Node, offset: number): boolean {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.comparePoint(node, offset) === 0;
}

function lengthOf({ startContainer, endContainer, startOffset, endOffset }: StaticRange): number {
  return startContainer === endContainer ? endOffset - startOffset : Number.MAX_SAFE_INTEGER;
}
