import { fold } from '../../../../pipeline/annotate/folded-text.ts';

/** The folded text of all that is shown in elements, and where each of its letters stands there. */
export class ShownText {
  letters = '';
  readonly #nodes: Text[] = [];
  readonly #node: number[] = [];
  readonly #start: number[] = [];
  readonly #end: number[] = [];

  append(element: Element): void {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const folded = fold(node.data);
      this.letters += folded.text;
      for (let i = 0; i < folded.text.length; i++) {
        this.#node.push(this.#nodes.length);
        this.#start.push(folded.starts[i]!);
        this.#end.push(folded.ends[i]!);
      }
      this.#nodes.push(node);
    }
  }

  /** `to` exclusive, behind `from`. */
  range(from: number, to: number): StaticRange {
    return new StaticRange({
      startContainer: this.#nodes[this.#node[from]!]!,
      startOffset: this.#start[from]!,
      endContainer: this.#nodes[this.#node[to - 1]!]!,
      endOffset: this.#end[to - 1]!,
    });
  }
}
