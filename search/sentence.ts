const WINDOW = 300;
const BOUNDARY = /[.;!?…]\s+(?=[\p{Lu}\p{N}"“–-])|[\n\t]/gu;

/**
 * The sentence (or cell) around a place in a text, for a reader who wants to know what is said there. Endless ones are
 * cut at a blank, some 300 letters away.
 */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  const from = Math.max(0, start - WINDOW);
  const before = [...text.slice(from, start).matchAll(BOUNDARY)].at(-1);
  const cutBefore = from === 0 ? 0 : from + Math.max(0, text.slice(from, start).indexOf(' ') + 1);
  const to = Math.min(text.length, end + WINDOW);
  const after = text.slice(end, to).search(BOUNDARY);
  const cutAfter = to === text.length ? to : Math.max(end, text.lastIndexOf(' ', to));
  const stop = after === -1 ? cutAfter : end + after + (/[\n\t]/.test(text[end + after]!) ? 0 : 1);
  return { start: before ? from + before.index + before[0].length : cutBefore, end: stop };
}
