import { describe, expect, test } from 'vitest';
import { drawCells } from '../docx/testing/reading.ts';
import { encodeTcvn3, encodeVni } from '../legacy/testing/encode.ts';
import { readHtml } from './read.ts';

const read = (html: string) => readHtml(Buffer.from(html));
const texts = (html: string): string[] => read(html).blocks.map((block) => block.text);

describe('text', () => {
  test('paragraphs, headings, line breaks, what is not shown', () => {
    const { blocks } = read(
      '<title>x</title><style>p{}</style><h2>I. Kết quả</h2>đầu<p>Mở <b>12</b> lớp<br>ở xã&nbsp;A</p><script>x</script><p style="display:none">ẩn</p><!-- x --><div>cuối</div>',
    );
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: I. Kết quả',
      'paragraph: đầu',
      'paragraph: Mở 12 lớp ở xã A',
      'paragraph: cuối',
    ]);
  });

  test('lists with their numbers, lines of preformatted text, powers', () => {
    expect(
      texts('<ol start=3><li>Ba<li><p>Bốn</p><p>thêm</p><ul><li>con</ul></ol><pre>một\nhai</pre>5 m<sup>2</sup>'),
    ).toEqual(['3. Ba', '4. Bốn', 'thêm', '• con', 'một', 'hai', '5 m²']);
  });

  test('old encodings by font and by letters, in pages of any stated encoding', () => {
    const line = 'Huyện ủy tổ chức 12 cuộc đối thoại, giải quyết 35 kiến nghị về đất đai.';
    expect(
      texts(`<p><font face=".VnTimeH">b¸o c¸o</font> <span style="font-family:'VNI-Times'">coâng taùc</span></p>`),
    ).toEqual(['BÁO CÁO công tác']);
    const tcvn3 = encodeTcvn3(line)
      .map(({ text }) => text)
      .join('');
    for (const charset of ['windows-1252', 'x-user-defined', 'iso-8859-1']) {
      const page = `<html><meta charset="${charset}"><p>${tcvn3}</p>`;
      expect(readHtml(Buffer.from(page, 'latin1')).blocks[0]?.text).toBe(line);
    }
    expect(readHtml(Buffer.from(`<html><p>${encodeVni(line)}</p>`, 'latin1')).blocks[0]?.text).toBe(line);
    expect(readHtml(Buffer.from(`<html><meta charset=utf-8><p>${line}</p>`)).blocks[0]?.text).toBe(line);
    expect(readHtml(Buffer.from(`\ufeff<html><p>${line}</p>`, 'utf16le')).blocks[0]?.text).toBe(line);
  });
});

test('notes of Word and of LibreOffice, at their marks', () => {
  const word =
    '<p>khóa IX<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> và</p><div><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Một.</p></div></div>';
  const writer =
    '<p>nghị quyết<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a></p><div id="sdendnote1"><p><a name="sdendnote1sym" href="#sdendnote1anc">i</a>Hai.</p></div>';
  expect(
    read(word + writer).blocks.map(
      ({ kind, text, note }) => `${kind}: ${text}${note ? ` (${note.mark} ${note.at})` : ''}`,
    ),
  ).toEqual(['paragraph: khóa IX và', 'footnote: Một. (1 7)', 'paragraph: nghị quyết', 'endnote: Hai. (i 10)']);
});

describe('tables', () => {
  test('spans, header rows, nested tables, several paragraphs in a cell', () => {
    const { blocks } = read(
      '<table border=1><thead><tr><th rowspan=2>TT<th colspan=2>Số hộ<tr><th>nghèo<th>cận nghèo</thead><tr><td>1<td><p>12</p><p>hộ</p><td><table><tr><td>x</table></table>',
    );
    expect(drawCells(blocks[0])).toEqual([
      'TT 0,0 2×1',
      'Số hộ 0,1 1×2',
      'nghèo 1,1',
      'cận nghèo 1,2',
      '1 2,0',
      '12 hộ 2,1',
      '2,2',
    ]);
    expect(blocks[0]?.table?.headerRows).toBe(2);
    expect(blocks[1]?.parent).toEqual({ block: blocks[0]?.id, row: 2, col: 2 });
  });

  test('a column that is only the line between two others; cells in the way of others; wild spans', () => {
    const { blocks } = read(
      '<table><col width=15*><col width="0*"><col width=15*><tr><td colspan=2>a<td>b<tr><td>1<td colspan=2>2</table><table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table><table><tr><td colspan=999999999 rowspan=999999999>z</table>',
    );
    expect(drawCells(blocks[0])).toEqual(['a 0,0', 'b 0,1', '1 1,0', '2 1,1']);
    expect(drawCells(blocks[1])).toEqual(['a 0,0', 'b 0,1 2×1', 'c 1,0']);
    expect(blocks[2]?.table?.cells[0]?.colSpan).toBe(1_000);
  });
});

test('a page that nests without end is read as far as it makes sense', () => {
  expect(texts(`${'<div>'.repeat(20_000)}sâu`)).toEqual([]);
});
