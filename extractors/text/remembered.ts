/** So many letters of texts are held; a report of two hundred pages has half a million. */
const MOST_LETTERS = 1_000_000;

/**
 * A pure reading of a text, kept for the texts asked about last: figures, sums and shares of one paragraph are looked for
 * by several extractors, and each begins by reading its numbers.
 */
export function remembered<T extends object>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let held = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (held + text.length > MOST_LETTERS) {
      known.clear();
      held = 0;
    }
    known.set(text, result);
    held += text.length;
    return result;
  };
}
