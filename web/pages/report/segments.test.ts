import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

test('marks that overlap are cut where they begin and end', () => {
  const outer = { start: 0, end: 10, name: 'câu' };
  const inner = { start: 4, end: 14, name: 'số' };
  expect(segmentsOf(0, 20, [outer, inner])).toEqual([
    { start: 0, end: 4, marks: [outer] },
    { start: 4, end: 10, marks: [inner, outer] },
    { start: 10, end: 14, marks: [inner] },
    { start: 14, end: 20, marks: [] },
  ]);
});

test('segments cover the stretch without gaps and carry exactly the marks over them', () => {
  const mark = fc.tuple(fc.nat(60), fc.nat(60)).map(([start, size]) => ({ start, end: start + size }));
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: 1, max: 40 }), fc.array(mark, { maxLength: 12 }), (from, size, marks) => {
      const to = from + size;
      const segments = segmentsOf(from, to, marks);
      expect(segments[0]?.start).toBe(from);
      expect(segments.at(-1)?.end).toBe(to);
      for (const [i, segment] of segments.entries()) {
        if (i > 0) expect(segment.start).toBe(segments[i - 1]!.end);
        for (const one of marks) {
          const over = one.start <= segment.start && one.end >= segment.end && one.end > one.start;
          expect(segment.marks.includes(one)).toBe(over);
        }
      }
    }),
  );
});
