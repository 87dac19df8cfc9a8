/** A piece of a query between blanks: what was typed, before anyone asks what it means. */
export interface Lexeme {
  kind: 'word' | 'phrase' | 'or' | 'field';
  text: string;
  negated: boolean;
  /** Of a field: its name as typed, and whether `=` was typed in place of `:`. */
  field?: string;
  whole?: boolean;
  start: number;
  end: number;
}

export interface Lexemes {
  lexemes: Lexeme[];
  openQuote: string | null;
}

const closing: Record<string, string> = { '"': '"', '“': '”', '”': '”', '„': '”', '«': '»' };
const blank = /\s/;
const alternative = new Set(['OR', 'HOẶC']);
const negation = new Set(['KHÔNG', 'NOT']);

/** Cuts a query (NFC) into pieces. Linear; a quote left open reaches to the end and is told. */
export function lex(text: string, isField: (name: string) => boolean): Lexemes {
  const lexemes: Lexeme[] = [];
  let openQuote: string | null = null;
  let at = 0;
  // KHÔNG in a heading typed in capitals is a word: "KHÔNG ĐỂ XẢY RA ĐIỂM NÓNG"
  const shouted = /\p{Lu}/u.test(text) && !/[\p{Ll}\p{N}]/u.test(text);
  let negated = false;

  const quoted = (from: number): { inner: string; end: number } => {
    const close = closing[text[from]!]!;
    let end = from + 1;
    while (end < text.length && text[end] !== close && text[end] !== '"') end++;
    const inner = text.slice(from + 1, end);
    if (end >= text.length) openQuote = inner;
    return { inner, end: Math.min(end + 1, text.length) };
  };
  const push = (lexeme: Omit<Lexeme, 'negated'>): void => {
    lexemes.push({ ...lexeme, negated });
    negated = false;
  };

  while (at < text.length) {
    const letter = text[at]!;
    if (blank.test(letter)) {
      at++;
      continue;
    }
    const start = at;
    const next = text[at + 1];
    if (letter === '-' && next !== undefined && !blank.test(next) && next !== '-') {
      negated = true;
      at++;
      continue;
    }
    if (letter in closing) {
      const { inner, end } = quoted(at);
      at = end;
      push({ kind: 'phrase', text: inner, start, end });
      continue;
    }
    while (at < text.length && !blank.test(text[at]!) && !(text[at]! in closing)) at++;
    const word = text.slice(start, at);
    const field = /^(\p{L}{1,12})([:=])/u.exec(word);
    if (field && isField(field[1]!)) {
      let value = word.slice(field[0].length);
      if (value === '' && text[at] !== undefined && text[at]! in closing) {
        const { inner, end } = quoted(at);
        value = inner;
        at = end;
      }
      push({ kind: 'field', text: value, field: field[1]!, whole: field[2] === '=', start, end: at });
    } else if (alternative.has(word) && !negated) {
      lexemes.push({ kind: 'or', text: word, negated: false, start, end: at });
    } else if (negation.has(word) && !shouted && text.slice(at).trim() !== '') {
      negated = true;
    } else {
      push({ kind: 'word', text: word, start, end: at });
    }
  }
  return { lexemes, openQuote };
}
