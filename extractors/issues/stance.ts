import { remembered } from '../text/remembered.ts';

/** How residents stand to a matter, in the report's own word class. */
export type Stance = 'bức xúc' | 'mong muốn' | 'kiến nghị' | 'lo lắng' | 'đồng tình' | 'quan tâm';

export interface StanceWord {
  stance: Stance;
  start: number;
  end: number;
}

/** Patterns over folded text; «Liên đoàn Lao động tỉnh» folds to «… lao dong tinh». */
const WORDS: readonly [Stance, RegExp][] = [
  [
    'bức xúc',
    /(?:chua|khong) (?:dong tinh|dong thuan|thong nhat voi|nhat tri)|buc xuc|noi com|bat binh|phan nan|keu ca|phan doi|khieu kien/g,
  ],
  ['mong muốn', /mong muon|mong moi|mong (?=duoc|som|cac|chinh quyen|co quan|nha nuoc|dang)|nguyen vong|tam tu/g],
  [
    'kiến nghị',
    /kien nghi|de nghi|de xuat|phan anh|thac mac|co (?:nhieu |mot so )?y kien (?:ve|lien quan den)(?! (?:du thao|viec xay dung|noi dung du thao))|(?<!(?:tham gia|phieu|y kien|lay y kien|duoc|hoi nghi|to chuc) )gop y(?! (?:xay dung|du thao|vao|cho|doi voi|van kien|phan bien))/g,
  ],
  [
    'lo lắng',
    /lo lang|ban khoan|lo ngai|lo so|quan ngai|hoang mang|noi lo|moi lo(?! lang)|(?:chua|khong)(?: that su| thuc su| duoc)? (?:yen tam|an tam)/g,
  ],
  [
    'đồng tình',
    /(?<!(?:lao|hoat|van|tac|hanh|xuc|khoi|bien|nang|chu) )dong tinh|ung ho|dong thuan|phan khoi|vui mung|danh gia cao|ghi nhan|tin tuong|hoan nghenh|(?<!(?:chua|khong|that su|thuc su|de) )yen tam|thong nhat (?:chu truong|cao)|hai long/g,
  ],
  ['quan tâm', /quan tam/g],
];

/** An authority that attends to something: «quan tâm chỉ đạo», «được quan tâm đầu tư», «sự quan tâm của …». */
const ATTENDS =
  /^quan tam(?:,)? (?:chi dao|lanh dao|dau tu|giai quyet|tao dieu kien|cham lo|cham soc|ho tro|thuc hien|trien khai|phoi hop|xay dung|bo tri|dung muc|giup do|dong vien|thao go|cua |phat trien|cong tac|day manh|boi duong|huong dan|bao ve|tham hoi|nang cao|den cong tac|toi cong tac)/;
/** Money and work given: «ủng hộ Quỹ Vì người nghèo», «ủng hộ 1.200 ngày công». */
const GIVES =
  /^ung ho (?:quy|so tien|\d|kinh phi|ngay cong|dong bao|gia dinh|cac tinh|vung|tien|hon|tren|gan|nguoi ngheo|xay dung (?:nha|quy))/;

/** The words of stance in a folded clause, in order. */
export const stanceWords: (folded: string) => readonly StanceWord[] = remembered(findStances);

function findStances(folded: string): StanceWord[] {
  const found: StanceWord[] = [];
  for (const [stance, pattern] of WORDS) {
    for (const match of folded.matchAll(pattern)) {
      if (!isWhole(folded, match.index, match.index + match[0].length)) continue;
      const rest = folded.slice(match.index, match.index + 40);
      if (
        stance === 'quan tâm' &&
        (ATTENDS.test(rest) || /(?:su|dac biet) $/.test(folded.slice(Math.max(0, match.index - 9), match.index)))
      )
        continue;
      if (GIVES.test(rest)) continue;
      if (
        stance === 'đồng tình' &&
        found.some((other) => other.stance === 'bức xúc' && match.index < other.end && match.index >= other.start)
      )
        continue;
      found.push({ stance, start: match.index, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** «dừng hoạt động» folds to «dung hoat dong», where no «ung ho» is meant. */
const isWhole = (folded: string, start: number, end: number): boolean =>
  !/\p{L}/u.test(folded.charAt(start - 1)) && (folded.charAt(end - 1) === ' ' || !/\p{L}/u.test(folded.charAt(end)));

/**
 * The words that are the speakers' own: after a wish, only those joined to it («quan tâm, mong muốn»); in «mong muốn …
 * tập trung vào những vấn đề nổi cộm, bức xúc» the last two belong to the matter.
 */
export function ownWords(folded: string, words: readonly StanceWord[], from: number): StanceWord[] {
  const own: StanceWord[] = [];
  let wished = false;
  for (const word of words) {
    if (word.start < from) continue;
    const gap = own.length === 0 ? '' : folded.slice(own.at(-1)!.end, word.start);
    const joined = own.length === 0 || /^(?:,| va| rat| cung| cung nhu| hoac| \/)* $/.test(gap);
    if (
      !joined &&
      (wished ||
        /(?:van de|nhung|cac|nhieu|noi dung|noi com,?|co) $/.test(
          folded.slice(Math.max(0, word.start - 12), word.start),
        ))
    )
      continue;
    own.push(word);
    wished ||= word.stance === 'mong muốn' || word.stance === 'kiến nghị';
  }
  return own;
}

export const stancesOf = (words: readonly StanceWord[]): Stance[] => [...new Set(words.map((word) => word.stance))];

/** «Không có phản ánh …», «không phát sinh vấn đề bức xúc»: there were none. */
export function isNegated(folded: string): boolean {
  return /(?:khong|chua|khong con|khong de|chua co)(?: he)? (?:co|phat sinh|xay ra|de xay ra|nhan duoc|tiep nhan|ghi nhan)(?: truong hop| vu viec| don thu| don| cac| nhung| van de| vu| y kien| cong dan| nao)*[^,;:]{0,60}(?:phan anh|kien nghi|buc xuc|khieu nai|to cao|noi com|khieu kien|lo lang|dang ky gap|y kien|gap )/.test(
    folded,
  );
}
