import { expect, test } from 'vitest';
import { fold, lower } from './fold.ts';
import { normalizeText } from './normalize.ts';

test('folds marks and đ, one unit to one unit', () => {
  expect(fold('Quyết định số 218-QĐ/TW')).toBe('quyet dinh so 218-qd/tw');
  expect(fold('ƯỜNG ơ ẫ')).toBe('uong o a');
  const all = Array.from({ length: 0x2000 }, (_, i) => String.fromCharCode(i)).join('');
  expect(fold(all)).toHaveLength(all.length);
  expect(lower(all)).toHaveLength(all.length);
});

test('normalises what Word and PDF leave behind', () => {
  expect(normalizeText('217\u2011QÐ/TW')).toBe('217-QĐ/TW');
  expect(normalizeText('Quye\u0302\u0301t\u00A0 định\u00AD')).toBe('Quyết định');
  expect(normalizeText('1.527,4 km²')).toBe('1.527,4 km²');
});
