import { describe, expect, test } from 'vitest';
import { p, r, tbl } from '../testing/package.ts';
import { blocksOf, readParts, textsOf } from '../testing/reading.ts';

const run = (content: string): string => `<w:r>${content}</w:r>`;
const raised = (text: string): string => r(text, '<w:vertAlign w:val="superscript"/>');

describe('one paragraph, one block', () => {
  test('empty ones are left out, runs are joined without a gap', async () => {
    expect(await textsOf(p(r('Quy') + r('ết định')) + p('') + p(r('  ')) + p('Điều 1'))).toEqual([
      'Quyết định',
      'Điều 1',
    ]);
  });

  test('tabs and line breaks are blanks', async () => {
    const body = p(
      r('BÁO CÁO') + run('<w:br/>') + r('tổng kết') + run('<w:tab/>') + r('năm 2023') + run('<w:cr/>') + r('(dự thảo)'),
    );
    expect(await textsOf(body)).toEqual(['BÁO CÁO tổng kết năm 2023 (dự thảo)']);
  });

  test('hyphens of Word in document numbers', async () => {
    const body = p(r('Số 218') + run('<w:noBreakHyphen/>') + r('QĐ/') + run('<w:softHyphen/>') + r('TW'));
    expect(await textsOf(body + p('số 45\u2011NQ/TW'))).toEqual(['Số 218-QĐ/TW', 'số 45-NQ/TW']);
  });

  test('text is composed and Ð is Đ', async () => {
    expect(await textsOf(p('Ða\u0309ng uy\u0309'))).toEqual(['Đảng uỷ'.normalize('NFD').normalize('NFC')]);
  });

  test('headings by style, by outline level, not by length', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Muc1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Muc1a"><w:basedOn w:val="Muc1"/></w:style>';
    const styled = (text: string): string => p(text, '<w:pStyle w:val="Muc1a"/>');
    const blocks = await blocksOf({
      body:
        styled('Tình hình chung') +
        p('Kết quả', '<w:outlineLvl w:val="1"/>') +
        p('Văn bản', '<w:outlineLvl w:val="9"/>') +
        styled('dài '.repeat(100)),
      styles,
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'paragraph', 'paragraph']);
  });

  test('capitals that only the look makes are capitals', async () => {
    const styles = '<w:style w:type="character" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style>';
    const body = p(
      r('đảng ủy phường', '<w:rStyle w:val="Hoa"/>') + r(' số 7', '<w:rStyle w:val="Hoa"/><w:caps w:val="0"/>'),
    );
    expect(await textsOf(body, { styles })).toEqual(['ĐẢNG ỦY PHƯỜNG số 7']);
  });

  test('hidden text is not read, and told about', async () => {
    const { blocks, diagnostics } = await readParts({ body: p(r('Có 12 hộ') + r(' (kiểm tra lại)', '<w:vanish/>')) });
    expect(blocks.map(({ text }) => text)).toEqual(['Có 12 hộ']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['hidden-text']);
  });

  test('a big first letter belongs to its word', async () => {
    expect(await textsOf(p('T', '<w:framePr w:dropCap="drop"/>') + p('hực hiện Kế hoạch'))).toEqual([
      'Thực hiện Kế hoạch',
    ]);
  });
});

describe('raised signs', () => {
  test.each([
    ['diện tích 12,5 km', '2', ' và', 'diện tích 12,5 km² và'],
    ['1.200m', '3', '/ngày', '1.200m³/ngày'],
    ['TỔNG (M', '2', ')', 'TỔNG (M²)'],
    ['10', '6', ' đồng', '10⁶ đồng'],
    ['25', '0', 'C', '25°C'],
    ['có 1.206', '3', ' hộ', 'có 1.206 3 hộ'],
    ['khóa XI', '2', '5 điểm', 'khóa XI 2 5 điểm'],
    ['sau 110', '3', ' ngày', 'sau 110 3 ngày'],
    ['Phòng', '(1)', ', quận', 'Phòng (1), quận'],
    ['đạt 98%', '*', ' kế hoạch', 'đạt 98% * kế hoạch'],
    ['Mạnh', '2', ' là', 'Mạnh 2 là'],
    ['lớp 1', 'a', ' và', 'lớp 1a và'],
  ])('%s^%s', async (before, sign, after, text) => {
    expect(await textsOf(p(r(before) + raised(sign) + r(after)))).toEqual([text]);
  });

  test('a power cut into two runs, raised by position, or by formula', async () => {
    const byHand = r('2', '<w:position w:val="8"/>');
    const formula =
      '<m:oMath><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>';
    expect(await textsOf(p(r('5 k') + r('m') + byHand) + p(r('6 ') + formula))).toEqual(['5 km²', '6 m²']);
  });

  test('a raised mark of two digits in two runs stays one mark', async () => {
    expect(await textsOf(p(r('năm 2023') + raised('1') + raised('2') + r('.')))).toEqual(['năm 2023 12.']);
  });

  test('subscripts stay with their word', async () => {
    expect(await textsOf(p(r('CO') + r('2', '<w:vertAlign w:val="subscript"/>')))).toEqual(['CO2']);
  });
});

describe('fields, controls, symbols', () => {
  const fieldChar = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const instruction = (text: string): string => run(`<w:instrText>${text}</w:instrText>`);
  const field = (code: string, result: string): string =>
    fieldChar('begin') + instruction(code) + fieldChar('separate') + result + fieldChar('end');

  test('results only, also of fields in fields and of simple ones', async () => {
    const inner = field('REF x', r('trong'));
    const nested =
      fieldChar('begin') +
      instruction('IF ') +
      inner +
      instruction(' = 1') +
      fieldChar('separate') +
      r('ngoài') +
      fieldChar('end');
    const simple = `<w:fldSimple w:instr="DATE">${r('26/5/2023')}</w:fldSimple>`;
    expect(await textsOf(p(r('a ') + field('PAGEREF y', r('7')) + r(' b')) + p(nested) + p(simple))).toEqual([
      'a 7 b',
      'ngoài',
      '26/5/2023',
    ]);
  });

  test('a field that is never ended hides nothing beyond its paragraph', async () => {
    expect(await textsOf(p(r('trước') + fieldChar('begin') + instruction('TOC')) + p('sau'))).toEqual(['trước', 'sau']);
  });

  test('fields of forms: boxes and lists', async () => {
    const form = (data: string): string =>
      run(`<w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar>`) + fieldChar('end');
    const list = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Kém"/><w:listEntry w:val="Tốt"/></w:ddList>';
    const body =
      p(
        form('<w:checkBox><w:checked/></w:checkBox>') +
          r(' có ') +
          form('<w:checkBox><w:default w:val="0"/></w:checkBox>') +
          r(' không'),
      ) + p(r('Mức: ') + form(list));
    expect(await textsOf(body)).toEqual(['☒ có ☐ không', 'Mức: Tốt']);
  });

  test('content controls, links, smart tags and unknown wrappers', async () => {
    const sdt = (content: string): string =>
      `<w:sdt><w:sdtPr><w:alias w:val="tên"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const inline = p(
      sdt(r('Số ')) +
        `<w:hyperlink r:id="x">${r('12')}</w:hyperlink><w:smartTag>${r('-BC')}</w:smartTag><w:bdo>${r('/TU')}</w:bdo>`,
    );
    expect(await textsOf(`${sdt(inline + sdt(p('trong')))}<w:customXml>${p('sau')}</w:customXml>`)).toEqual([
      'Số 12-BC/TU',
      'trong',
      'sau',
    ]);
  });

  test('symbols by their look', async () => {
    const sym = (font: string, char: string): string => run(`<w:sym w:font="${font}" w:char="${char}"/>`);
    expect(await textsOf(p(r('Tỷ lệ ') + sym('Symbol', 'F0B3') + r(' 90% ') + sym('Wingdings', 'F0FE')))).toEqual([
      'Tỷ lệ ≥ 90% 🗹',
    ]);
    expect(await textsOf(p(r('x \uf0a3 5 ') + r('ü', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')))).toEqual([
      'x ≤ 5 ✓',
    ]);
    const { diagnostics } = await readParts({ body: p(r('a') + sym('Khac', 'F001')) });
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-symbols']);
  });

  test('fractions of formulas keep their stroke', async () => {
    const part = (name: string, text: string): string => `<m:${name}><m:r><m:t>${text}</m:t></m:r></m:${name}>`;
    expect(await textsOf(p(`<m:oMath><m:f>${part('num', '3')}${part('den', '4')}</m:f></m:oMath>`))).toEqual(['3/4']);
  });
});

describe('tracked changes', () => {
  const inserted = (content: string): string => `<w:ins w:author="A">${content}</w:ins>`;
  const deleted = (text: string): string => `<w:del><w:r><w:delText>${text}</w:delText><w:tab/></w:r></w:del>`;

  test('insertions are in, deletions are out, and it is told', async () => {
    const body =
      p(r('có ') + deleted('12') + inserted(r('15')) + r(' hộ')) +
      p(`<w:moveFrom>${r('cũ')}</w:moveFrom><w:moveTo>${r('mới')}</w:moveTo>`);
    const { blocks, diagnostics } = await readParts({ body });
    expect(blocks.map(({ text }) => text)).toEqual(['có 15 hộ', 'mới']);
    expect(diagnostics).toMatchObject([{ code: 'tracked-changes', severity: 'info' }]);
  });

  test('a deleted end of paragraph joins it with the next', async () => {
    const body =
      p('Thực hiện ', '<w:rPr><w:del/></w:rPr>') +
      p('Nghị quyết') +
      p('cuối', '<w:rPr><w:del/></w:rPr>') +
      tbl([['ô']]);
    expect(await textsOf(body)).toEqual(['Thực hiện Nghị quyết', 'cuối', 'ô']);
  });

  test('deleted rows, inserted rows, whole inserted paragraphs', async () => {
    const row = (text: string, change: string): string =>
      `<w:tr><w:trPr>${change}</w:trPr><w:tc>${p(text)}</w:tc></w:tr>`;
    const table = `<w:tbl>${row('một', '')}${row('hai', '<w:del/>')}${row('ba', '<w:ins/>')}</w:tbl>`;
    expect(await textsOf(`${table + inserted(p('thêm'))}<w:del>${p('bỏ')}</w:del>`)).toEqual(['một\nba', 'thêm']);
  });

  test('what a property was before is not read', async () => {
    const change = '<w:rPrChange><w:rPr><w:vanish/><w:caps/></w:rPr></w:rPrChange>';
    expect(
      await textsOf(p(r('giữ nguyên', change), '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>')),
    ).toEqual(['giữ nguyên']);
  });
});

describe('text boxes', () => {
  const box = (content: string): string =>
    `<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp>`;
  const vml = (content: string): string =>
    `<w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;

  test('written twice, read once, after the paragraph they hang on', async () => {
    const twice = run(
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(p('trong khung'))}</w:drawing></mc:Choice><mc:Fallback>${vml(p('trong khung'))}</mc:Fallback></mc:AlternateContent>`,
    );
    const blocks = await blocksOf({ body: p(r('trước ') + twice + r('sau')) + p('tiếp') });
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'paragraph: trước sau',
      'text-box: trong khung',
      'paragraph: tiếp',
    ]);
  });

  test('of old Word, in groups, with tables in them, in cells', async () => {
    const group = `<w:pict><v:group>${vml(p('một'))}${vml(p('hai') + tbl([['ô trong khung']]))}</v:group></w:pict>`;
    const blocks = await blocksOf({ body: tbl([[`${p('ô')}`, p(run(group))]]) });
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'table: ô\t',
      'text-box: một',
      'text-box: hai',
      'table: ô trong khung',
    ]);
    expect(blocks[1]!.parent).toEqual({ block: blocks[0]!.id, row: 0, col: 1 });
  });

  test('letters drawn across the page', async () => {
    expect(await textsOf(p(run('<w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict>')))).toEqual([
      'DỰ THẢO',
    ]);
  });

  test('anything else written twice is read in its plain form', async () => {
    const twice =
      '<mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx/></mc:Choice><mc:Fallback><w:t>→</w:t></mc:Fallback></mc:AlternateContent>';
    expect(await textsOf(p(r('a ') + run(twice)))).toEqual(['a →']);
  });

  test('pictures, charts and foreign parts are told about', async () => {
    const drawing = '<w:drawing><pic:pic/></w:drawing><w:drawing><c:chart/></w:drawing>';
    const { diagnostics } = await readParts({ body: `${p(r('a') + run(drawing))}<w:altChunk r:id="x"/>` });
    expect(diagnostics.map(({ code }) => code)).toEqual(['pictures', 'embedded-objects', 'foreign-parts']);
  });
});
