import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../document/builder.ts';
import { drawCells } from '../docx/testing/reading.ts';
import { readOdt } from './read.ts';

const SPACES = ['office', 'text', 'table', 'style', 'fo', 'draw', 'svg', 'xlink', 'xml2']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

interface Odt {
  text: string;
  styles?: string;
  common?: string;
  masters?: string;
}

async function read({ text, styles = '', common = '', masters = '' }: Odt): Promise<Reading> {
  const zip = new JSZip();
  zip.file('mimetype', 'application/vnd.oasis.opendocument.text');
  zip.file(
    'content.xml',
    `<office:document-content ${SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
  );
  zip.file(
    'styles.xml',
    `<office:document-styles ${SPACES}><office:styles>${common}</office:styles><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
  );
  return readOdt(await zip.generateAsync({ type: 'uint8array' }));
}

const textsOf = async (odt: Odt): Promise<string[]> =>
  (await read(odt)).blocks.map(({ kind, text }) => `${kind}: ${text}`);

describe('text', () => {
  test('headings, spans, blanks, hidden and raised text, old fonts', async () => {
    const styles = [
      ['A', 'style:text-position="super 58%"'],
      ['B', 'text:display="none"'],
      ['C', 'fo:font-family="\'.VnTimeH\'"'],
      ['D', 'fo:text-transform="uppercase"'],
    ]
      .map(
        ([name, look]) =>
          `<style:style style:name="${name}" style:family="text"><style:text-properties ${look}/></style:style>`,
      )
      .join('');
    const span = (name: string, text: string): string => `<text:span text:style-name="${name}">${text}</text:span>`;
    expect(
      await textsOf({
        styles,
        text: `<text:h text:outline-level="1">I. Chung</text:h><text:p>5 m${span('A', '2')}${span('B', 'ẩn')} ${span('C', 'b¸o c¸o')}<text:s text:c="3"/>${span('D', 'huyện')}<text:line-break/>x<text:tab/>y</text:p>`,
      }),
    ).toEqual(['heading: I. Chung', 'paragraph: 5 m² BÁO CÁO HUYỆN x y']);
  });

  test('lists: numbers of several levels, going on, beginning anew', async () => {
    const styles =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/></text:list-style>';
    const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;
    const list = (content: string, more = ''): string =>
      `<text:list text:style-name="L" ${more}>${content}</text:list>`;
    const text =
      list(item(`<text:p>một</text:p><text:p>thêm</text:p><text:list>${item('<text:p>con</text:p>')}</text:list>`)) +
      list(item('<text:p>hai</text:p>'), 'text:continue-numbering="true"') +
      list(item('<text:p>lại một</text:p>'));
    expect(await textsOf({ styles, text })).toEqual([
      'paragraph: I. một',
      'paragraph: thêm',
      'paragraph: I.1. con',
      'paragraph: II. hai',
      'paragraph: I. lại một',
    ]);
  });
});

test('tables: spans, header rows, covered cells, nested tables', async () => {
  const cell = (text: string, more = ''): string =>
    `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`;
  const inner = `<table:table>${row(cell('x'))}</table:table>`;
  const { blocks } = await read({
    text: `<table:table><table:table-header-rows>${row(`${cell('TT', 'table:number-rows-spanned="2"') + cell('Số', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>`)}${row(`<table:covered-table-cell/>${cell('a')}${cell('b')}`)}</table:table-header-rows>${row(`${cell('1') + cell('2')}<table:table-cell>${inner}</table:table-cell>`)}</table:table>`,
  });
  expect(drawCells(blocks[0])).toEqual(['TT 0,0 2×1', 'Số 0,1 1×2', 'a 1,1', 'b 1,2', '1 2,0', '2 2,1', '2,2']);
  expect(blocks[0]?.table?.headerRows).toBe(2);
  expect(blocks[1]).toMatchObject({ text: 'x', parent: { block: blocks[0]?.id, row: 2, col: 2 } });
});

test('notes, comments, text boxes, page edges, tracked changes', async () => {
  const note = (kind: string, text: string, label = ''): string =>
    `<text:note text:note-class="${kind}"><text:note-citation ${label}>1</text:note-citation><text:note-body><text:p>${text}</text:p></text:note-body></text:note>`;
  const { blocks, diagnostics } = await read({
    masters:
      '<style:master-page><style:header><text:p>Dự thảo</text:p></style:header><style:footer style:display="false"><text:p>x</text:p></style:footer></style:master-page>',
    text: `<text:tracked-changes><text:changed-region><text:deletion><text:p>bỏ</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>khóa IX${note('footnote', 'Một.')} và${note('footnote', 'Hai.', 'text:label="*"')} hết${note('endnote', 'Ba.')}<office:annotation><dc:creator>A</dc:creator><text:p>xem</text:p></office:annotation><draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame></text:p>`,
  });
  expect(
    blocks.map(({ kind, text, note: tied }) => `${kind}: ${text}${tied ? ` (${tied.mark} ${tied.at})` : ''}`),
  ).toEqual([
    'paragraph: khóa IX và hết',
    'footnote: Một. (1 7)',
    'footnote: Hai. (* 10)',
    'endnote: Ba. (i 14)',
    'text-box: khung',
    'page-header: Dự thảo',
    'comment: xem',
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['tracked-changes']);
});

test('what cannot be read has a name', async () => {
  const zip = new JSZip();
  zip.file('META-INF/manifest.xml', '<manifest:encryption-data/>');
  await expect(readOdt(await zip.generateAsync({ type: 'uint8array' }))).rejects.toMatchObject({ code: 'encrypted' });
  zip.file('META-INF/manifest.xml', '<x/>');
  await expect(readOdt(await zip.generateAsync({ type: 'uint8array' }))).rejects.toMatchObject({ code: 'corrupt' });
  const flat = (body: string): Buffer =>
    Buffer.from(`<office:document ${SPACES}><office:body>${body}</office:body></office:document>`);
  await expect(readOdt(flat('<office:spreadsheet/>'))).rejects.toMatchObject({ code: 'unsupported-type' });
  const { blocks } = await readOdt(flat('<office:text><text:p>báo cáo</text:p></office:text>'));
  expect(blocks[0]?.text).toBe('báo cáo');
});
