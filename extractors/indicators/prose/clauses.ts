import type { Span } from './figures.ts';

/** How a block of running text falls apart: sentences, their segments (at «;» and around parentheses). */
export interface Layout {
  sentences: readonly Span[];
  /** The innermost stretch without «;», full stop or parenthesis around it that contains a place. */
  segmentAt(at: number): Span;
  sentenceAt(at: number): Span;
}

export function layOut(text: string, sentences: readonly Span[], pairs: ReadonlyMap<number, number>): Layout {
  const sentenceAt = (at: number): Span => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sentences[middle]!.start <= at) low = middle;
      else high = middle - 1;
    }
    return sentences[low] ?? { start: 0, end: text.length };
  };
  const segments = segmentsOf(text, sentences, pairs);
  return { sentences, sentenceAt, segmentAt: (at) => segments.find(at) ?? sentenceAt(at) };
}

interface Segments {
  find(at: number): Span | null;
}

/** One pass with a stack: a segment goes on after a parenthesis inside it. */
function segmentsOf(text: string, sentences: readonly Span[], pairs: ReadonlyMap<number, number>): Segments {
  const owner = new Int32Array(text.length + 1).fill(-1);
  const spans: Span[] = [];
  const closing = new Set(pairs.values());
  for (const sentence of sentences) {
    const stack: number[] = [];
    let current = open(sentence.start);
    for (let at = sentence.start; at < sentence.end; at++) {
      if (pairs.has(at)) {
        stack.push(current);
        current = open(at + 1);
      } else if (closing.has(at) && stack.length > 0) {
        close(current, at);
        current = stack.pop()!;
      } else if (text[at] === ';') {
        close(current, at);
        current = open(at + 1);
      }
      owner[at] = current;
      spans[current]!.end = at + 1;
    }
  }
  return {
    find: (at) => {
      const id = owner[at] ?? -1;
      return id === -1 ? null : spans[id]!;
    },
  };

  function open(at: number): number {
    spans.push({ start: at, end: at });
    return spans.length - 1;
  }

  function close(id: number, at: number): void {
    spans[id]!.end = Math.max(spans[id]!.start, at);
  }
}
