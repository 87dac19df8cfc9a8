import { type AtomContext, type NumberToken, plainToken } from './token.ts';
import { matchUnit } from './units.ts';

const part = / phần (?=\p{L})/uy;

/** «một phần ba số hộ», «hai phần ba đại biểu»: [1, 3], [2, 3]. «một phần» alone is no number. */
export function readWordFraction({ text, atom, atomAt }: AtomContext): NumberToken | null {
  part.lastIndex = atom.end;
  if (!part.test(text)) return null;
  const below = atomAt(part.lastIndex);
  if (below === null || below.form !== 'word' || below.value <= atom.value || below.value < 2) return null;
  const unit = matchUnit(text, below.end, false);
  return { ...plainToken('fraction', atom.start, unit?.end ?? below.end, [atom, below]), unit };
}
