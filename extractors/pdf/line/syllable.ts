const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])';
const NUCLEUS =
  '(?:uyê|uya|uyu|iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|uâ|uê|uô|uơ|uy|ua|ưa|ươ|ưu|ưi|ui|oa|oă|oe|oi|oo|ôi|ơi|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|yê|[aăâeêioôơuưy])';
const CODA = '(?:ch|ng|nh|[cmnpt])';
const SYLLABLE = new RegExp(`^${ONSET}?${NUCLEUS}${CODA}?$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Could this be one Vietnamese syllable? `Người` could, `Tậpthể` and `cơở` could not. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD');
  if ((apart.match(TONES) ?? []).length > 1) return false;
  return SYLLABLE.test(apart.replace(TONES, '').normalize('NFC'));
}

export function hasVowel(letters: string): boolean {
  return /[aeiouy]/i.test(letters.normalize('NFD'));
}
