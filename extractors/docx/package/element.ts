export interface XmlElement {
  /** With the prefix that Word uses for its namespace (`w:p`), whatever prefix the file has. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element) {
    for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  }
  return undefined;
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string');
}

/** `w:val` of a child: `<w:numFmt w:val="upperRoman"/>`. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** A switch of Word: there without a value means on, and three words mean off. */
export function isOn(element: XmlElement | undefined): boolean {
  const value = element?.attributes['w:val'];
  return element !== undefined && value !== '0' && value !== 'false' && value !== 'off';
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
