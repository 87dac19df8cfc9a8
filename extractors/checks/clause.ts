/** Words before and after the figures that a quote may take in, so that it can be understood on its own. */
const widestBefore = 140;
const widestAfter = 60;

/**
 * The clause around a place: from the last sentence or item end before it to the next one after it, never cut inside
 * a word. «…; đã giải quyết 11 đơn, còn 01 đơn; …» around «11 đơn» is «đã giải quyết 11 đơn, còn 01 đơn».
 */
export function clauseAround(
  text: string,
  start: number,
  end: number,
  reach: { before?: number; after?: number } = {},
): { start: number; end: number } {
  let from = start;
  const first = Math.max(0, start - (reach.before ?? widestBefore));
  while (from > first && !endsBefore(text, from)) from--;
  if (from === first && first > 0) {
    const space = text.indexOf(' ', from);
    from = space === -1 || space >= start ? start : space + 1;
  }
  while (from < start && /[\s;•*]/.test(text.charAt(from))) from++;

  let to = end;
  const last = Math.min(text.length, end + (reach.after ?? widestAfter));
  while (to < last && !endsAt(text, to)) to++;
  if (to === last && last < text.length && !endsAt(text, to)) {
    const space = text.lastIndexOf(' ', to);
    to = Math.max(space, end);
  }
  while (to > end && /[\s,(]/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Does a sentence or item end just before this offset? A full stop inside a number or code does not. */
function endsBefore(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === ';' || before === '\n' || before === '\t') return true;
  return before === ' ' && /[.!?…]/.test(text.charAt(at - 2));
}

function endsAt(text: string, at: number): boolean {
  const here = text.charAt(at);
  if (here === ';' || here === '\n' || here === '\t') return true;
  return /[.!?…]/.test(here) && (at + 1 >= text.length || /[\s)”"]/.test(text.charAt(at + 1)));
}
