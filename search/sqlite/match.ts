import type { Clause, Term, Word } from '../query/parse.ts';
import type { Spelling } from './passage-lists.ts';

/**
 * The engine's own query language, from terms that hold letters, digits, `.` and `,` only: every word stands in quotes,
 * so nothing a person types is ever read as an operator.
 */
export function termExpression({ words, keyword, prefix }: Term, spelling: Spelling): string {
  if (keyword !== null) return quoted(keyword);
  return `${sequence(words, spelling)}${prefix ? ' *' : ''}`;
}

export function clauseExpression({ anyOf }: Clause, spelling: Spelling): string {
  return anyOf.map((term) => termExpression(term, spelling)).join(' OR ');
}

export function phraseExpression(phrases: readonly Word[][], spelling: Spelling): string {
  return phrases.map((words) => sequence(words, spelling)).join(' AND ');
}

function sequence(words: readonly Word[], spelling: Spelling): string {
  return quoted(words.map((word) => word[spelling]).join(' '));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '')}"`;
