import type { DefaultTreeAdapterMap } from 'parse5';

export type HtmlNode = DefaultTreeAdapterMap['childNode'];
export type HtmlElement = DefaultTreeAdapterMap['element'];

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((own) => own.name === name)?.value;
}

/** A property of the `style` attribute, in small letters. */
export function styleOf(element: HtmlElement, property: string): string | undefined {
  const style = attribute(element, 'style')?.toLowerCase();
  return style === undefined
    ? undefined
    : new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`).exec(style)?.[1]?.trim();
}

export function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function* elementsIn(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let i = node.childNodes.length - 1; i >= 0; i--) waiting.push(node.childNodes[i]!);
  }
}
