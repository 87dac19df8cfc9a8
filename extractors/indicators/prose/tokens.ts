import { isBlank, isCapital, isLetterOrNumeral } from '../../text/letters.ts';
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
  figures: readonly number[];
  /** Of a parenthesis, the index of its counterpart; -1 where it has none, and for all else. */
  pair: number;
}

/** Where the piece that begins at `start` ends: a word with what is joined to it («H’Mông», «30/4»), or a sign. */
function endOfPiece(text: string, start: number): number {
  let end = start;
  while (end < text.length && (isLetterOrNumeral(text.charCodeAt(end)) || '%‰'.includes(text[end]!))) end++;
  if (end === start) return start + String.fromCodePoint(text.codePointAt(start)!).length;
  while (end + 1 < text.length && "-/&.'’".includes(text[end]!) && isLetterOrNumeral(text.charCodeAt(end + 1))) {
    end++;
    while (end < text.length && isLetterOrNumeral(text.charCodeAt(end))) end++;
  }
  return end;
}

/** What a word or a sign is wherever it stands. */
type Look = Pick<Token, 'kind' | 'key' | 'capital'>;

const looks = new Map<string, Look>();

function lookOf(raw: string): Look {
  let look = looks.get(raw);
  if (look === undefined) {
    const word = /[\p{L}\p{N}]/u.test(raw);
    look = { kind: word ? 'word' : 'mark', key: word ? keyOf(raw) : raw, capital: isCapital(raw.charCodeAt(0)) };
    if (looks.size < 50_000) looks.set(raw, look);
  }
  return look;
}

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
  const add = ({ kind, key, capital }: Look, start: number, end: number, members: readonly number[]) => {
    const opens = nextSentence < sentences.length && start >= sentences[nextSentence]!.start;
    if (opens) {
      while (nextSentence < sentences.length && start >= sentences[nextSentence]!.start) nextSentence++;
      quoted = false;
    }
    const last = tokens[tokens.length - 1];
    const afterMark = opens || (last !== undefined && last.kind === 'mark' && afterWhich.has(last.key));
    tokens.push({ start, end, kind, key, capital, quoted, opens, afterMark, figures: members, pair: -1 });
  };
  for (let start = 0, next = 0; start < text.length; start = next) {
    next = start + 1;
    if (isBlank(text.charCodeAt(start))) continue;
    next = endOfPiece(text, start);
    while (nextWhole < wholes.length && wholes[nextWhole]!.end <= start) nextWhole++;
    const whole = wholes[nextWhole];
    if (whole !== undefined && whole.start < next && whole.end > start) {
      // What hangs on in front of a whole («(5», «“3») is a token of its own.
      // «112 bé trai/100 bé gái»: the stroke is no letter of «trai».
      const before = text.slice(start, whole.start).replace(/[-/&.'’]+$/u, '').length;
      if (before > 0) addPiece(start, start + before);
      add(whole.figures === null ? TIME : FIGURE, whole.start, whole.end, whole.figures ?? NONE);
      next = whole.end;
      nextWhole++;
      continue;
    }
    addPiece(start, next);
  }
  return paired(tokens);

  function addPiece(start: number, end: number): void {
    const raw = text.slice(start, end);
    const quote = raw === '“' || raw === '”' || raw === '"';
    const closes = raw === '”' || (raw === '"' && quoted);
    if (closes) quoted = false;
    add(lookOf(raw), start, end, NONE);
    if (quote && !closes) quoted = true;
  }
}

const NONE: readonly number[] = [];
const TIME: Look = { kind: 'time', key: '', capital: false };
const FIGURE: Look = { kind: 'figure', key: '', capital: false };
const afterWhich: ReadonlySet<string> = new Set('-–+*•:.');

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
