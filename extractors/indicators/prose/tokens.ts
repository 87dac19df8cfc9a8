import type { Figure } from './figure.ts';
import type { Span } from './figures.ts';
import { keyOf } from './word-key.ts';

/** A word, a mark of punctuation, a stretch that names a time, or a whole string of figures with its unit. */
export interface Token extends Span {
  kind: 'word' | 'mark' | 'time' | 'figure';
  /** Of a word, its spelling key; of a mark, itself; else empty. */
  key: string;
  /** Begins with a capital. */
  capital: boolean;
  /** Between quotation marks: «“Tiếng dân, lòng dân”» is one name. */
  quoted: boolean;
  /** First token of a sentence. */
  opens: boolean;
  /** Behind a mark that begins an item or a clause: its capital is not its own. */
  afterMark: boolean;
  /** Figures of a figure token, by their index: a fraction has two. */
  figures: number[];
  /** Of a parenthesis, the index of its counterpart; -1 where it has none, and for all else. */
  pair: number;
}

const piece = /[\p{L}\p{N}²³%‰]+(?:[-/&.'’][\p{L}\p{N}]+)*|[^\s]/gu;

/** The text as tokens: times and figures are one token each, whatever stands inside them. */
export function tokensOf(
  text: string,
  figures: readonly Figure[],
  times: readonly Span[],
  sentences: readonly Span[],
): Token[] {
  const tokens: Token[] = [];
  const wholes = [...groups(figures), ...times.map(({ start, end }) => ({ start, end, figures: null }))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  let nextWhole = 0;
  let nextSentence = 0;
  let quoted = false;
  const add = (token: Omit<Token, 'opens' | 'afterMark' | 'quoted' | 'pair'>) => {
    const opens = nextSentence < sentences.length && token.start >= sentences[nextSentence]!.start;
    if (opens) {
      while (nextSentence < sentences.length && token.start >= sentences[nextSentence]!.start) nextSentence++;
      quoted = false;
    }
    const last = tokens.at(-1);
    const afterMark = opens || (last !== undefined && last.kind === 'mark' && /^[-–+*•:.]$/u.test(last.key));
    tokens.push({ ...token, opens, afterMark, quoted, pair: -1 });
  };
  piece.lastIndex = 0;
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const start = match.index;
    while (nextWhole < wholes.length && wholes[nextWhole]!.end <= start) nextWhole++;
    const whole = wholes[nextWhole];
    if (whole !== undefined && whole.start < start + match[0].length && whole.end > start) {
      // What hangs on in front of a whole («(5», «“3») is a token of its own.
      // «112 bé trai/100 bé gái»: the stroke is no letter of «trai».
      const before = text.slice(start, whole.start).replace(/[-/&.'’]+$/u, '').length;
      if (before > 0) addPiece(text, start, start + before);
      add({
        kind: whole.figures === null ? 'time' : 'figure',
        start: whole.start,
        end: whole.end,
        key: '',
        capital: false,
        figures: whole.figures ?? [],
      });
      piece.lastIndex = whole.end;
      nextWhole++;
      continue;
    }
    addPiece(text, start, start + match[0].length);
  }
  return paired(tokens);

  function addPiece(source: string, start: number, end: number): void {
    const raw = source.slice(start, end);
    if (/^[“”"]$/u.test(raw)) {
      const closes = raw === '”' || (raw === '"' && quoted);
      if (closes) quoted = false;
      add({ kind: 'mark', start, end, key: raw, capital: false, figures: [] });
      if (!closes) quoted = true;
      return;
    }
    const word = /[\p{L}\p{N}]/u.test(raw);
    add({
      kind: word ? 'word' : 'mark',
      start,
      end,
      key: word ? keyOf(raw) : raw,
      capital: /^\p{Lu}/u.test(raw),
      figures: [],
    });
  }
}

/** Figures of one string of numbers stand together: «03 lượt/03 người/03 vụ việc». */
function groups(figures: readonly Figure[]): (Span & { figures: number[] | null })[] {
  const found: { start: number; end: number; figures: number[]; token: unknown }[] = [];
  figures.forEach((figure, index) => {
    const last = found.at(-1);
    if (last !== undefined && last.token === figure.token) {
      last.figures.push(index);
      last.end = Math.max(last.end, figure.end);
    } else found.push({ start: figure.start, end: figure.end, figures: [index], token: figure.token });
  });
  return found;
}

function paired(tokens: Token[]): Token[] {
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.opens) open.length = 0;
    if (token.key === '(' && token.kind === 'mark') open.push(index);
    else if (token.key === ')' && token.kind === 'mark') {
      const start = open.pop();
      if (start === undefined) return;
      token.pair = start;
      tokens[start]!.pair = index;
    }
  });
  return tokens;
}
