const NAME = '\\p{Lu}[\\p{L}’]*(?:\\s\\p{Lu}[\\p{L}’]*){0,4}';
const UNIT = 'tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu';
/** «Huyện ủy Tháp Mười» sits in «huyện Tháp Mười»; a «Thành ủy» may be that of a province or of a town. */
const COMMITTEE: readonly [RegExp, string][] = [
  [new RegExp(`Tỉnh [uủ][ỷy] (${NAME})`, 'u'), 'tỉnh'],
  [new RegExp(`Thành [uủ][ỷy] (${NAME})`, 'u'), 'thành phố'],
  [new RegExp(`Huyện [uủ][ỷy] (${NAME})`, 'u'), 'huyện'],
  [new RegExp(`Quận [uủ][ỷy] (${NAME}|\\d{1,2})`, 'u'), 'quận'],
  [new RegExp(`Thị [uủ][ỷy] (${NAME})`, 'u'), 'thị xã'],
];
const NAMED_UNIT = new RegExp(
  `(?<![\\p{L}])(?:${UNIT.replace(/(^|\|)(\p{L})/gu, (_, bar, letter) => `${bar}[${letter}${letter.toUpperCase()}]`)}) (?:${NAME}|\\d{1,2}(?!\\d))`,
  'u',
);
/** «… tại 05 địa phương», «… trên địa bàn huyện Kiến Thụy». */
const BEHIND = new RegExp(
  `^\\s(?:tại|ở|trên địa bàn)\\s((?:(?:các\\s|\\d{1,3}\\s)(?:${UNIT}|thôn|tổ dân phố|khu dân cư|địa phương|đơn vị|chi bộ|đảng bộ|cơ sở|cơ quan)|(?:toàn\\s)?(?:${UNIT})(?:\\s(?:${NAME}|\\d{1,2}(?!\\d)))?)(?:,\\s(?:${UNIT}|đơn vị|địa phương)(?![\\p{L}]))*)`,
  'u',
);

/** Where it is done: what stands right behind the paper, else the unit of who does it. */
export function placeOf(behind: string, actor: string | null): string | null {
  const said = BEHIND.exec(behind)?.[1]?.trim();
  if (said) return said;
  if (!actor) return null;
  for (const [pattern, level] of COMMITTEE) {
    const name = pattern.exec(actor)?.[1];
    if (name && !/^(?:Khối|Quân|Công)/.test(name)) return `${level} ${name}`;
  }
  return NAMED_UNIT.exec(actor)?.[0] ?? null;
}
