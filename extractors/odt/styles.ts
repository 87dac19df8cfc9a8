import { childOf, childrenOf, elementsOf, type XmlElement } from '../docx/package/element.ts';
import { element, font, setting } from '../docx/tree.ts';

/** Properties of named styles that decide on how a text is read, each with what its parent says. */
export class OdtStyles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #fonts = new Map<string, string>();
  readonly #looks = new Map<string, XmlElement[]>();

  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) {
      for (const face of childrenOf(childOf(root, 'office:font-face-decls'), 'style:font-face'))
        this.#fonts.set(face.attributes['style:name'] ?? '', bareFont(face.attributes['svg:font-family'] ?? ''));
      for (const name of ['office:styles', 'office:automatic-styles']) {
        for (const style of elementsOf(childOf(root, name))) {
          if (style.name === 'style:style') this.#styles.set(key(style), style);
          else if (style.name === 'style:default-style')
            this.#styles.set(`${style.attributes['style:family']} `, style);
        }
      }
    }
  }

  /** Children of `w:rPr`, the nearest style last: later ones win. */
  look(family: 'text' | 'paragraph', name: string | undefined): XmlElement[] {
    const id = `${family} ${name ?? ''}`;
    let look = this.#looks.get(id);
    if (!look) {
      look = this.#chain(family, name).flatMap((style) => this.#properties(childOf(style, 'style:text-properties')));
      this.#looks.set(id, look);
    }
    return look;
  }

  isRuled(cellStyle: string | undefined): boolean {
    const attributes =
      childOf(this.#styles.get(`table-cell ${cellStyle}`), 'style:table-cell-properties')?.attributes ?? {};
    return Object.entries(attributes).some(
      ([name, value]) => /^fo:border(?:-|$)/.test(name) && !/none|hidden|^0/.test(value),
    );
  }

  #chain(family: string, name: string | undefined): XmlElement[] {
    const chain = new Set<XmlElement>();
    let style = this.#styles.get(`${family} ${name ?? ''}`);
    for (
      ;
      style && !chain.has(style);
      style = this.#styles.get(`${family} ${style.attributes['style:parent-style-name'] ?? ''}`)
    )
      chain.add(style);
    const standard = family === 'paragraph' ? this.#styles.get('paragraph ') : undefined;
    if (standard) chain.add(standard);
    return [...chain].reverse();
  }

  #properties(properties: XmlElement | undefined): XmlElement[] {
    return Object.entries(properties?.attributes ?? {}).flatMap(([name, value]): XmlElement[] => {
      switch (name) {
        case 'style:font-name':
          return [font(this.#fonts.get(value) ?? value)];
        case 'fo:font-family':
          return [font(bareFont(value))];
        case 'fo:font-weight':
          return [setting('w:b', /bold|[6-9]00/.test(value) ? 'true' : 'false')];
        case 'fo:text-transform':
          return [setting('w:caps', value === 'uppercase' ? 'true' : 'false')];
        case 'text:display':
          return [setting('w:vanish', value === 'none' ? 'true' : 'false')];
        case 'style:text-position':
          return [setting('w:vertAlign', /^(?:super|[1-9])/.test(value) ? 'superscript' : 'baseline')];
        default:
          return [];
      }
    });
  }
}

const key = ({ attributes }: XmlElement): string => `${attributes['style:family']} ${attributes['style:name']}`;

const bareFont = (family: string): string => (family.split(',')[0] ?? '').replace(/['"]/g, '').trim();

/** One run with what its paragraph and its spans say of it. */
export const runOf = (look: readonly XmlElement[], content: XmlElement[]): XmlElement =>
  element('w:r', {}, [element('w:rPr', {}, [...look]), ...content]);
