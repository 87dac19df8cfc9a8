export interface Excerpt {
  text: string;
  highlights: [number, number][];
  /** Whether something was left out before and behind. */
  cut: [boolean, boolean];
}

/**
 * The part of a passage around its first highlight, at most `length` UTF-16 units, cut between words; its highlights
 * counted from its own beginning.
 */
export function excerptOf(text: string, highlights: readonly (readonly [number, number])[], length: number): Excerpt {
  if (text.length <= length) return { text, highlights: highlights.map(([a, b]) => [a, b]), cut: [false, false] };
  const first = highlights[0]?.[0] ?? 0;
  const wanted = Math.max(0, Math.min(first - Math.floor(length / 3), text.length - length));
  const from = wanted === 0 ? 0 : wordStart(text, wanted);
  const most = Math.min(text.length, from + length);
  const blank = most === text.length ? most : text.lastIndexOf(' ', most);
  const to = blank > from ? blank : most;
  return {
    text: text.slice(from, to),
    highlights: highlights
      .filter(([start, end]) => end > from && start < to)
      .map(([start, end]) => [Math.max(start, from) - from, Math.min(end, to) - from]),
    cut: [from > 0, to < text.length],
  };
}

/** Behind the next blank, unless the word is longer than any word. */
function wordStart(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank >= 0 && blank - at < 40 ? blank + 1 : at;
}
