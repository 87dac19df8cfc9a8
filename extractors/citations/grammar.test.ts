import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractCitations } from './extract.ts';
import { findNumbers } from './grammar.ts';
import { saidAfter, saidKnownNumber, saidList, saidNumber } from './testing/grammar-generator.ts';
import { citationsOf, passageContext } from './testing/passage.ts';

const read = (text: string) => citationsOf({ text }).map(({ number, type }) => `${type} ${number}`);

describe('what the grammar can say is read back as itself', () => {
  test('one number', () => {
    fc.assert(
      fc.property(saidNumber, saidAfter, ({ lead, written, numbers, type }, after) => {
        expect(read(`Huyện đã nhận ${lead}${written}${after}`)).toEqual(numbers.map((number) => `${type} ${number}`));
      }),
      { numRuns: 3000, seed: 1945 },
    );
  });

  test('a list that shares its letters', () => {
    fc.assert(
      fc.property(saidList, saidAfter, ({ lead, written, numbers, type }, after) => {
        expect(read(`Huyện đã nhận ${lead}${written}${after}`)).toEqual(numbers.map((number) => `${type} ${number}`));
      }),
      { numRuns: 1500, seed: 1945 },
    );
  });

  test('several sentences', () => {
    const sentence = fc.tuple(saidNumber, saidAfter);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 2, maxLength: 5 }), (said) => {
        const text = said.map(([{ lead, written }, after]) => `Xã nhận ${lead}${written}${after}. `).join('');
        expect(read(text)).toEqual(said.flatMap(([{ numbers, type }]) => numbers.map((number) => `${type} ${number}`)));
      }),
      { numRuns: 500, seed: 1945 },
    );
  });
});

describe('stray blanks, line ends and marks of notes in a number', () => {
  const stray = fc.constantFrom(' ', '\n', '¹', '²³', ' ⁴');
  test('never make another number of it', () => {
    fc.assert(
      fc.property(saidKnownNumber, fc.nat(), stray, saidAfter, ({ lead, written, numbers }, place, mark, after) => {
        const at = 1 + (place % (written.length - 1));
        const text = `Huyện đã nhận ${lead}${written.slice(0, at)}${mark}${written.slice(at)}${after}`;
        const found = citationsOf({ text }).flatMap(({ number }) => (number === null ? [] : [number]));
        expect(numbers, text).toEqual(expect.arrayContaining(found));
      }),
      { numRuns: 4000, seed: 1945 },
    );
  });
});

describe('any text', () => {
  // A pattern that looks back over all before it would not come to an end here.
  test.each([
    '1/',
    '12-QĐ/',
    '218-QĐ/TW',
    '218-QĐ/TW, ',
    'số 1, ',
    '9/2023/',
    'Quyết định 217, ',
    'Nghị quyết này. ',
    'Luật A, ',
    '(“',
  ])('of a megabyte is read: %s', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(extractCitations(passageContext({ text })).length).toBeLessThanOrEqual(text.length / piece.length);
  });

  test('gives numbers in order and apart', () => {
    const unit = fc.constantFrom(...'0123456789/-,. QĐTUWKHsốvà'.split(''), 'QĐ/TW', 'số ', '/2015/', '-KH/TU');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const found = findNumbers(text);
        for (const [i, { start, end }] of found.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
        }
      }),
      { numRuns: 3000, seed: 1945 },
    );
  });
});
