import { foldedWords } from './query/tokens.ts';

/**
 * An identity of a directive is `system|scope|issuer|type|ordinal|time`, where time is the term of office or the year,
 * and empty where a mention does not tell it. The stem is all before the time.
 */
export interface Identity {
  stem: string;
  /** Null for a key of another shape: a bare number, a law known by its title. */
  time: string | null;
}

const PARTS = 6;

export function readIdentity(directive: string): Identity {
  const at = directive.lastIndexOf('|');
  if (directive.split('|').length !== PARTS) return { stem: directive, time: null };
  return { stem: directive.slice(0, at), time: directive.slice(at + 1) };
}

/** The same document in a mention that does not tell its time; null where the identity itself tells none. */
export function undated(directive: string): string | null {
  const { stem, time } = readIdentity(directive);
  return time ? `${stem}|` : null;
}

/** A bare number stands for itself until something tells whose it is. */
export const isResolved = (directive: string): boolean => !directive.startsWith('#');

const ORDINALS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'muoi hai'];

/** The ways in which one law, congress or plenum is called, each to one form. */
const FORMS: readonly [RegExp, string | ((...found: string[]) => string)][] = [
  // Luật Đất đai năm 2013, Luật Đất đai (sửa đổi) năm 2024, Luật Đất đai 2024
  [/^(luat|bo luat|phap lenh|hien phap)\b(.*?)(?: sua doi(?: bo sung)?)?(?: nam)? (\d{4})$/, '$1$2 $3'],
  // Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng (Cộng sản Việt Nam)
  [
    /^nghi quyet dai hoi (?:dai bieu )?(?:toan quoc )?(?:lan thu )?([ivxl]+)(?: cua dang(?: cong san viet nam)?)?$/,
    'nghi quyet dai hoi $1',
  ],
  [/^nghi quyet dai hoi dang(?: toan quoc)? lan thu ([ivxl]+)$/, 'nghi quyet dai hoi $1'],
  // Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII
  [
    /^nghi quyet (?:hoi nghi )?(?:trung uong (?:lan thu )?|lan thu )(\d{1,2}|[a-z]+(?: [a-z]+)?)(?: (?:cua )?ban chap hanh trung uong(?: dang)?)? khoa ([ivxl]+)$/,
    (_, plenum = '', term = '') => `nghi quyet trung uong ${numberOf(plenum)} khoa ${term}`,
  ],
];

const numberOf = (word: string): string => (ORDINALS.includes(word) ? String(ORDINALS.indexOf(word) + 1) : word);

/** Key of a document that is known by its title: `~luat tiep cong dan`; one key for all the ways in which it is called. */
export function titleKey(title: string): string {
  const words = foldedWords(title).join(' ');
  for (const [pattern, form] of FORMS) {
    if (pattern.test(words)) return `~${words.replace(pattern, form as string)}`;
  }
  return `~${words}`;
}
