const all: Map<string, object>[] = [];

/**
 * A pure reading of a text, kept while one report is worked on: figures, sums and shares of one paragraph are looked for
 * by several extractors, and each begins by reading its numbers.
 */
export function remembered<T extends object>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  all.push(known);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    known.set(text, result);
    return result;
  };
}

/** The next report has other texts. */
export function forgetTexts(): void {
  for (const known of all) known.clear();
}
