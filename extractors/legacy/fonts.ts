import type { LegacyEncoding } from './decode.ts';

interface LegacyFont {
  encoding: Extract<LegacyEncoding, 'tcvn3' | 'vni'>;
  /** `.VnTimeH` draws small letters as capitals. */
  isCapital: boolean;
}

/** The old encoding of a font's letters: `.VnTime`, `.VnArial NarrowH`, `VNI-Times`; null for fonts of Unicode. */
export function legacyFont(name: string | undefined): LegacyFont | null {
  if (name === undefined) return null;
  // A subset in a PDF is called "ABCDEF+.VnTime".
  const bare = name.replace(/^[A-Z]{6}\+/, '');
  if (/^\.Vn\w/i.test(bare))
    return { encoding: 'tcvn3', isCapital: /H(?:[\s,-]*(?:Bold|Italic|Regular))*$/.test(bare) };
  if (/^VNI[-\s]?[A-Z]/i.test(bare)) return { encoding: 'vni', isCapital: false };
  return null;
}
