import type { XmlElement } from './element.ts';

/** Namespaces that this reader knows, with the prefix that Word gives them; the second form is "strict" OOXML. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
};

/**
 * Gives names the prefix that Word would use (`ns0:p` → `w:p`). Files of Word need no renaming, so that costs them
 * nothing; a prefix that means two things in two places of one part is not told apart.
 */
export class NameTable {
  readonly #prefixes = new Map<string, string>();
  readonly #renamed = new Map<string, string>();
  readonly #declaresInside: boolean;
  #root = true;

  constructor(xml: string) {
    // Declarations stand in the root; looking for others in every element would cost more than the rest.
    this.#declaresInside = xml.includes('xmlns', xml.indexOf('>', xml.search(/<[^?!]/)));
  }

  element(name: string, attributes: Record<string, string>): XmlElement {
    if (this.#root || this.#declaresInside) this.#learn(attributes);
    this.#root = false;
    if (this.#prefixes.size === 0) return { name, attributes, children: [] };
    const renamed: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) {
      // An attribute without a prefix is in no namespace.
      renamed[key.includes(':') ? this.#rename(key) : key] = value;
    }
    return { name: this.#rename(name), attributes: renamed, children: [] };
  }

  #learn(attributes: Record<string, string>): void {
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue;
      const prefix = key.slice(6);
      const usual = PREFIXES[attributes[key] ?? ''];
      if (usual !== undefined && usual !== prefix) this.#prefixes.set(prefix, usual);
    }
  }

  #rename(name: string): string {
    let renamed = this.#renamed.get(name);
    if (renamed === undefined) {
      const colon = name.indexOf(':');
      const usual = this.#prefixes.get(name.slice(0, Math.max(0, colon)));
      const local = name.slice(colon + 1);
      renamed = usual === undefined ? name : usual === '' ? local : `${usual}:${local}`;
      this.#renamed.set(name, renamed);
    }
    return renamed;
  }
}
