import { encodingOfLetters, isUnicodeVietnamese } from '../legacy/detect.ts';

/**
 * The text of a file that does not say how it is encoded: UTF-8 or UTF-16 where it can be, else one of the 8-bit
 * encodings of Vietnamese, told by what its words are then: Windows-1258, or western letters that are TCVN3 or VNI
 * (these stay as they are here: each line is converted where it is read). Null for bytes that are no such text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  if (hasControls(bytes)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return eightBit(bytes);
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

function eightBit(bytes: Uint8Array): string | null {
  const western = new TextDecoder('windows-1252').decode(bytes);
  if (encodingOfLetters(western) !== null) return western;
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  // Tones of their own after their vowels (`ê\u0301`): no other text has them everywhere.
  return isUnicodeVietnamese(vietnamese) && encodingOfLetters(western, 'vni') === null ? vietnamese : null;
}

/** Control characters that no text has: tabs, line ends, page breaks and the hyphens of Word may stand in one. */
function hasControls(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte < 30)) return true;
  return false;
}
