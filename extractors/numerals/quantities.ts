import type { NumericValue } from './numeric-value.ts';
import { matchQualifier, matchTrailingQualifier } from './qualifiers.ts';
import { type AtomContext, type NumberToken, plainToken } from './token.ts';
import { matchUnit, type UnitMatch } from './units.ts';

/** What is left when a number is no reference, date or fraction: percentages, ranges, rates, plain quantities. */
export function classifyQuantity(context: AtomContext): NumberToken | null {
  return range(context) ?? rate(context) ?? quantity(context);
}

const to = /^(?:\s?[-–]\s?|\s(?:đến|tới)\s)(?=\d)/u;

function range({ text, atom, before, atomAt }: AtomContext): NumberToken | null {
  if (atom.form === 'word') return null;
  const own = matchUnit(text, atom.end, false);
  const fromWord = /(?:^|[^\p{L}])từ\s{1,2}$/u.test(before);
  for (const end of own !== null && fromWord
    ? [atom.end, own.end]
    : own?.family === 'share'
      ? [atom.end, own.end]
      : [atom.end]) {
    const m = to.exec(text.slice(end, end + 7));
    if (m === null) continue;
    const upper = atomAt(end + m[0].length);
    if (upper === null || upper.value <= atom.value || upper.form === 'malformed' || isYearPair(atom, upper)) continue;
    const unit = matchUnit(text, upper.end);
    if (end !== atom.end && unit?.unit !== own?.unit) continue;
    // «đạt 5 - 10» without a unit may be a dash between two clauses.
    if (unit === null && /\s[-–]/u.test(m[0])) continue;
    if (/^[-–/]\S/u.test(text.slice(upper.end, upper.end + 2))) continue;
    return {
      ...plainToken('range', atom.start, unit?.end ?? upper.end, [atom, upper]),
      unit,
      units: [end === atom.end ? unit : own, unit],
      qualifier: matchQualifier(text, atom.start),
    };
  }
  return null;
}

function isYearPair(a: NumericValue, b: NumericValue): boolean {
  return [a, b].every((n) => /^(?:19|20|21)\d\d$/.test(n.raw));
}

const per = /^\s?\/\s?(?=[\p{L}])/u;
const perWord =
  /^(?:năm|tháng|tuần|ngày|quý|giờ|phút|người|hộ|ha|sào|km²|km2|m²|m2|kg|lít|tấn|xã|phường|đơn vị|lượt|lần|suất|vụ|thôn|cơ sở|héc-ta|mô hình|lao động|học sinh|giáo viên|hội viên|đảng viên|buổi|km|công|nhà|hồ sơ|con|phòng|trường|lớp|cán bộ|chi bộ|doanh nghiệp|hợp tác xã|nhân khẩu|khẩu|em|cháu|thẻ|phiếu|giường|cây|công trình|dự án|đại biểu|trường hợp|gia đình|thành viên|tổ|đội|cuộc|bài|tin)(?![\p{L}\p{N}²])/iu;

/** «14,02%/năm», «2 lần/tháng», «65 triệu đồng/người/năm»: the unit carries what it is counted per. */
function rate({ text, atom }: AtomContext): NumberToken | null {
  const counted = matchUnit(text, atom.end);
  if (counted === null) return null;
  let end = counted.end;
  for (let step = 0; step < 2; step++) {
    const slash = per.exec(text.slice(end, end + 4));
    if (slash === null) break;
    const word = perWord.exec(text.slice(end + slash[0].length, end + slash[0].length + 16));
    if (word === null) break;
    end += slash[0].length + word[0].length;
  }
  if (end === counted.end) return null;
  const tail = text.slice(counted.end, end).replace(/\s/g, '').toLowerCase();
  const unit: UnitMatch = { ...counted, end, text: text.slice(counted.start, end), unit: counted.unit + tail };
  return { ...plainToken('rate', atom.start, end, [atom]), unit, qualifier: matchQualifier(text, atom.start) };
}

const inWordsToo = /^\s\((?:[\p{Ll}]{1,6}\s?){1,8}\)/u;

function quantity({ text, atom }: AtomContext): NumberToken | null {
  if (atom.form === 'word') return wordQuantity(text, atom);
  // «03 (ba) mô hình»
  const spelled = inWordsToo.exec(text.slice(atom.end, atom.end + 40));
  const unit = (spelled && matchUnit(text, atom.end + spelled[0].length, false)) || matchUnit(text, atom.end);
  const qualifier = matchQualifier(text, atom.start) ?? matchTrailingQualifier(text, unit?.end ?? atom.end);
  const end = unit?.end ?? atom.end;
  const token: NumberToken = { ...plainToken('quantity', atom.start, end, [atom]), unit, qualifier };
  if (atom.form === 'malformed') return { ...token, class: 'malformed' };
  if (unit?.unit === '%') return { ...token, class: 'percent' };
  // «2020, 2021»: a bare year.
  const uncounted = unit === null || unit.family === 'other';
  if (uncounted && qualifier === null && /^(?:19[3-9]\d|20\d\d)$/.test(atom.raw))
    return plainToken('period', atom.start, atom.end, []);
  return token;
}

const notFive =
  /(?:^|[^\p{L}])(?:trong|hằng|hàng|mỗi|từng|cả|đầu|cuối|giữa|các|những|nhiều|qua|sang|của|sau|trước|theo|mấy|vài|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|kế hoạch|tổng kết|sơ kết|quyết toán|kết thúc|dự toán|\d)\s{1,2}$/u;

/** Words count only before a thing that is counted: «ba hình thức», not «một số», «tư nhân», «hai là». */
function wordQuantity(text: string, atom: NumericValue): NumberToken | null {
  const unit = matchUnit(text, atom.end, false);
  if (unit === null) return null;
  const before = text.slice(Math.max(0, atom.start - 16), atom.start).toLowerCase();
  const lower = atom.raw.toLowerCase();
  if (
    lower === 'năm' &&
    (notFive.test(before) || unit.family === 'organisations' || unit.family === 'territory' || before === '')
  )
    return null;
  if (lower === 'không') return null;
  return { ...plainToken('quantity', atom.start, unit.end, [atom]), unit, qualifier: matchQualifier(text, atom.start) };
}
