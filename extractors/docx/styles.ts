import { childOf, childrenOf, childValue, elementsOf, isOn, type XmlElement } from './package/element.ts';

/** What of a run's look changes what is read. Undefined: not said here, look at the next outer style. */
export interface RunLook {
  font?: string | undefined;
  bold?: boolean | undefined;
  capitals?: boolean | undefined;
  hidden?: boolean | undefined;
  raised?: boolean | undefined;
}

export interface ParagraphLook {
  run: RunLook;
  /** 0 for a heading of the first level; null for body text. */
  outlineLevel: number | null;
  numbering: { id: string; level: number | null } | null;
}

/** Look of the runs and paragraphs of named styles, each with what it takes over from the style it is based on. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #looks = new Map<string, ParagraphLook>();
  readonly #ruled = new Map<string, boolean>();
  readonly #defaults: RunLook = {};
  #defaultParagraph = '';

  constructor(root: XmlElement | null) {
    if (!root) return;
    for (const style of childrenOf(root, 'w:style')) {
      const id = style.attributes['w:styleId'];
      if (id === undefined) continue;
      this.#elements.set(id, style);
      const isDefault = isOn({ ...style, attributes: { 'w:val': style.attributes['w:default'] ?? '0' } });
      if (isDefault && style.attributes['w:type'] === 'paragraph') this.#defaultParagraph = id;
    }
    const defaults = childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault');
    Object.assign(this.#defaults, readRunLook(childOf(defaults, 'w:rPr')));
  }

  paragraph(id: string | undefined): ParagraphLook {
    const key = id !== undefined && this.#elements.has(id) ? id : this.#defaultParagraph;
    let look = this.#looks.get(key);
    if (!look) {
      look = this.#resolve(key, this.#defaults);
      this.#looks.set(key, look);
    }
    return look;
  }

  character(id: string): RunLook {
    let look = this.#looks.get(`run ${id}`);
    if (!look) {
      look = this.#resolve(id, {});
      this.#looks.set(`run ${id}`, look);
    }
    return look.run;
  }

  /** Whether tables of this style have lines between their rows ("Table Grid"). */
  isRuled(id: string): boolean {
    let ruled = this.#ruled.get(id);
    if (ruled === undefined) {
      ruled = this.#chain(id).some((style) => hasInnerLines(childOf(childOf(style, 'w:tblPr'), 'w:tblBorders')));
      this.#ruled.set(id, ruled);
    }
    return ruled;
  }

  /** The list that a numbering style stands for (`w:numStyleLink`). */
  listOf(id: string): string | undefined {
    return childValue(childOf(childOf(this.#elements.get(id), 'w:pPr'), 'w:numPr'), 'w:numId');
  }

  #resolve(id: string, base: RunLook): ParagraphLook {
    const look: ParagraphLook = { run: { ...base }, outlineLevel: null, numbering: null };
    for (const style of this.#chain(id).reverse()) {
      const paragraph = childOf(style, 'w:pPr');
      overlay(look.run, readRunLook(childOf(style, 'w:rPr')));
      look.outlineLevel = readOutlineLevel(paragraph) ?? look.outlineLevel;
      const numbering = childOf(paragraph, 'w:numPr');
      if (numbering) {
        const level = Number(childValue(numbering, 'w:ilvl') ?? Number.NaN);
        const list = childValue(numbering, 'w:numId') ?? look.numbering?.id;
        if (list !== undefined) look.numbering = { id: list, level: Number.isNaN(level) ? null : level };
      }
    }
    return look;
  }

  /** The style, the one it is based on, and so on; a style that is based on itself ends the chain. */
  #chain(id: string): XmlElement[] {
    const chain = new Set<XmlElement>();
    for (let style = this.#elements.get(id); style && !chain.has(style); ) {
      chain.add(style);
      style = this.#elements.get(childValue(style, 'w:basedOn') ?? '');
    }
    return [...chain];
  }
}

/** `<w:outlineLvl w:val="0"/>`; 9 says body text. */
export function readOutlineLevel(properties: XmlElement | undefined): number | null {
  const value = childValue(properties, 'w:outlineLvl');
  const level = Number(value);
  return value !== undefined && level >= 0 && level <= 8 ? level : null;
}

export function readRunLook(properties: XmlElement | undefined): RunLook {
  const look: RunLook = {};
  for (const element of elementsOf(properties)) {
    switch (element.name) {
      case 'w:rFonts':
        look.font = readFont(element.attributes);
        break;
      case 'w:b':
        look.bold = isOn(element);
        break;
      case 'w:caps':
        look.capitals = isOn(element);
        break;
      case 'w:vanish':
        look.hidden = isOn(element);
        break;
      case 'w:vertAlign':
        look.raised = element.attributes['w:val'] === 'superscript';
        break;
      case 'w:position':
        // Half points; typists raise the 2 of m² by hand as well.
        look.raised = Number(element.attributes['w:val']) >= 4;
        break;
      default:
        break;
    }
  }
  return look;
}

/** Letters beyond ASCII, by which old encodings are known, are drawn with `hAnsi`; a font of the theme is a modern one. */
function readFont(attributes: Readonly<Record<string, string>>): string | undefined {
  if (attributes['w:hAnsiTheme'] || attributes['w:asciiTheme']) return '';
  return attributes['w:hAnsi'] ?? attributes['w:ascii'];
}

export function overlay(look: RunLook, over: RunLook): RunLook {
  if (over.font !== undefined) look.font = over.font;
  if (over.bold !== undefined) look.bold = over.bold;
  if (over.capitals !== undefined) look.capitals = over.capitals;
  if (over.hidden !== undefined) look.hidden = over.hidden;
  if (over.raised !== undefined) look.raised = over.raised;
  return look;
}

export function hasInnerLines(borders: XmlElement | undefined): boolean {
  return elementsOf(borders).some(
    ({ name, attributes }) =>
      (name === 'w:insideH' || name === 'w:insideV') && !['nil', 'none', undefined].includes(attributes['w:val']),
  );
}
