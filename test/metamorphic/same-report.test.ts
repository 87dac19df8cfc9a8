import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { encodeTcvn3, encodeVni } from '../../extractors/legacy/testing/encode.ts';
import { withNewTones } from '../../extractors/text/tone-marks.ts';
import { extractBytes } from '../../pipeline/stages.ts';
import type { Extraction } from '../../schemas/extraction.ts';

const NAMES = ['an-khanh-2023', 'tan-loi-2023'];
const fixture = (path: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url)));
const read = (bytes: Uint8Array): Promise<Extraction> =>
  extractBytes('report', bytes, { maxPages: 100 } as Parameters<typeof extractBytes>[2]);

/** What a report says, without what names its file: ids are derived from its bytes. */
function factsOf({ status, report, blocks, citations, indicators, issues, flags }: Extraction): unknown {
  return {
    status,
    report,
    blocks: blocks.map(({ kind, text, note, table }) => ({
      kind,
      text,
      at: note?.at,
      headerRows: table?.headerRows,
      cells: table?.cells,
    })),
    citations: citations.map(({ number, quote, date, issuer }) => ({ number, quote, date, issuer })),
    indicators: indicators.map(({ label, value, unit, quote }) => ({ label, value, unit, quote })),
    issues: issues.map(({ quote, topic, stance }) => ({ quote, topic, stance })),
    flags: flags.map(({ kind, certain }) => ({ kind, certain })),
  };
}

/** The same package with the text of its parts changed. */
async function changed(bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const part of Object.keys(zip.files).filter((name) =>
    /^word\/(?:document|(?:foot|end)notes|(?:head|foot)er\d*)\.xml$/.test(name),
  ))
    zip.file(part, change(await zip.file(part)!.async('string')));
  return zip.generateAsync({ type: 'uint8array' });
}

const inFont = (xml: string, encode: (text: string) => { text: string; font: string }[]): string =>
  xml
    .replace(/<w:rFonts[^>]*\/>/g, '')
    .replace(
      /<w:r>(?:<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>)?<w:t([^>]*)>([^<]*)<\/w:t><\/w:r>/g,
      (_, look = '', attributes, text: string) =>
        encode(text)
          .map(
            (run) =>
              `<w:r><w:rPr><w:rFonts w:ascii="${run.font}" w:hAnsi="${run.font}"/>${look}</w:rPr><w:t${attributes}>${run.text}</w:t></w:r>`,
          )
          .join(''),
    );

/** «Tỉnh ủy», «hòa giải» → «Tỉnh uỷ», «hoà giải»; texts that are written in both give the older one. */
const withOldTones = (text: string): string =>
  text.replace(/(?:(?<!q)([uùúủũụ])([y])|([oòóỏõọ])([ae]))(?!\p{L})/giu, (pair) => {
    const [first, last] = [...pair] as [string, string];
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(first.normalize('NFD'))?.[0] ?? '';
    return tone === '' ? pair : first.normalize('NFD').replace(tone, '') + (last + tone).normalize('NFC');
  });

describe.each(NAMES)('%s', (name) => {
  const docx = fixture(`documents/${name}.docx`);

  test.each(['doc', 'rtf', 'odt', 'html'])('saved as %s it says the same', async (format) => {
    const [was, is] = [await read(docx), await read(fixture(`formats/${name}.${format}`))];
    // A web page has no page headers and footers.
    const withoutEdges = (extraction: Extraction): Extraction => ({
      ...extraction,
      blocks: extraction.blocks.filter(({ kind }) => !kind.startsWith('page-')),
    });
    expect(factsOf(withoutEdges(is))).toEqual(factsOf(withoutEdges(was)));
  });

  test('typed in VNI-Times, or in .VnTime and .VnTimeH', async () => {
    const facts = factsOf(await read(docx));
    const vni = await changed(docx, (xml) => inFont(xml, (text) => [{ text: encodeVni(text), font: 'VNI-Times' }]));
    const tcvn3 = await changed(docx, (xml) =>
      inFont(xml, (text) =>
        encodeTcvn3(text).map((run) => ({ text: run.text, font: run.isCapital ? '.VnTimeH' : '.VnTime' })),
      ),
    );
    for (const bytes of [vni, tcvn3]) {
      const extraction = await read(bytes);
      expect(extraction.diagnostics.map(({ code }) => code)).toContain('legacy-fonts');
      expect(factsOf(extraction)).toEqual(facts);
    }
  });

  test('with its tone marks in the older places', async () => {
    const [was, is] = [await read(docx), await read(await changed(docx, withOldTones))];
    expect(is.blocks.map(({ text }) => text)).toEqual(was.blocks.map(({ text }) => withOldTones(text)));
    expect(is.blocks).not.toEqual(was.blocks);
    const respelled = (extraction: Extraction): unknown =>
      JSON.parse(withNewTones(JSON.stringify(factsOf(extraction))));
    expect(respelled(is)).toEqual(respelled(was));
    const text = new Map(is.blocks.map((block) => [block.id, block.text]));
    const quoted = [...is.citations, ...is.indicators, ...is.issues, ...is.flags.flatMap(({ evidence }) => evidence)];
    for (const { block, start, end, quote } of quoted) expect(text.get(block)?.slice(start, end)).toBe(quote);
  });

  test('with its letters taken apart, or its parts in another order', async () => {
    const facts = factsOf(await read(docx));
    expect(factsOf(await read(await changed(docx, (xml) => xml.normalize('NFD'))))).toEqual(facts);
    const zip = await JSZip.loadAsync(docx);
    const turned = new JSZip();
    for (const part of Object.keys(zip.files).reverse())
      if (!zip.files[part]?.dir) turned.file(part, await zip.file(part)!.async('uint8array'));
    expect(factsOf(await read(await turned.generateAsync({ type: 'uint8array', compression: 'STORE' })))).toEqual(
      facts,
    );
  });
});
