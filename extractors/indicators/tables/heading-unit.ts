import { matchUnit } from '../../numerals/index.ts';
import { is } from '../prose/grammar.ts';
import { tokensOf } from '../prose/tokens.ts';

const money =
  /^(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm triệu)(?: đồng| VNĐ)?|nghìn tỷ(?: đồng)?|1\.000 ?đ|1000 ?đ|1\.000 đồng)$/iu;
/** «Tổng số», «Kế hoạch», «Thực hiện», «Cấp tỉnh» say nothing of what is counted. */
const counted = /(?:^|[^\p{L}])(?:tổng )?số (?:lượng |lượt )?(?=\p{L})/giu;
const share = /(?:^|[^\p{L}])(?:tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu|tốc độ)(?![\p{L}])|%|(?:^|\s)so (?:với|sánh)(?![\p{L}])/iu;

/** The unit that a heading of a column (or the name of a row) gives: «(số cuộc)», «Số người tham gia», «(triệu đồng)», «Tỷ lệ (%)». */
export function unitInHeading(heading: string): string | null {
  const text = heading.trim();
  for (const [, inner] of text.matchAll(/\(([^()]{1,40})\)/gu)) {
    const unit = unitAlone(inner!);
    if (unit !== null) return unit;
  }
  if (/%/.test(text)) return '%';
  counted.lastIndex = 0;
  for (const found of text.matchAll(counted)) {
    const lots = /lượt $/iu.test(found[0]);
    const at = found.index + found[0].length;
    const unit = matchUnit(text, lots ? at - 5 : at, false) ?? matchUnit(text, at, false);
    if (unit !== null) return unit.unit;
  }
  if (share.test(text)) return '%';
  return isCategory(text) ? null : unitAlone(text);
}

/** «Tập thể», «Cá nhân» divide what a heading above them counts. */
const isCategory = (text: string): boolean => /^(?:tập thể|cá nhân)$/iu.test(text);

/** People who are counted; «Người đứng đầu cấp ủy», «Lãnh đạo huyện» say who acts. */
const members =
  /^(?:đảng viên|đoàn viên|hội viên|hộ|nhân khẩu|lao động|học sinh|cán bộ|công chức|viên chức|trẻ em|giáo viên|lượt .*)$/u;

/** What a heading says was made or dealt with: «Ban hành văn bản lãnh đạo», «Trong đó mô hình theo lĩnh vực». */
export function unitOfDeed(heading: string): string | null {
  const tokens = tokensOf(heading, [], [], []);
  for (let at = 0; at < tokens.length; at++) {
    const size = is.verb.lengthAt(tokens, at) || (at === 0 ? is.opener.lengthAt(tokens, at) : 0);
    const next = tokens[at + size];
    const unit = size === 0 || next === undefined ? null : matchUnit(heading, next.start, false);
    if (unit !== null && unit.family !== 'time' && unit.family !== 'territory') return unit.unit;
  }
  // «Kế hoạch 2024» tells when, not what.
  if (/^(?:kế hoạch|chỉ tiêu) (?:năm )?\d{4}$/iu.test(heading.trim())) return null;
  // «Đảng viên người dân tộc thiểu số»
  const head = matchUnit(heading, 0, false);
  if (
    head !== null &&
    (head.family !== 'people' || members.test(head.unit)) &&
    head.family !== 'time' &&
    !isCategory(heading.trim())
  )
    return head.unit;
  return isCategory(heading.trim()) ? heading.trim().toLowerCase() : null;
}

/** A text that is a unit and nothing else: «Hộ», «triệu đồng», «số cuộc», «ĐVT: người», «%». */
export function unitAlone(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^(?:đvt|đơn vị(?: tính)?)\s{0,2}:?\s{0,2}/iu, '')
    .replace(/^(?:tổng )?số (?:lượng )?(?=\p{L})/iu, '')
    .replace(/[.:]$/, '')
    .trim();
  if (bare === '' || bare.length > 40) return null;
  if (money.test(bare)) return bare.toLowerCase();
  const unit = matchUnit(bare, 0, false);
  if (unit !== null && unit.end === bare.length) return unit.unit;
  // «kg/người», «tấn/ha», «triệu đồng/người/năm»
  const per = /^([^/]{1,20})((?:\/[\p{L}²³ ]{1,12}){1,2})$/u.exec(bare);
  if (per === null) return null;
  const above = unitAlone(per[1]!);
  return above === null ? null : `${above}${per[2]!.replace(/\s/g, '').toLowerCase()}`;
}

const captionUnit = /(?:đvt|đơn vị(?: tính)?)\s{0,2}:\s{0,2}([^();\n]{1,30}?)\s{0,2}(?:[).;\n]|$)/iu;

/** «Đơn vị tính: triệu đồng» above a table. */
export function unitInCaption(caption: string): string | null {
  const found = captionUnit.exec(caption);
  return found === null ? null : (unitAlone(found[1]!) ?? found[1]!.trim().toLowerCase());
}
