import { remembered } from '../text/remembered.ts';

/** A piece of a block's text; `text` is `block.text.slice(start, end)`. */
export interface Piece {
  start: number;
  end: number;
  text: string;
}

/** Sentences end at a stop before a capital; not inside «1.500», «TP. Hải Phòng», «Q. Hồng Bàng». */
export function sentencesOf(text: string, from = 0): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (const stop of text.matchAll(/(?<![.!?…])[.!?…]+["”)]?(?:\s+(?=["“(]?[\p{Lu}\d+-])|\s*$)/gu)) {
    if (stop.index < start || isAbbreviation(text, stop.index)) continue;
    push(pieces, text, start, stop.index);
    start = stop.index + stop[0].length;
  }
  push(pieces, text, start, text.length);
  return pieces;
}

const isAbbreviation = (text: string, dot: number): boolean =>
  text.charAt(dot + 1) !== '.' &&
  /(?:^|[\s(])(?:TP|TX|TT|Q|P|H|X|Tp|Mr|GS|TS|PGS|ThS|BS|đ\/c|[A-Z])$/.test(text.slice(Math.max(0, dot - 5), dot));

const TURN = /;\s*|,\s*(?=(?:tuy nhiên|song|nhưng|trong khi đó)[ ,])/g;

/** Clauses of a sentence: halves of a semicolon, and what follows «, tuy nhiên». Brackets and quotation marks stay whole. */
export function clausesOf(sentence: Piece): Piece[] {
  const blank = blankAsides(sentence.text);
  const pieces: Piece[] = [];
  let from = 0;
  for (const turn of blank.matchAll(TURN)) {
    push(pieces, sentence.text, from, turn.index, sentence.start);
    from = turn.index + turn[0].length;
  }
  push(pieces, sentence.text, from, sentence.text.length, sentence.start);
  return pieces.map(withoutConnective);
}

const CONNECTIVE = /^(?:tuy nhiên|song|nhưng|đồng thời|bên cạnh đó|ngoài ra|mặt khác|và|trong khi đó),? +/i;

function withoutConnective(piece: Piece): Piece {
  const found = CONNECTIVE.exec(piece.text);
  if (!found || /^đồng thời/i.test(found[0])) return piece;
  return { start: piece.start + found[0].length, end: piece.end, text: piece.text.slice(found[0].length) };
}

/** What stands in brackets or quotation marks says nothing of the sentence around it: titles of papers, asides. */
export const blankAsides: (text: string) => string = remembered((text) =>
  text.replace(/“[^”]{0,600}”|"[^"]{0,600}"|\([^()]{0,400}\)/g, (aside) => ' '.repeat(aside.length)),
);

/** Cut at `at`; both halves keep their place in the block. */
export function cut(piece: Piece, at: number): [Piece, Piece] {
  const halves: Piece[] = [];
  push(halves, piece.text, 0, at, piece.start);
  push(halves, piece.text, at, piece.text.length, piece.start);
  return [halves[0] ?? piece, halves[1] ?? piece];
}

function push(pieces: Piece[], text: string, from: number, to: number, offset = 0): void {
  let start = from;
  let end = to;
  while (start < end && /[\s;,:]/.test(text.charAt(start))) start++;
  while (end > start && /[\s;,:.…]/.test(text.charAt(end - 1))) end--;
  if (start < end) pieces.push({ start: start + offset, end: end + offset, text: text.slice(start, end) });
}
