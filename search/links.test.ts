import { describe, expect, test } from 'vitest';
import type { Block } from '../schemas/document.ts';
import type { Relation } from '../schemas/relation.ts';
import { emptyReport } from '../schemas/report.ts';
import { linksOf } from './links.ts';

/** `[from, verb, to, words]`: a relation whose quote is cut from the text of one block. */
type Told = [from: string | null, verb: string, to: string, quote: string, modality?: Relation['modality']];

function linksIn(text: string, relations: Told[], section: string | null = 'I'): string[] {
  const block = { id: 'b1', kind: 'paragraph', text, section } as Block;
  const made = relations.map(([from, verb, to, quote, modality = 'done'], i): Relation => {
    const start = text.indexOf(quote);
    const place = { block: 'b1', start, end: start + quote.length };
    return { id: `r${i}`, from, verb, to, modality, actor: null, place: null, quote, ...place };
  });
  const report = { ...emptyReport, number: '363-BC/TU' };
  const extraction = { relations: made, report } as Parameters<typeof linksOf>[0];
  return linksOf(extraction, new Map([['b1', block]]), (number) => number).map(
    ({ from, verb, to }) => `${from} ${verb} ${to}`,
  );
}

describe('papers issued for the sake of others', () => {
  test('a paper whose title says so', () => {
    const text = 'Kế hoạch số 12-KH/HU về thực hiện Chỉ thị số 05-CT/TW.';
    expect(linksIn(text, [['12-KH/HU', 'thực hiện', '05-CT/TW', 'thực hiện Chỉ thị số 05-CT/TW']])).toEqual([
      '12-KH/HU thực hiện 05-CT/TW',
    ]);
  });

  const opening = 'Thực hiện Chỉ thị số 18-CT/TW và Kế hoạch số 88-KH/TW, Đảng ủy ban hành Kế hoạch số 58-KH/ĐU.';
  test('a sentence that begins with what its paper carries out', () => {
    const relations: Told[] = [
      [null, 'thực hiện', '18-CT/TW', 'Thực hiện Chỉ thị số 18-CT/TW'],
      [null, 'thực hiện', '88-KH/TW', 'Thực hiện Chỉ thị số 18-CT/TW và Kế hoạch số 88-KH/TW'],
      [null, 'ban hành', '58-KH/ĐU', 'ban hành Kế hoạch số 58-KH/ĐU'],
    ];
    expect(linksIn(opening, relations)).toEqual(['58-KH/ĐU thực hiện 18-CT/TW', '58-KH/ĐU thực hiện 88-KH/TW']);
  });

  test('a paper of the next sentence, or of a sentence that does not begin so, is not linked', () => {
    expect(
      linksIn('Thực hiện Chỉ thị số 18-CT/TW nghiêm túc. Đảng ủy ban hành Kế hoạch số 58-KH/ĐU.', [
        [null, 'thực hiện', '18-CT/TW', 'Thực hiện Chỉ thị số 18-CT/TW'],
        [null, 'ban hành', '58-KH/ĐU', 'ban hành Kế hoạch số 58-KH/ĐU'],
      ]),
    ).toEqual([]);
    expect(
      linksIn('Xã thực hiện Chỉ thị số 18-CT/TW, ban hành Kế hoạch số 58-KH/ĐU.', [
        [null, 'thực hiện', '18-CT/TW', 'thực hiện Chỉ thị số 18-CT/TW'],
        [null, 'ban hành', '58-KH/ĐU', 'ban hành Kế hoạch số 58-KH/ĐU'],
      ]),
    ).toEqual([]);
  });

  test('a paper by which another is made concrete', () => {
    const text = 'Thành ủy đã cụ thể hóa Nghị quyết số 43-NQ/TW bằng Chương trình số 28-CTr/TU.';
    expect(
      linksIn(text, [
        [null, 'cụ thể hóa', '43-NQ/TW', 'cụ thể hóa Nghị quyết số 43-NQ/TW'],
        [null, 'ban hành', '28-CTr/TU', 'bằng Chương trình số 28-CTr/TU'],
      ]),
    ).toEqual(['28-CTr/TU cụ thể hóa 43-NQ/TW']);
  });

  test('a report made to carry out a paper, by its opening words', () => {
    const text = 'Thực hiện Kế hoạch số 246-KH/TU, Ban Thường vụ báo cáo như sau:';
    const relations: Told[] = [[null, 'thực hiện', '246-KH/TU', 'Thực hiện Kế hoạch số 246-KH/TU']];
    expect(linksIn(text, relations, null)).toEqual(['363-BC/TU thực hiện 246-KH/TU']);
    expect(linksIn(text, relations)).toEqual([]);
  });

  test('what was not done links nothing', () => {
    const text = 'Kế hoạch số 12-KH/HU chưa thực hiện Chỉ thị số 05-CT/TW.';
    expect(linksIn(text, [['12-KH/HU', 'thực hiện', '05-CT/TW', 'thực hiện Chỉ thị số 05-CT/TW', 'negated']])).toEqual(
      [],
    );
  });
});
