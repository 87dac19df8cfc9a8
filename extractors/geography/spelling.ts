import { fold } from '../text/fold.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * One key for every accepted spelling of a name: case, the place of the tone mark («Hòa», «Hoà»), i and y after a
 * consonant («Vĩ», «Vỹ»), hyphens and blanks do not matter. Other letters and tones do: «Phố» is not «Phổ».
 */
export function spellingKey(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .split(/[\s\-–'’.]+/)
    .filter((syllable) => syllable !== '')
    .map((syllable) => {
      const tone = syllable.match(TONES)?.[0] ?? '';
      const letters = syllable.replace(TONES, '').replace(/(?<=^[^aeiouy]*[^aeiouyq])y$/, 'i');
      return letters + tone;
    })
    .join(' ')
    .normalize('NFC');
}

/** A misread name has lost or changed its marks only: «Phố Hòa» for «Phổ Hòa». */
export const foldedKey = (name: string): string => fold(spellingKey(name)).replace(TONES, '');
