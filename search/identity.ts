import { foldedWords } from './query/tokens.ts';

/**
 * An identity of a directive is `system|scope|issuer|type|ordinal|time`, where time is the term of office or the year,
 * and empty where a mention does not tell it. The stem is all before the time.
 */
export interface Identity {
  stem: string;
  /** Null for a key of another shape: a bare number, a law known by its title. */
  time: string | null;
}

const PARTS = 6;

export function readIdentity(directive: string): Identity {
  const at = directive.lastIndexOf('|');
  if (directive.split('|').length !== PARTS) return { stem: directive, time: null };
  return { stem: directive.slice(0, at), time: directive.slice(at + 1) };
}

/** The same document in a mention that does not tell its time; null where the identity itself tells none. */
export function undated(directive: string): string | null {
  const { stem, time } = readIdentity(directive);
  return time ? `${stem}|` : null;
}

/** A bare number stands for itself until something tells whose it is. */
export const isResolved = (directive: string): boolean => !directive.startsWith('#');

/** Key of a document that is known by its title: `~luat tiep cong dan`. */
export const titleKey = (title: string): string => `~${foldedWords(title).join(' ')}`;
