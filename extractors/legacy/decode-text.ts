import type { LegacyEncoding } from './decode.ts';
import { decodeLine } from './decode-line.ts';
import { encodingOfLetters } from './detect.ts';

/** A text without fonts in Unicode, line by line: short lines follow what the longer ones are written in. */
export function decodeLegacyText(text: string): { text: string; converted: number } {
  const lines = text.split(/(\r\n?|\n)/);
  const counts = new Map<LegacyEncoding, number>();
  for (const line of lines) {
    const encoding = encodingOfLetters(line);
    if (encoding) counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
  }
  const [expected] = [...counts.entries()].sort(([, a], [, b]) => b - a)[0] ?? [null];
  if (expected === null) return { text, converted: 0 };
  let converted = 0;
  const decoded = lines.map((line) => {
    const { texts, converted: count } = decodeLine([{ text: line, font: undefined }], expected);
    converted += count;
    return texts.join('');
  });
  return { text: decoded.join(''), converted };
}
