import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { issuerCodes, issuerOfCode, typeCodes, typeOfLetters } from './codes.ts';
import { findNumbers } from './grammar.ts';
import { rulesOf } from './rules.ts';
import { citationLine, citationsOf, type Passage } from './testing/passage.ts';

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/corpora/citations/${name}.json`, import.meta.url), 'utf8')) as T;

describe('the data', () => {
  test.each(typeCodes)('type $letters is read from $example', (type) => {
    const [number, ...more] = findNumbers(`${type.names[0]} số ${type.example}`);
    expect(number?.typeLetters).toBe(type.letters);
    expect(more).toEqual([]);
    for (const spelling of type.variants ?? []) expect(typeOfLetters(spelling), spelling).toBe(type);
    expect(type.variants ?? []).not.toContain(type.letters);
  });

  test.each(issuerCodes)('issuer $code is read from $example', (issuer) => {
    const [number] = findNumbers(`Văn bản số ${issuer.example}`);
    const bodies = number?.issuerCode.split('-').map((code) => issuerOfCode(code));
    expect(bodies).toContain(issuer);
    for (const code of issuer.variants ?? []) expect(issuerOfCode(code), code).toBe(issuer);
    expect((issuer.from ?? 0) <= (issuer.to ?? 9999)).toBe(true);
  });

  test('no letters stand for two entries', () => {
    for (const codes of [
      typeCodes.map((type) => [type.letters, ...(type.variants ?? [])]),
      issuerCodes.map((issuer) => [issuer.code, ...(issuer.variants ?? [])]),
    ]) {
      const all = codes.flat();
      expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([]);
    }
  });
});

describe('a sentence for every code', () => {
  const sentences = fixture<{ text: string; cited: string[] }[]>('codes');
  test.each(sentences)('$text', ({ text, cited }) => {
    expect(citationsOf({ text }).map(({ type, number }) => `${type} ${number}`)).toEqual(cited);
  });

  test('none is left out', () => {
    const all = sentences.flatMap(({ text }) => findNumbers(text));
    const types = new Set(all.map(({ typeLetters }) => typeLetters));
    const issuers = new Set(
      all.flatMap(({ issuerCode }) => issuerCode.split('-').map((code) => issuerOfCode(code)?.code)),
    );
    expect(typeCodes.filter(({ letters }) => !types.has(letters)).map(({ letters }) => letters)).toEqual([]);
    expect(issuerCodes.filter(({ code }) => !issuers.has(code)).map(({ code }) => code)).toEqual([]);
  });
});

describe('strings that only look like one', () => {
  test.each(fixture<string[]>('near-misses'))('%s', (text) => {
    expect(citationsOf({ text }).map(({ quote }) => quote)).toEqual([]);
  });
});

describe('a mention as it is written', () => {
  test.each(fixture<(Passage & { name: string; citations: string[] })[]>('forms'))(
    '$name',
    ({ citations, ...passage }) => {
      expect(citationsOf(passage).map(citationLine)).toEqual(citations);
    },
  );
});

describe('shorthand', () => {
  const cases = fixture<(Passage & { name: string; mentions: string[] })[]>('shorthands');
  test.each(cases)('$name', ({ mentions, ...passage }) => {
    const found = citationsOf(passage).filter(({ shorthand }) => shorthand);
    expect(
      found.map(({ quote, number, unlinkedReason }) => `${quote} ${number ? `= ${number}` : `? ${unlinkedReason}`}`),
    ).toEqual(mentions);
    for (const { number, inferred } of found) expect(inferred).toEqual(number ? ['number'] : []);
  });
});

describe('passages of other bodies', () => {
  const cases = fixture<(Passage & { name: string; citations: string[] })[]>('other-bodies');
  test.each(cases)('$name', ({ citations, ...passage }) => {
    expect(citationsOf(passage).map(citationLine)).toEqual(citations);
  });
});

describe('the real document', () => {
  interface Pair {
    name: string;
    a: Passage;
    b: Passage;
    /** Null: one of the two is unsure, and stands alone. */
    same: boolean | null;
  }
  test.each(fixture<Pair[]>('identities'))('$name', ({ a, b, same }) => {
    const [first, second] = [a, b].map((passage) => citationsOf(passage)[0]?.directive ?? null);
    if (same === null) expect([first, second]).toContain(null);
    else {
      expect([first, second]).not.toContain(null);
      expect(first === second, `${first} ${second}`).toBe(same);
    }
  });
});

test('the rules behind a mention have names', () => {
  const rules = (text: string) => {
    const [citation] = citationsOf({ text });
    return citation ? rulesOf(citation, text).join(' ') : '';
  };
  expect(rules('Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị về “Học tập”')).toBe(
    'party date-behind issuer-behind title-quoted',
  );
  expect(rules('Tỉnh ủy đã ban hành Kế hoạch số 12-KH/TU về chuyển đổi số.')).toBe('party issuer-before title-subject');
  expect(rules('Quyết định số 217, 218-QĐ/TW')).toBe('party list');
  expect(rules('Kết luận 54 được phổ biến.')).toBe('shorthand no-antecedent');
  expect(rules('theo Luật Đất đai năm 2024')).toBe('named');
});
