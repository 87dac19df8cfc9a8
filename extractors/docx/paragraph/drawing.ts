import type { Findings } from '../findings.ts';
import { childOf, elementsOf, type XmlElement } from '../package/element.ts';

/**
 * Word writes new things twice, for new readers (`mc:Choice`) and for old ones (`mc:Fallback`): exactly one is read. The
 * new form of a text box holds its text; of anything else the old form is the one that is plain text.
 */
export function chosenBranch(alternate: XmlElement): XmlElement {
  const choice = childOf(alternate, 'mc:Choice');
  const fallback = childOf(alternate, 'mc:Fallback');
  if (choice && (!fallback || contains(choice, 'w:txbxContent'))) return choice;
  return fallback ?? { name: 'mc:Fallback', attributes: {}, children: [] };
}

function contains(element: XmlElement, name: string): boolean {
  return elementsOf(element).some((child) => child.name === name || contains(child, name));
}

/** The text boxes of a drawing, groups of shapes included; what else it shows is counted, not read. */
export function readDrawing(drawing: XmlElement, findings: Findings): XmlElement[] {
  const boxes: XmlElement[] = [];
  const walk = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:txbxContent':
        boxes.push(element);
        return;
      case 'mc:AlternateContent':
        walk(chosenBranch(element));
        return;
      case 'v:textpath':
        boxes.push(wordArt(element.attributes.string ?? ''));
        return;
      case 'pic:pic':
      case 'v:imagedata':
        findings.pictures++;
        return;
      case 'c:chart':
      case 'dgm:relIds':
      case 'o:OLEObject':
        findings.objects++;
        return;
      default:
        for (const child of elementsOf(element)) walk(child);
    }
  };
  walk(drawing);
  return boxes;
}

/** Letters drawn as a picture, such as a stamp across the page ("DỰ THẢO", "MẬT"), as if it were a text box. */
function wordArt(text: string): XmlElement {
  const element = (name: string, ...children: XmlElement['children']) => ({ name, attributes: {}, children });
  return element('w:txbxContent', element('w:p', element('w:r', element('w:t', text))));
}
