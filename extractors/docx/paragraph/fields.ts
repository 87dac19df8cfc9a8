import { childOf, childrenOf, childValue, isOn, type XmlElement } from '../package/element.ts';

/**
 * Fields of one paragraph: `begin`, instructions, `separate`, the result, `end`. Only results are text; the result of a
 * field inside the instructions of another is not. A field that is never ended hides nothing beyond its paragraph.
 */
export class Fields {
  readonly #inResult: boolean[] = [];

  get isVisible(): boolean {
    return !this.#inResult.includes(false);
  }

  /** The text of fields that have no result: check boxes and drop-down lists of forms. */
  take(fieldChar: XmlElement): string | null {
    switch (fieldChar.attributes['w:fldCharType']) {
      case 'begin': {
        const text = this.isVisible ? formField(childOf(fieldChar, 'w:ffData')) : null;
        this.#inResult.push(false);
        if (text !== null) this.#inResult[this.#inResult.length - 1] = true;
        return text;
      }
      case 'separate':
        if (this.#inResult.length > 0) this.#inResult[this.#inResult.length - 1] = true;
        return null;
      case 'end':
        this.#inResult.pop();
        return null;
      default:
        return null;
    }
  }
}

function formField(data: XmlElement | undefined): string | null {
  const box = childOf(data, 'w:checkBox');
  if (box) return isOn(childOf(box, 'w:checked') ?? childOf(box, 'w:default')) ? '☒' : '☐';
  const list = childOf(data, 'w:ddList');
  if (!list) return null;
  const chosen = Number(childValue(list, 'w:result') ?? childValue(list, 'w:default') ?? 0);
  return childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? '';
}
