import type { Token } from './tokens.ts';

/** The words of some tokens as they stand; where tokens between them were left out, one blank. */
export function phraseText(text: string, tokens: readonly Token[]): string {
  let out = '';
  let end = tokens[0]?.start ?? 0;
  for (const token of tokens) {
    const gap = text.slice(end, token.start);
    if (out !== '' && gap !== '') out += ' ';
    out += text.slice(token.start, token.end);
    end = token.end;
  }
  return balanced(out.trim());
}

/** A quotation mark whose partner was cut off goes too. */
function balanced(text: string): string {
  const opened = text.split('“').length;
  const closed = text.split('”').length;
  return opened === closed ? text : text.replace(/[“”]/gu, '').trim();
}
