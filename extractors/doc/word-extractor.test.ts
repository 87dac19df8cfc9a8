import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
// @ts-expect-error the package has no types
import WordExtractor from 'word-extractor';
import { readDoc } from './read.ts';

const words = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];

test.each(['an-khanh-2023', 'tan-loi-2023'])(
  '%s: every word that word-extractor finds in the body is read',
  async (name) => {
    const bytes = readFileSync(fileURLToPath(new URL(`../../fixtures/formats/${name}.doc`, import.meta.url)));
    const body: string = (await new WordExtractor().extract(bytes)).getBody({ filterUnicode: false });
    const counts = new Map<string, number>();
    for (const { text } of readDoc(bytes).blocks)
      for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const missing = words(body).filter((word) => {
      const left = counts.get(word) ?? 0;
      counts.set(word, left - 1);
      return left <= 0;
    });
    expect(missing).toEqual([]);
  },
);
