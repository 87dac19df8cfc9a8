import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

test('a short passage stays whole', () => {
  expect(excerptOf('Tổ chức 12 cuộc đối thoại', [[18, 27]], 100)).toEqual({
    text: 'Tổ chức 12 cuộc đối thoại',
    highlights: [[18, 27]],
    cut: [false, false],
  });
});

test('a long one is cut between words, around what was found', () => {
  const text = `${'mở đầu '.repeat(60)}đối thoại trực tiếp ${'kết thúc '.repeat(60)}`;
  const at = text.indexOf('đối thoại');
  const excerpt = excerptOf(text, [[at, at + 9]], 120);
  expect(excerpt.text.slice(...excerpt.highlights[0]!)).toBe('đối thoại');
  expect(excerpt.text).toMatch(/^(?:mở|đầu) .* (?:kết|thúc)$/);
  expect(excerpt.cut).toEqual([true, true]);
});

test('whatever is marked in the excerpt is what was marked in the passage', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 400 }),
      fc.nat(400),
      fc.nat(40),
      fc.integer({ min: 5, max: 200 }),
      (text, at, size, length) => {
        const start = Math.min(at, text.length);
        const end = Math.min(start + size, text.length);
        const excerpt = excerptOf(text, [[start, end]], length);
        expect(excerpt.text.length).toBeLessThanOrEqual(length);
        expect(text).toContain(excerpt.text);
        for (const [a, b] of excerpt.highlights) expect(text.slice(start, end)).toContain(excerpt.text.slice(a, b));
      },
    ),
  );
});
