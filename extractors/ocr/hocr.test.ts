import { expect, test } from 'vitest';
import { parseHocr } from './hocr.ts';

const PAGE = `<div class='ocr_page' title='bbox 0 0 800 600'>
 <p class='ocr_par' lang='vie' title="bbox 10 20 300 60">
  <span class='ocr_line' id='line_1_1' title="bbox 10 20 300 60; baseline 0.01 -10; x_size 36; x_descenders 9; x_ascenders 9">
   <span class='ocrx_word' id='word_1_1' title='bbox 10 20 90 50; x_wconf 96'>An&#39;s &amp; B</span>
   <span class='ocrx_word' id='word_1_2' title='bbox 100 20 200 50; x_wconf 41'><strong>1⁄15</strong></span>
   <span class='ocrx_word' id='word_1_3' title='bbox 210 20 220 50; x_wconf 5'> </span>
  </span>
  <span class='ocr_header' id='line_1_2' title="bbox 10 80 300 110; baseline 0 0">
   <span class='ocrx_word' id='word_1_4' title='bbox 10 80 90 110; x_wconf 88'>BÁO</span>
  </span>
 </p>
</div>`;

test('lines with their words, baseline and height of letters', () => {
  const [first, second, ...more] = parseHocr(PAGE);
  expect(first!.words).toEqual([
    { text: "An's & B", confidence: 96, box: { left: 10, top: 20, right: 90, bottom: 50 } },
    { text: '1/15', confidence: 41, box: { left: 100, top: 20, right: 200, bottom: 50 } },
  ]);
  expect(first!.baseline).toBeCloseTo(51.45);
  expect(first!.xHeight).toBe(18);
  expect(second!.words.map((word) => word.text)).toEqual(['BÁO']);
  expect(more).toEqual([]);
});

test('what is no hOCR has no lines', () => {
  expect(parseHocr('')).toEqual([]);
  expect(parseHocr('Error in pixRead: no image')).toEqual([]);
});
