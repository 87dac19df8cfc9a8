import { elementsOf } from './element.ts';
import type { DocxPackage } from './open.ts';
import { parseXml } from './xml.ts';

/** Where the parts of a document lie: the package says so in its relationships, their names are only custom. */
export interface Parts {
  document: string;
  /** By the last word of the relationship's type: `footnotes`, `numbering`, `styles`, `comments`, … */
  byType: Map<string, string>;
  byId: Map<string, string>;
  /** Page headers and footers, of which sections say whether they are shown. */
  edges: string[];
}

export async function findParts(docx: DocxPackage): Promise<Parts> {
  const top = await readRelationships(docx, '_rels/.rels', '');
  const document = top.byType.get('officeDocument') ?? 'word/document.xml';
  const slash = document.lastIndexOf('/') + 1;
  const folder = document.slice(0, slash);
  const related = await readRelationships(docx, `${folder}_rels/${document.slice(slash)}.rels`, folder);
  return { document, ...related };
}

async function readRelationships(docx: DocxPackage, path: string, folder: string): Promise<Omit<Parts, 'document'>> {
  const byType = new Map<string, string>();
  const byId = new Map<string, string>();
  const edges: string[] = [];
  const xml = await docx.read(path);
  for (const { name, attributes } of xml === null ? [] : elementsOf(parseXml(xml))) {
    const { Type: type, Target: target, Id: id } = attributes;
    // What lies outside of the package is never fetched.
    if (name !== 'Relationship' || !type || !target || attributes.TargetMode === 'External') continue;
    const place = resolve(folder, target);
    const short = type.slice(type.lastIndexOf('/') + 1);
    if (!byType.has(short)) byType.set(short, place);
    if (id) byId.set(id, place);
    if (short === 'header' || short === 'footer') edges.push(place);
  }
  return { byType, byId, edges };
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
