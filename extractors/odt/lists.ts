import { childOf, childrenOf, elementsOf, type XmlElement } from '../docx/package/element.ts';
import { element, setting } from '../docx/tree.ts';

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  I: 'upperRoman',
  i: 'lowerRoman',
  A: 'upperLetter',
  a: 'lowerLetter',
  '': 'none',
};
const OUTLINE = ' outline';
const LEVELS = 9;

/** The list styles of a document as definitions of lists, and its lists as uses of them. */
export class OdtLists {
  readonly #definitions = new Map<string, XmlElement>();
  readonly #uses: XmlElement[] = [];
  /** The last use of a style, and the use of a list that has a name. */
  readonly #last = new Map<string, string>();
  readonly #named = new Map<string, string>();

  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) {
      for (const name of ['office:styles', 'office:automatic-styles']) {
        for (const style of elementsOf(childOf(root, name))) {
          if (style.name === 'text:list-style') this.#define(style.attributes['style:name'] ?? '', style);
          else if (style.name === 'text:outline-style') this.#define(OUTLINE, style);
        }
      }
    }
  }

  /** The number of the use for a list; one that does not go on from another begins anew. */
  use(list: XmlElement, style: string | undefined): string | null {
    if (style === undefined || !this.#definitions.has(style)) return null;
    const { attributes } = list;
    const before =
      this.#named.get(attributes['text:continue-list'] ?? '') ??
      (attributes['text:continue-numbering'] === 'true' ? this.#last.get(style) : undefined);
    const id = before ?? this.#add(style);
    this.#last.set(style, id);
    const name = attributes['xml:id'];
    if (name !== undefined) this.#named.set(name, id);
    return id;
  }

  /** The list that numbers headings, where they are numbered. */
  outline(): string | null {
    if (!this.#definitions.has(OUTLINE)) return null;
    return this.#last.get(OUTLINE) ?? this.use(element('text:list'), OUTLINE);
  }

  numbering(): XmlElement {
    return element('w:numbering', {}, [...this.#definitions.values(), ...this.#uses]);
  }

  #add(style: string): string {
    const id = String(this.#uses.length + 1);
    const levels = childrenOf(this.#definitions.get(style), 'w:lvl');
    const starts = levels.map((level) =>
      element('w:lvlOverride', { 'w:ilvl': level.attributes['w:ilvl'] ?? '0' }, [
        setting('w:startOverride', childOf(level, 'w:start')?.attributes['w:val'] ?? '1'),
      ]),
    );
    this.#uses.push(element('w:num', { 'w:numId': id }, [setting('w:abstractNumId', style), ...starts]));
    return id;
  }

  #define(name: string, style: XmlElement): void {
    const levels = elementsOf(style).flatMap((level) => levelOf(level));
    if (name === OUTLINE && levels.every((level) => childOf(level, 'w:numFmt')?.attributes['w:val'] === 'none')) return;
    this.#definitions.set(name, element('w:abstractNum', { 'w:abstractNumId': name }, levels));
  }
}

function levelOf({ name, attributes }: XmlElement): XmlElement[] {
  const level = Number(attributes['text:level'] ?? 1) - 1;
  if (!(level >= 0 && level < LEVELS)) return [];
  const isBullet = name === 'text:list-level-style-bullet';
  if (!isBullet && !/^text:(?:list-level-style-number|outline-level-style)$/.test(name)) return [];
  const format = FORMATS[attributes['style:num-format'] ?? ''] ?? 'decimal';
  return [
    element('w:lvl', { 'w:ilvl': String(level) }, [
      setting('w:start', attributes['text:start-value'] ?? '1'),
      setting('w:numFmt', isBullet ? 'bullet' : format),
      setting('w:lvlText', isBullet ? (attributes['text:bullet-char'] ?? '') : numberText(level, format, attributes)),
    ]),
  ];
}

/** LibreOffice also writes the pattern itself (`%1%.%2%.`); else it is prefix, counters with dots between, suffix. */
function numberText(level: number, format: string, attributes: Readonly<Record<string, string>>): string {
  const own = attributes['loext:num-list-format'];
  if (own !== undefined) return own.replace(/%(\d)%/g, '%$1');
  const shown = Number(attributes['text:display-levels'] ?? 1);
  const counters = Array.from(
    { length: Math.min(shown, level + 1) },
    (_, i) => `%${level + 2 - Math.min(shown, level + 1) + i}`,
  );
  const counted = format === 'none' ? '' : counters.join('.');
  return `${attributes['style:num-prefix'] ?? ''}${counted}${attributes['style:num-suffix'] ?? ''}`;
}
