/** A rank together with the rank before and by how many places it is said to have changed. */
export interface RankChange {
  now: Rank;
  before: Rank;
  change: { start: number; end: number; raw: string; places: number; better: boolean };
}

export interface Rank {
  start: number;
  end: number;
  place: number;
  /** How many are ranked; null where it is not told. */
  of: number | null;
}

const rankAs = (name: string) =>
  `(?:thứ|vị trí|vị thứ|hạng|xếp)(?: thứ| số| hạng)? (?<${name}>\\d{1,3}(?:\\/\\d{1,3})?)(?![\\d/%]|[.,]\\d)`;
/** Words and years, no other figure. */
const gap = (most: number) => `(?:[^.;()\\d]|(?<!\\d)(?:19|20)\\d\\d(?!\\d)){0,${most}}?`;
const CHANGE =
  '(?<change>(?<way>tăng|lên|vượt|cải thiện|nâng|vươn lên|giảm|xuống|tụt|sụt|lùi)(?: thêm| lên| xuống| được| tới)? (?<places>\\d{1,3}) (?:bậc|hạng(?! mục)|vị trí|thứ hạng))(?!\\p{L})';
/** In parentheses the word may fail: «(năm 2020: 27/63)». */
const beforeIn = `\\(${gap(60)}(?:${rankAs('before')}|(?<bare>(?<=: |là )\\d{1,3}(?:\\/\\d{1,3})?))(?![\\d/%])${gap(40)}\\)`;

const forms = [
  // «xếp thứ 18/63, tăng 07 bậc so với năm 2021 (xếp thứ 25/63)»
  `${rankAs('now')}${gap(60)}${CHANGE}${gap(50)}${beforeIn}`,
  // «xếp thứ 18/63, tăng 07 bậc so với năm 2021 xếp thứ 25/63»
  `${rankAs('now')}${gap(60)}${CHANGE} so với${gap(40)}${rankAs('before')}`,
  // «xếp thứ 21/63 tỉnh, thành phố (năm 2020: 27/63), tăng 06 bậc»
  `${rankAs('now')}${gap(60)}${beforeIn}[, ]{1,2}${gap(20)}${CHANGE}(?: so với năm (?<against>\\d{4}))?`,
  // «từ thứ 25 lên thứ 18, tăng 7 bậc»
  `(?<!\\p{L})từ ${rankAs('before')}${gap(60)}(?:lên|xuống|còn|đến|sang)${gap(12)}${rankAs('now')}${gap(60)}${CHANGE}`,
  // «tăng 7 bậc, từ thứ 25 lên thứ 18»
  `${CHANGE}[ ,(]{1,3}${gap(40)}(?<!\\p{L})từ ${rankAs('before')}${gap(60)}(?:lên|xuống|còn|đến|sang)${gap(12)}${rankAs('now')}`,
  // «năm 2021 xếp thứ 25/63, năm 2022 xếp thứ 18/63, tăng 7 bậc»
  `năm (?<earlier>\\d{4})[^.;()\\d]{0,40}${rankAs('before')}${gap(50)}năm (?<later>\\d{4})[^.;()\\d]{0,40}${rankAs('now')}${gap(60)}${CHANGE}`,
].map((form) => new RegExp(form, 'dgu'));

const better = /^(?:tăng|lên|vượt|cải|nâng|vươn)/u;

/** Changes of rank whose two ranks are told with them; `text` is in small letters. Each change is given once. */
export function rankChanges(text: string): RankChange[] {
  const found = new Map<number, RankChange>();
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const groups = match.groups!;
      const places = match.indices!.groups!;
      const at = places.change![0];
      if (found.has(at) || isOfOtherYear(match[0], groups)) continue;
      const now = rankOf(groups.now!, places.now!);
      const before =
        groups.before === undefined ? rankOf(groups.bare!, places.bare!) : rankOf(groups.before, places.before!);
      if (now.of !== null && before.of !== null && now.of !== before.of) continue;
      found.set(at, {
        now,
        before,
        change: {
          start: at,
          end: places.change![1],
          raw: groups.change!,
          places: Number(groups.places),
          better: better.test(groups.way!),
        },
      });
    }
  }
  return [...found.values()];
}

/** «(năm 2020: 27/63), tăng 06 bậc so với năm 2019»: the change is against another year; or the years go backwards. */
function isOfOtherYear(text: string, { against, earlier, later }: Record<string, string | undefined>): boolean {
  if (earlier !== undefined && later !== undefined) return Number(earlier) >= Number(later);
  const bracketed = /\([^)]*?năm (\d{4})/u.exec(text)?.[1];
  const compared = against ?? /so với[^(]*?(\d{4})/u.exec(text)?.[1];
  return bracketed !== undefined && compared !== undefined && bracketed !== compared;
}

function rankOf(raw: string, [start, end]: [number, number]): Rank {
  const [place, of] = raw.split('/').map(Number) as [number, number | undefined];
  return { start, end, place, of: of ?? null };
}
