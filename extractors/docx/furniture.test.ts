import { expect, test } from 'vitest';
import { p, r, tbl } from './testing/package.ts';
import { blocksOf } from './testing/reading.ts';

const draw = async (parts: Parameters<typeof blocksOf>[0]): Promise<string[]> =>
  (await blocksOf(parts)).map(({ kind, text }) => `${kind}: ${text}`);

const refer = (part: 'header' | 'footer', id: string, type = 'default'): string =>
  `<w:${part}Reference w:type="${type}" r:id="${id}"/>`;
const header = (content: string): string => `<w:hdr>${content}</w:hdr>`;
const footer = (content: string): string => `<w:ftr>${content}</w:ftr>`;

test('page headers and footers stand apart from the body, each once', async () => {
  const sections = (inside: string): string =>
    `${p('Phần một', `<w:sectPr>${inside}</w:sectPr>`) + p('Phần hai')}<w:sectPr>${inside}</w:sectPr>`;
  expect(
    await draw({
      body: sections(refer('header', 'dau') + refer('footer', 'cuoi')),
      linked: {
        dau: header(p('Văn phòng Thành ủy')),
        cuoi: footer(p('Lưu hành nội bộ')),
        khac: header(p('không ai gọi')),
      },
    }),
  ).toEqual([
    'paragraph: Phần một',
    'paragraph: Phần hai',
    'page-header: Văn phòng Thành ủy',
    'page-footer: Lưu hành nội bộ',
  ]);
});

test('headers of first and even pages only where they are shown', async () => {
  const references = refer('header', 'dau', 'first') + refer('header', 'chan', 'even');
  const linked = { dau: header(p('trang đầu')), chan: header(p('trang chẵn')) };
  expect(await draw({ body: `<w:sectPr>${references}</w:sectPr>`, linked })).toEqual([]);
  expect(
    await draw({ body: `<w:sectPr>${references}<w:titlePg/></w:sectPr>`, linked, settings: '<w:evenAndOddHeaders/>' }),
  ).toEqual(['page-header: trang đầu', 'page-header: trang chẵn']);
});

test('page numbers say nothing; tables at the edge are no tables of the report', async () => {
  const linked = { so: footer(p('- 2 -') + p('Trang 3/15')), bang: header(tbl([['Sở Nội vụ', 'Mẫu số 2']])) };
  expect(
    await draw({ body: `<w:sectPr>${refer('footer', 'so') + refer('header', 'bang')}</w:sectPr>`, linked }),
  ).toEqual(['page-header: Sở Nội vụ', 'page-header: Mẫu số 2']);
});

test('comments are kept apart, behind all else', async () => {
  const mark = '<w:commentRangeStart w:id="1"/>';
  expect(
    await draw({
      body: p(`${mark}${r('có 15 hộ')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`),
      comments: `<w:comment w:id="1" w:author="A">${p('Kiểm tra lại')}${p('số này')}</w:comment>`,
    }),
  ).toEqual(['paragraph: có 15 hộ', 'comment: Kiểm tra lại số này']);
});
