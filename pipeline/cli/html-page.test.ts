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
