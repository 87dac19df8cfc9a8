/** Where the last clause of a text begins, and what ended the one before it. */
interface ClauseStart {
  at: number;
  endedBy: ';' | '.' | ':' | null;
}

const BREAK = /[“”]|;(?=\s|$)|\.(?=\s{1,3}\p{Lu}|\s{0,3}$)|:\s?(?=\(\d\)|[-+])/gu;

/** Behind the last full stop, semicolon or colon of a list that is not in quotes. */
export function clauseStart(text: string): ClauseStart {
  let start: ClauseStart = { at: 0, endedBy: null };
  let quoted = false;
  for (const match of text.matchAll(BREAK)) {
    const [sign] = match;
    if (sign === '“' || sign === '”') quoted = sign === '“';
    else if (!quoted) start = { at: match.index + sign.length, endedBy: sign.charAt(0) as ';' | '.' | ':' };
  }
  return start;
}

/** Behind the last full stop. */
export function sentenceStart(text: string): number {
  let at = 0;
  for (const match of text.matchAll(/\.(?=\s{1,3}\p{Lu})/gu)) at = match.index + 1;
  return at;
}
