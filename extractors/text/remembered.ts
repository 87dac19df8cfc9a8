/** What one reading may keep, in letters: enough for a report of some hundred pages, little beside what it weighs itself. */
const MOST_LETTERS = 2_000_000;

const all: (() => void)[] = [];

/**
 * A pure reading of a text, kept while one report is worked on: figures, sums and shares of one paragraph are looked for
 * by several extractors, and each begins by reading its numbers.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let letters = 0;
  const forget = (): void => {
    known.clear();
    letters = 0;
  };
  all.push(forget);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    letters += text.length;
    if (letters > MOST_LETTERS) forget();
    known.set(text, result);
    return result;
  };
}

/** The next report has other texts. */
export function forgetTexts(): void {
  for (const forget of all) forget();
}
