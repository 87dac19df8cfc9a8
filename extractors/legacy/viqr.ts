const SHAPES: Readonly<Record<string, string>> = { '^': '\u0302', '(': '\u0306', '+': '\u031B' };
const TONES: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};
/** Which letters take which sign: `a^`, `a(`, `e^`, `o^`, `o+`, `u+`. */
const TAKES: Readonly<Record<string, string>> = { '^': 'aeo', '(': 'a', '+': 'ou' };
const LETTER = /[A-Za-z]/;

/** `nhie^.m vu.` → `nhiệm vụ`. A backslash before a sign says that it is only a sign. */
export function decodeViqr(text: string): string {
  let decoded = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const following = text.charAt(at + 1);
    if (char === '\\' && /[\^(+'`?~.\\dD]/.test(following)) {
      decoded += following;
      at++;
    } else if (/[dD]/.test(char) && /[dD]/.test(following)) {
      decoded += char === 'd' ? 'đ' : 'Đ';
      at++;
    } else if (/[aeiouyAEIOUY]/.test(char)) {
      const shape = TAKES[following]?.includes(char.toLowerCase()) ? following : '';
      const tone = toneAt(text, at + 1 + shape.length);
      decoded += (char + (SHAPES[shape] ?? '') + (TONES[tone] ?? '')).normalize('NFC');
      at += shape.length + tone.length;
    } else decoded += char;
  }
  return decoded;
}

/**
 * A tone inside a word is one. At the end of a word a dot or a question mark may also end the sentence: it is a tone
 * where the sentence goes on with a small letter or another sign («nhiệm vu. tro.ng ta^m», «thi ddua, phu.c vu.;»).
 */
function toneAt(text: string, at: number): string {
  const sign = text.charAt(at);
  if (!(sign in TONES)) return '';
  const rest = text.slice(at + 1, at + 9);
  if (LETTER.test(rest.charAt(0)) || sign === '`' || sign === '~') return sign;
  if (sign === "'") return sign;
  return /^\s*(?:[a-z]|\d)/.test(rest) || /^[,;:)–-]/.test(rest) || /^[.?!](?![.?!])/.test(rest) ? sign : '';
}
