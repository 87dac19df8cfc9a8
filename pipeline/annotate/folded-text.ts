/** A text without blanks and without differences of spelling, and for each of its letters where it stood. */
export interface FoldedText {
  text: string;
  starts: number[];
  ends: number[];
}

/**
 * Makes what stands in a file comparable with what was read of it: blanks, hyphens and capitals tell nothing, a raised
 * "2" was read as "²", and letters with separate accents as whole ones. `at` is where `text` begins; with `escaped` the
 * entities of XML count as the one letter they mean.
 */
export function fold(text: string, at = 0, escaped = false): FoldedText {
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  const pattern = escaped ? /&[^;&\s]{1,10};|\P{M}\p{M}*|\p{M}+/gu : /\P{M}\p{M}*|\p{M}+/gu;
  for (const { 0: cluster, index } of text.matchAll(pattern)) {
    const letter = escaped && cluster.length > 2 && cluster.startsWith('&') ? entity(cluster) : cluster;
    const plain = letter.length === 1 ? plainLetter(letter) : plainOf(letter);
    folded.text += plain;
    for (let i = 0; i < plain.length; i++) {
      folded.starts.push(at + index);
      folded.ends.push(at + index + cluster.length);
    }
  }
  return folded;
}

const plainOf = (letter: string): string =>
  letter.normalize('NFKC').replace(UNTOLD, '').toLowerCase().replaceAll('ð', 'đ');

/** Letters of one unit, of which there are no more than 65,536, are looked up. */
const known = new Map<string, string>();

function plainLetter(letter: string): string {
  let plain = known.get(letter);
  if (plain === undefined) {
    plain = plainOf(letter);
    known.set(letter, plain);
  }
  return plain;
}

/** Word has hyphens of its own (`<w:noBreakHyphen/>`), so none is compared. */
const UNTOLD = /[\s\p{Cf}\p{Cc}\u002D\u2010\u2011]/gu;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(written: string): string {
  const name = written.slice(1, -1);
  const code = /^#x[\da-f]+$/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#\d+$/.test(name)
      ? Number(name.slice(1))
      : 0;
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  return NAMED[name] ?? written;
}
