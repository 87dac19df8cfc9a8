import type { Reading } from '../document/builder.ts';
import { ReadError } from '../document/read-error.ts';
import { childOf, childrenOf, elementsOf, type XmlElement } from '../docx/package/element.ts';
import { corrupt } from '../docx/package/errors.ts';
import { openPackage } from '../docx/package/open.ts';
import { parseXml } from '../docx/package/xml.ts';
import { element } from '../docx/tree.ts';
import { readWord } from '../docx/word-reader.ts';
import { OdtLists } from './lists.ts';
import { type OdtAside, OdtStories } from './story.ts';
import { OdtStyles } from './styles.ts';

/**
 * Reads an OpenDocument text by translating it into elements of WordprocessingML. Throws `ReadError` (encrypted,
 * corrupt, too-large, unsafe-xml).
 */
export async function readOdt(bytes: Uint8Array): Promise<Reading> {
  // The flat form (`.fodt`) is one XML file.
  if (bytes[0] !== 0x50) return translate([parseXml(new TextDecoder().decode(bytes))]);
  const odt = await openPackage(bytes);
  if ((await odt.read('META-INF/manifest.xml'))?.includes('encryption-data'))
    throw new ReadError('encrypted', 'Tệp OpenDocument được bảo vệ bằng mật khẩu.');
  const content = await odt.read('content.xml');
  if (content === null) throw corrupt();
  const styles = await odt.read('styles.xml');
  return translate([...(styles === null ? [] : [parseXml(styles)]), parseXml(content)]);
}

function translate(roots: readonly XmlElement[]): Reading {
  const text = childOf(childOf(roots.at(-1), 'office:body'), 'office:text');
  if (!text) throw new ReadError('unsupported-type', 'Tệp OpenDocument này không phải là văn bản.');
  const styles = new OdtStyles(roots);
  const lists = new OdtLists(roots);
  const aside: OdtAside = { footnotes: [], endnotes: [], comments: [] };
  const stories = new OdtStories(styles, lists, aside);
  const body = stories.read(text);
  const edges = roots
    .flatMap((root) => pageEdges(root))
    .map(({ kind, content }) => ({ kind, root: element('w:hdr', {}, stories.read(content)) }));
  const footnotes = element('w:footnotes', {}, aside.footnotes);
  const endnotes = element('w:endnotes', {}, aside.endnotes);
  const changes = elementsOf(childOf(text, 'text:tracked-changes')).flatMap(elementsOf);
  return readWord({ styles: null, numbering: lists.numbering(), settings: null, footnotes, endnotes }, (reader) => {
    for (const child of body) reader.readBody(child);
    reader.endBody();
    for (const { kind, root } of edges) reader.readFurniture(root, kind);
    reader.readComments(element('w:comments', {}, aside.comments));
    reader.findings.insertions += changes.filter(({ name }) => name === 'text:insertion').length;
    reader.findings.deletions += changes.filter(({ name }) => name === 'text:deletion').length;
  });
}

/** What stands at the edge of pages, said by the masters of pages; the same text is told once. */
function pageEdges(root: XmlElement): { kind: 'page-header' | 'page-footer'; content: XmlElement }[] {
  return childrenOf(childOf(root, 'office:master-styles'), 'style:master-page').flatMap((page) =>
    elementsOf(page).flatMap((content) => {
      const edge = /^style:(header|footer)(?:-left|-first)?$/.exec(content.name)?.[1];
      if (edge === undefined || content.attributes['style:display'] === 'false') return [];
      return [{ kind: edge === 'header' ? ('page-header' as const) : ('page-footer' as const), content }];
    }),
  );
}
