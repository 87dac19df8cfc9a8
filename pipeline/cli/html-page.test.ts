import { expect, test } from 'vitest';
import { DocumentBuilder } from '../../extractors/document/builder.ts';
import { failed } from '../stages.ts';
import { htmlPage } from './html-page.ts';
import { vi } from './messages/vi.ts';

test('blocks, tables with their spans and notes on one page, with every text escaped', () => {
  const builder = new DocumentBuilder();
  const block = builder.add('paragraph', 'a < b & <script>x</script>');
  builder.addNote('footnote', 'Một.', { mark: '1', block: block.id, at: 2 });
  builder.addTable([{ row: 0, col: 0, rowSpan: 2, colSpan: 1, text: 'TT' }], 1);
  const page = htmlPage({ ...failed('x".docx', 'empty'), blocks: builder.blocks }, vi);
  expect(page).toContain('<p>a &lt; b &amp; &lt;script&gt;x&lt;/script&gt;</p>');
  expect(page).toContain('<th rowspan="2" colspan="1">TT</th>');
  expect(page).toContain('x&quot;.docx');
  expect(page).not.toContain('<script');
});

test('the original beside the reading, page by page', () => {
  const builder = new DocumentBuilder();
  builder.add('paragraph', 'Một', { page: 1 });
  builder.add('paragraph', 'Hai', { page: 2 });
  const originals = new Map([
    [1, '<img src="data:image/png;base64,AA==" alt="">'],
    [2, '<b>2</b>'],
  ]);
  const page = htmlPage({ ...failed('x.pdf', 'empty'), blocks: builder.blocks }, vi, originals);
  const [, first = '', second = ''] = page.split('<section');
  expect(first).toMatch(/AA==.*Một/s);
  expect(second).toMatch(/<b>2<\/b>.*Hai/s);
});
