import JSZip from 'jszip';
import { OWN_AUTHOR } from '../../extractors/docx/furniture.ts';
import { openPackage } from '../../extractors/docx/package/open.ts';
import { findParts } from '../../extractors/docx/package/parts.ts';
import type { Block } from '../../schemas/document.ts';
import { setMarks } from './mark.ts';
import { placer } from './place.ts';
import { wordParagraphs } from './word-paragraphs.ts';

/** What is said of one stretch of a report. */
export interface Remark {
  block: string;
  start: number;
  end: number;
  lines: string[];
}

const MAIN =
  /xmlns(?::([\w.-]+))?=["'](http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\/(?:2006\/)?main)["']/;
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const USUAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const COMMENTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
/** Zip files hold times; a fixed one keeps the copy the same every time. */
const date = new Date(Date.UTC(1980, 0, 1));

/** A copy of a Word file with the remarks as comments; every part but those of the comments and the body stays as it is. */
export async function annotateDocx(
  bytes: Uint8Array,
  blocks: readonly Block[],
  remarks: readonly Remark[],
): Promise<Uint8Array> {
  const docx = await openPackage(bytes);
  const parts = await findParts(docx);
  const zip = await JSZip.loadAsync(bytes);
  const names = new Map(Object.keys(zip.files).map((name) => [name.toLowerCase(), name]));
  const write = (path: string, xml: string): void => {
    zip.file(names.get(path.toLowerCase()) ?? path, xml.replace(/encoding=(["'])utf-16\1/i, 'encoding="UTF-8"'), {
      date,
    });
  };
  const body = (await docx.read(parts.document)) ?? '';
  const { prefix, namespace } = namesIn(body);
  const old = parts.byType.get('comments');
  const before = old === undefined ? null : await docx.read(old);
  const paragraphs = wordParagraphs(body, prefix);
  const place = placer(blocks, paragraphs);
  let id = Math.max(-1, ...[...(before ?? '').matchAll(/\bid=["'](\d+)["']/g)].map(([, n]) => Number(n)));
  const comments = remarks.flatMap(({ block, start, end, lines }) => {
    const at = place(block, start, end);
    return at ? [{ ...at, id: ++id, lines }] : [];
  });
  if (comments.length === 0) return bytes;
  write(parts.document, setMarks(body, prefix, paragraphs, comments));
  if (old !== undefined && before !== null) write(old, withMore(before, comments));
  else {
    const slash = parts.document.lastIndexOf('/') + 1;
    const folder = parts.document.slice(0, slash);
    const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`;
    write(`${folder}comments.xml`, withMore(empty, comments));
    const types = await docx.read('[Content_Types].xml');
    const override = `<Override PartName="/${folder}comments.xml" ContentType="${COMMENTS}"/>`;
    write('[Content_Types].xml', beforeEnd(types ?? '', 'Types', override));
    const relations = `${folder}_rels/${parts.document.slice(slash)}.rels`;
    const type = `${namespace.includes('purl') ? STRICT : USUAL}/comments`;
    const empties =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    const relation = `<Relationship Id="doisoatComments" Type="${type}" Target="comments.xml"/>`;
    write(relations, beforeEnd((await docx.read(relations)) ?? empties, 'Relationships', relation));
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function namesIn(xml: string): { prefix: string; namespace: string } {
  const [, prefix, namespace = ''] = MAIN.exec(xml) ?? [];
  return { prefix: prefix === undefined ? '' : `${prefix}:`, namespace };
}

function withMore(xml: string, comments: readonly { id: number; lines: string[] }[]): string {
  const { prefix: p } = namesIn(xml);
  const written = comments.map(({ id, lines }) => {
    const paragraphs = lines.map(
      (line) => `<${p}p><${p}r><${p}t xml:space="preserve">${escaped(line)}</${p}t></${p}r></${p}p>`,
    );
    return `<${p}comment ${p}id="${id}" ${p}author="${OWN_AUTHOR}" ${p}initials="ĐS">${paragraphs.join('')}</${p}comment>`;
  });
  return beforeEnd(xml, `${p}comments`, written.join(''));
}

/** Adds to the content of the root, also where it is written as an empty one. */
function beforeEnd(xml: string, root: string, more: string): string {
  const tag = /<([\w.-]+:)?\w+(?=[^<]*>\s*$)/.exec(xml)?.[0]?.slice(1) ?? root;
  const end = xml.lastIndexOf('</');
  if (end >= 0) return `${xml.slice(0, end)}${more}${xml.slice(end)}`;
  return xml.replace(/\/>\s*$/, `>${more}</${tag}>`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
