import { isFieldName, readFilter } from './filters.ts';
import { type Lexeme, lex } from './lexer.ts';
import {
  type Clause,
  emptyFilters,
  type Query,
  type QueryProblem,
  QueryTooLongError,
  type Term,
  type Word,
} from './query.ts';
import { type Token, tokenize } from './tokens.ts';

export type { Clause, FieldCondition, Filters, Query, Term, Word } from './query.ts';

export { QueryTooLongError } from './query.ts';

const MOST_CHARACTERS = 4000;
const MOST_TERMS = 64;

interface Operand {
  term: Term;
  required: boolean;
  negated: boolean;
}

/**
 * Reads what a person typed: words, "a phrase", beginnings (`tố cá*`), `-word` or `KHÔNG word`, `OR` or `HOẶC`, and
 * fields (`issuer:"Thành ủy"`, `tu:2023`). Whatever is typed gives a query; only one longer than any person's throws
 * QueryTooLongError. What could not be used stands in `problems`.
 */
export function parseQuery(typed: string): Query {
  if (typed.length > MOST_CHARACTERS) throw new QueryTooLongError('characters', MOST_CHARACTERS);
  const text = typed.normalize('NFC');
  const { lexemes, openQuote } = lex(text, isFieldName);
  const problems: QueryProblem[] = openQuote === null ? [] : [{ code: 'open-quote', value: openQuote }];
  const filters = emptyFilters();
  const operands: (Operand | 'or')[] = [];
  for (let at = 0; at < lexemes.length; at++) {
    const lexeme = lexemes[at]!;
    if (lexeme.kind === 'field') readFilter(lexeme, filters, problems);
    else if (lexeme.kind === 'or') {
      // a condition on the report is no alternative to a word: `cáo loai:"kế hoạch" OR đất`
      if (lexemes[at - 1]?.kind !== 'field') operands.push('or');
    } else if (lexeme.kind === 'phrase') operands.push(...phraseOperand(lexeme));
    else {
      const from = at;
      while (lexemes[at + 1]?.kind === 'word' && !lexemes[at + 1]!.negated && !lexeme.negated) at++;
      operands.push(...wordOperands(text, lexemes.slice(from, at + 1)));
    }
  }
  const { clauses, excluded } = combine(operands);
  if (clauses.length + excluded.length > MOST_TERMS) throw new QueryTooLongError('terms', MOST_TERMS);
  return {
    text,
    clauses: distinct(clauses),
    excluded,
    phrases: phrasesOf(clauses),
    filters,
    order: 'relevance',
    problems,
  };
}

function phraseOperand(lexeme: Lexeme): Operand[] {
  const { tokens, keywords } = tokenize(lexeme.text);
  if (tokens.length === 0) return [];
  const prefix = lexeme.text.endsWith('*');
  const [keyword] = keywords;
  const isKeyword = keyword && keyword.start === tokens[0]!.start && keyword.end === tokens.at(-1)!.end;
  const term = { words: tokens.map(wordOf), keyword: isKeyword && !prefix ? keyword.key : null, prefix };
  return [{ term, required: true, negated: lexeme.negated }];
}

/** Neighbouring plain words are read together, because a number may be typed with blanks: 218 QĐ TW. */
function wordOperands(text: string, lexemes: Lexeme[]): Operand[] {
  const negated = lexemes[0]!.negated;
  const start = lexemes[0]!.start;
  const { tokens, keywords } = tokenize(text.slice(start, lexemes.at(-1)!.end));
  const operands: Operand[] = [];
  let next = 0;
  const take = (to: number): Token[] => {
    const from = next;
    while (next < tokens.length && tokens[next]!.start < to) next++;
    return tokens.slice(from, next);
  };
  const words = (lexeme: Lexeme, taken: Token[]): void => {
    if (taken.length === 0) return;
    const prefix = lexeme.text.endsWith('*');
    operands.push({ term: { words: taken.map(wordOf), keyword: null, prefix }, required: prefix, negated });
  };
  let keyword = 0;
  for (const lexeme of lexemes) {
    const end = lexeme.end - start;
    while (keywords[keyword] && keywords[keyword]!.start < end) {
      const found = keywords[keyword++]!;
      words({ ...lexeme, text: '' }, take(found.start));
      const taken = take(found.end);
      // 218-QĐ* asks for all numbers that begin so
      const prefix = lexeme.text.endsWith('*') && found.end === end - 1;
      const term = { words: taken.map(wordOf), keyword: prefix ? null : found.key, prefix };
      operands.push({ term, required: prefix, negated });
    }
    words(lexeme, take(end));
  }
  return operands;
}

const wordOf = ({ exact, folded }: Token): Word => ({ exact, folded });

/** `a OR b` ties the terms beside it; an OR with nothing on one side is no condition. */
function combine(operands: (Operand | 'or')[]): { clauses: Clause[]; excluded: Term[] } {
  const clauses: Clause[] = [];
  const excluded: Term[] = [];
  let joins = false;
  for (const operand of operands) {
    if (operand === 'or') {
      joins = clauses.length > 0;
      continue;
    }
    const last = clauses.at(-1);
    if (operand.negated) excluded.push(operand.term);
    else if (joins && last) {
      last.anyOf.push(operand.term);
      last.required = true;
    } else clauses.push({ anyOf: [operand.term], required: operand.required });
    joins = false;
  }
  return { clauses, excluded };
}

/** A word typed twice counts once. */
function distinct(clauses: Clause[]): Clause[] {
  const seen = new Map<string, Clause>();
  for (const clause of clauses) {
    const key = JSON.stringify(clause.anyOf);
    const before = seen.get(key);
    if (before) before.required ||= clause.required;
    else seen.set(key, clause);
  }
  return [...seen.values()];
}

/** All the words in the order typed; or, where everything was typed in quotes, each phrase for itself. */
function phrasesOf(clauses: Clause[]): Word[][] {
  if (clauses.some((clause) => clause.anyOf.length > 1 || clause.anyOf[0]!.prefix)) return [];
  const terms = clauses.map((clause) => clause.anyOf[0]!);
  const words = terms.flatMap((term) => term.words);
  const quoted = clauses.every((clause) => clause.required && clause.anyOf[0]!.words.length > 1);
  if (quoted) return terms.filter((term) => term.keyword === null).map((term) => term.words);
  return terms.length > 1 && words.length > 1 ? [words] : [];
}
