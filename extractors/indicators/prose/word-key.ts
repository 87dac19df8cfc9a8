import { spellingKey } from '../../geography/spelling.ts';

const keys = new Map<string, string>();

/** One key for both places of the tone mark: «hoà giải», «hòa giải». */
export function keyOf(word: string): string {
  let key = keys.get(word);
  if (key === undefined) {
    key = spellingKey(word);
    if (keys.size < 50_000) keys.set(word, key);
  }
  return key;
}
