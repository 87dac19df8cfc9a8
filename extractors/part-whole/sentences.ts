export interface Range {
  start: number;
  end: number;
}

/** Sentences of a block. A full stop inside a number, a code or an abbreviation of one letter does not end one. */
export function sentencesOf(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]+[”")]*\s+(?=[\p{Lu}\d“"(+*-])|\n+/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (/(?:^|[\s(])(?:đ\/c|TP|Tp|v\.v|\p{Lu})\.?$/u.test(text.slice(Math.max(0, match.index - 5), match.index)))
      continue;
    if (end > start) found.push({ start, end });
    start = match.index + match[0].length;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

/** For every «(» the place of its «)»; unmatched ones are left out. Linear, nesting included. */
export function parentheses(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') open.push(at);
    else if (char === ')') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, at);
    }
  }
  return pairs;
}
