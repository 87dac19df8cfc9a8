import { describe, expect, test } from 'vitest';
import cells from '../../fixtures/corpora/numerals/cells.json' with { type: 'json' };
import noTokens from '../../fixtures/corpora/numerals/no-tokens.json' with { type: 'json' };
import notNumbers from '../../fixtures/corpora/numerals/not-numbers.json' with { type: 'json' };
import tokens from '../../fixtures/corpora/numerals/tokens.json' with { type: 'json' };
import values from '../../fixtures/corpora/numerals/values.json' with { type: 'json' };
import { parseNumber } from './parse.ts';
import { parseRoman } from './roman.ts';
import { scanNumbers } from './scan.ts';
import table from './units.json' with { type: 'json' };
import { matchUnit } from './units.ts';

describe('one number', () => {
  test.each(values)('$value', ({ value, spellings, step, form }) => {
    for (const spelling of spellings) {
      const read = parseNumber(spelling);
      expect(read, spelling).toMatchObject({ value, raw: spelling });
      if (step !== undefined) expect(read?.step, spelling).toBeCloseTo(step, 9);
      expect(read?.form === 'malformed', spelling).toBe(form === 'malformed');
    }
  });

  test.each(cells)('cell «$cell»', ({ cell, value, alternatives }) => {
    const read = parseNumber(cell, { cell: true });
    expect(read?.value).toBe(value);
    expect(read?.alternatives).toEqual(alternatives);
  });

  test.each(notNumbers)('«%s» is none', (raw) => {
    expect(parseNumber(raw)).toBeNull();
  });

  test('keeps leading zeros apart from value', () => {
    expect(parseNumber('03')?.leadingZero).toBe(true);
    expect(parseNumber('0,29')?.leadingZero).toBe(false);
  });

  test('Roman numerals', () => {
    expect(['I', 'IV', 'IX', 'XIII', 'XVI', 'XL', 'IIX', 'VX', 'MIX', ''].map(parseRoman)).toEqual([
      1,
      4,
      9,
      13,
      16,
      40,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('numbers in a text', () => {
  test.each(tokens)('$text', ({ text, tokens: expected }) => {
    const found = scanNumbers(text);
    expect(
      found.map((token) => [
        token.class,
        text.slice(token.start, token.end),
        token.values.map((value) => value.value),
        token.unit?.unit ?? null,
        token.qualifier?.text ?? null,
      ]),
    ).toEqual(
      expected.map(([kind, raw, numbers, unit = null, qualifier = null]) => [kind, raw, numbers, unit, qualifier]),
    );
    for (const token of found) {
      for (const value of token.values) expect(text.slice(value.start, value.end)).toBe(value.raw);
      if (token.unit !== null) expect(text.slice(token.unit.start, token.unit.end)).toBe(token.unit.text);
    }
  });

  test.each(noTokens)('nothing in «%s»', (text) => {
    expect(scanNumbers(text)).toEqual([]);
  });

  test('tokens never overlap, whatever the text', () => {
    const hostile = [
      '1.'.repeat(4000),
      '9'.repeat(9000),
      '1/'.repeat(4000),
      '12-Q'.repeat(2000),
      'ba '.repeat(3000),
      ', 5 và'.repeat(1500),
    ];
    for (const text of hostile) {
      let end = 0;
      for (const token of scanNumbers(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        end = token.end;
      }
    }
  });
});

describe('the table of units', () => {
  test('names each unit once and finds it again', () => {
    const names = Object.values(table).flat();
    expect(new Set(names).size).toBe(names.length);
    for (const [family, units] of Object.entries(table)) {
      for (const name of units) expect(matchUnit(` ${name}.`, 0), name).toMatchObject({ text: name, family });
    }
  });
});
