const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])';
/** Vowels after which a consonant may follow, and those that end the syllable: `ông`, `tiến`, but `ôi`, `hội`. */
const OPEN = '(?:uyê|iê|yê|oă|oa|oe|oo|uâ|uê|uô|uơ|uy|ươ|[aăâeêioôơuưy])';
const CLOSED =
  '(?:uya|uyu|iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|ua|ưa|ưu|ưi|ui|oi|ôi|ơi|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|uê|uơ)';
const CODA = '(?:ng|[cmnpt])';
/** `ch` and `nh` follow these only: `cách`, `lệnh`, `hoạch`. */
const BEFORE_PALATAL = '(?:uê|uy|oa|[aêi])';
const SYLLABLE = new RegExp(`^${ONSET}?(?:${OPEN}${CODA}?|${BEFORE_PALATAL}(?:ch|nh)|${CLOSED})$`);
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

/** The words without a first consonant that reports use; other syllables like these are the rest of a broken word. */
const WITHOUT_ONSET = new Set(
  (
    'ai ám an án ang ao áo áp anh ánh ảnh ảo ăn ân ấn ấp ấy âm ấm âu em éo ép ê ế êm ích ít in ong ô ồ ổ ông ôn ổn ống ôi ốm ' +
    'ở ơn oan oai oanh u ủ úng ùn uy úy ủy uỷ út uốn uống ưa ưng ứng ước ướt ưu ức ương ướm y ý ỷ yên yêu yếu yểm yết'
  ).split(' '),
);

/** Is this a word by itself, or only with a consonant before it (`ười`, `iến`)? */
export function standsAlone(word: string): boolean {
  const small = word.normalize('NFC').toLowerCase();
  return new RegExp(`^${ONSET}`).test(small) || WITHOUT_ONSET.has(small);
}
