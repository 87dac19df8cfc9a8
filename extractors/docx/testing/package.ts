import JSZip from 'jszip';

/** The inner XML of the parts of one tiny Word document; what is left out is not in the package. */
export interface PackageParts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  settings?: string;
  /** By relationship id: `{ rIdHeader: '<w:hdr>…' }` is written with its own root element. */
  linked?: Record<string, string>;
  /** Any other entries of the archive, as they are. */
  extra?: Record<string, string>;
}

const NAMESPACES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  v: 'urn:schemas-microsoft-com:vml',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const ROOTS = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  settings: 'w:settings',
} as const;

/** Zips raw XML into a Word package: `makeDocx({ body: p('Báo cáo') })`. */
export async function makeDocx(parts: PackageParts): Promise<Uint8Array> {
  const zip = new JSZip();
  const relationships: string[] = [];
  const relate = (id: string, type: string, target: string): void => {
    relationships.push(`<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`);
  };
  for (const [name, root] of Object.entries(ROOTS) as [keyof typeof ROOTS, string][]) {
    if (parts[name] === undefined) continue;
    zip.file(`word/${name}.xml`, `${HEAD}<${root} ${NAMESPACES}>${parts[name]}</${root}>`);
    relate(`rId_${name}`, name, `${name}.xml`);
  }
  for (const [id, xml] of Object.entries(parts.linked ?? {})) {
    zip.file(`word/${id}.xml`, HEAD + xml.replace(/^<[\w:]+/, (tag) => `${tag} ${NAMESPACES}`));
    relate(id, /^<w:(hdr|ftr)/.test(xml) ? 'header' : 'part', `${id}.xml`);
  }
  zip.file('word/document.xml', `${HEAD}<w:document ${NAMESPACES}><w:body>${parts.body}</w:body></w:document>`);
  zip.file('word/_rels/document.xml.rels', relationshipPart(relationships));
  zip.file(
    '_rels/.rels',
    relationshipPart([`<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>`]),
  );
  for (const [path, content] of Object.entries(parts.extra ?? {})) zip.file(path, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const relationshipPart = (relationships: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`;

/** A run; `properties` is the inside of `w:rPr`. */
export const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of a text, or of runs; `properties` is the inside of `w:pPr`. */
export const p = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${/^<|^$/.test(content) ? content : r(content)}</w:p>`;

/** A cell of a text, or of paragraphs and tables. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${/^</.test(content) ? content : p(content)}</w:tc>`;

export const tr = (cells: readonly string[], properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => (/^<w:(?:tc|sdt)/.test(cell) ? cell : tc(cell))).join('')}</w:tr>`;

export const tbl = (rows: readonly (readonly string[] | string)[], properties = ''): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.map((row) => (typeof row === 'string' ? row : tr(row))).join('')}</w:tbl>`;

export const footnoteMark = (id: string | number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

export const footnote = (id: string | number, content: string): string =>
  `<w:footnote w:id="${id}">${/^</.test(content) ? content : p(r('') + r(` ${content}`))}</w:footnote>`;

/** A paragraph of list `id`. */
export const li = (text: string, id: number, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
