import type { Quantity } from '../../part-whole/quantities.ts';
import { agrees, shareRange } from '../share.ts';
import { isAside, isChange, newClause, ofPlan, type PercentFound, type PercentSite, sameKind } from './site.ts';

/** Between a fraction and its percentage: «… đạt tỷ lệ», «, chiếm», «(»; no second figure, no new sentence. */
const leadsTo =
  /(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|tương đương|tương ứng|=|~|là)[\p{L}\s,:(~=]{0,40}$|^[\s,]*\(?\s*$|[,(]\s*$/u;
const ofAnother =
  /(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|yêu cầu|quy định|cùng kỳ|năm trước|năm \d{4})[^,;()]{0,50}\s$/u;
/** «… dự toán năm (dự toán», «so với chỉ tiêu (», «tổng đàn (»: what the share is of, then its figure. */
const planBefore =
  /(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|định mức|tổng \p{L}+|bằng[^;()]{0,12} so (?:với|cùng))[^\d.;%()]{0,40}(?:năm \d{4} ?)?\((?:[^\d.;()]{0,30} )?$/u;

/** «108/115 đồng chí, tỷ lệ 93,91%» and «100% số xã (139/139 xã)». */
export function fractionFor({ text, percentage, index, own, brackets }: PercentSite): PercentFound | null {
  const after = own[index + 1];
  // «tăng 10% so với cùng kỳ (45/50 vụ)» is a change, which another check works out.
  if (after?.denominator != null && !percentage.relative && !isChange(text, percentage)) {
    const between = text.slice(percentage.end, after.start);
    if (/^ ?%[^%().;\d]{0,60}\(\s?$/u.test(between)) return fraction(text, after, percentage);
  }
  const direct = own[index - 1];
  // «119/121 vụ (gồm 118 vụ mới và 03 vụ cũ), đạt 98,3%»: over the parentheses.
  const before =
    direct?.denominator == null
      ? own.slice(Math.max(0, index - 12), index).findLast((one) => !isAside(brackets, one, percentage.start))
      : direct;
  if (before?.denominator != null) {
    const between = text.slice(before.denominator.end, percentage.start).replace(/ ?\([^()]*\)/g, '');
    const linked = /(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|tương đương|tương ứng|=)/u.test(between);
    const fits = between.length <= 160 && !/[.;]\s/.test(between) && leadsTo.test(between);
    // «28/63 tỉnh có tỷ lệ tiêm đạt trên 70%»: what those counted have.
    if (/(?<!, ?)(?:^|\P{L})có (?:tỷ|tỉ) lệ \p{L}/u.test(between)) return null;
    // «kiểm tra 8/9 xã … đến ngày 19/6/2019 toàn huyện đạt trên 60% chỉ tiêu»: of a plan, behind other words.
    const isPlan = ofPlan.test(text.slice(percentage.end, percentage.end + 24));
    if (isPlan && between.length > 60 && !agrees(percentage, shareRange(before, { ...before, ...before.denominator })))
      return null;
    // «45/58 vụ), chỉ tiêu Công an tỉnh giao là 75%»: what was to be reached, or was reached another time.
    if (ofAnother.test(between) && !agrees(percentage, shareRange(before, { ...before, ...before.denominator })))
      return null;
    // «11/15 xã đạt chuẩn (19/19 tiêu chí), chiếm 73,3%»: the share is of what stands before the parentheses.
    const earlier = own[index - 2];
    const inside = /^[^()]*\)/.test(between) && text.slice(earlier?.end ?? before.start, before.start).includes('(');
    const of = inside && earlier?.denominator != null ? earlier : before;
    if (
      fits &&
      !hasOwnSubject(text.slice(Math.max(0, of.start - 80), of.denominator!.end), between) &&
      (linked || !newClause.test(text.slice(percentage.end, percentage.end + 24)))
    )
      return fraction(text, of, percentage);
  }
  // «45 trên tổng số 302 hồ sơ, đạt 15%»
  const whole = own[index - 1];
  const part = own[index - 2];
  if (part === undefined || whole === undefined || part.measure !== whole.measure || part.measure === 'percent')
    return null;
  const joint = text.slice(part.end, whole.start);
  const tail = text.slice(whole.end, percentage.start);
  if (
    !/^[^\d.;]{0,60}(?:(?:trên|trong|\/)\s?(?:tổng số|tổng)|trong số)[^\d.;]{0,40}$/u.test(joint) ||
    !leadsTo.test(tail) ||
    tail.length > 120
  )
    return null;
  return { part, whole, wording: 'fraction', doubtful: ofPlan.test(text.slice(percentage.end, percentage.end + 24)) };
}

function fraction(text: string, of: Quantity, percentage: Quantity): PercentFound {
  const { denominator } = of;
  const whole: Quantity = { ...of, ...denominator!, unit: 1, denominator: null };
  return {
    part: of,
    whole,
    wording: 'fraction',
    doubtful: ofPlan.test(text.slice(percentage.end, percentage.end + 24)),
  };
}

/** «302 thủ tục …, khảo sát 15% trên tổng số thủ tục … là 45 phiếu»: the base is named again, the result follows. */
export function baseFor({ text, percentage, index, own }: PercentSite): PercentFound | null {
  const part = own[index + 1];
  if (part === undefined || part.measure === 'percent') return null;
  const between =
    /^ ?% (?:trên |của |trong )?(?:tổng số|tổng) ([^\d.;%]{2,80}) (?:là|tương ứng|tương đương|bằng) $/u.exec(
      text.slice(percentage.end, part.start),
    );
  if (between === null) return null;
  const named = between[1]!;
  const whole = own
    .slice(0, index)
    .findLast((one) => one.measure === 'count' && sharesWords(text.slice(one.end, one.nounEnd), named));
  return whole === undefined ? null : { part, whole, wording: 'chain', doubtful: false };
}

/** «có 34 đồng chí, chiếm 22,7% trong tổng số 150 cấp ủy viên»: the base stands behind its share. */
export function baseBehind({ text, percentage, index, own }: PercentSite): PercentFound | null {
  const [part, whole] = [own[index - 1], own[index + 1]];
  if (part === undefined || whole === undefined || part.measure !== whole.measure) return null;
  if (part.measure === 'percent' || part.measure === 'time' || part.denominator !== null || whole.denominator !== null)
    return null;
  const before = text.slice(part.nounEnd, percentage.start);
  const behind = text.slice(percentage.end, whole.start);
  if (!/^[^\d.;%]{0,30}(?:chiếm|đạt|bằng|\()(?: tỷ lệ| tỉ lệ)? ?$/u.test(before)) return null;
  return part.value <= whole.value &&
    /^ ?%\)?,? (?:trên |trong |của |so với )?(?:tổng số|tổng)(?: [^\d.,;%()]{0,40})?[ (]$/u.test(behind)
    ? { part, whole, wording: 'fraction', doubtful: false }
    : null;
}

/** «ước đạt 4.862 triệu đồng, bằng 58,4% dự toán năm (dự toán 8.325 triệu đồng)», «vượt chỉ tiêu (10 phiên), đạt 120%». */
export function baseInBrackets({ text, percentage, index, own, brackets }: PercentSite): PercentFound | null {
  if (percentage.relative || isChange(text, percentage)) return null;
  // «vượt 24,3% kế hoạch (20.000 triệu đồng)»: by how much, which another check works out.
  if (/vượt(?: \p{L}+)? $/u.test(text.slice(Math.max(0, percentage.start - 16), percentage.start))) return null;
  const behind = own[index + 1];
  const ahead = own[index - 1];
  const isBase = (one: Quantity | undefined, from: number): boolean =>
    one !== undefined &&
    one.denominator === null &&
    !one.relative &&
    one.measure !== 'percent' &&
    planBefore.test(text.slice(from, one.start)) &&
    /^[\p{L}²³/ ]{0,30}\)/u.test(text.slice(one.end, one.end + 32));
  let whole: Quantity | undefined;
  if (isBase(behind, percentage.end)) whole = behind;
  else if (
    isBase(ahead, own[index - 2]?.end ?? 0) &&
    /^[\p{L}²³/ ]{0,30}\),? ?(?:đạt|bằng)(?: tỷ lệ| tỉ lệ)? $/u.test(text.slice(ahead!.end, percentage.start))
  )
    whole = ahead;
  if (whole === undefined) return null;
  const limit = Math.min(whole.start, percentage.start);
  const part = own
    .slice(Math.max(0, index - 12), index + 1)
    .findLast(
      (one) =>
        one.end <= limit &&
        one.measure === whole.measure &&
        one.denominator === null &&
        !one.relative &&
        !one.compared &&
        sameKind(one, whole) &&
        !/vượt(?: thêm)? $/u.test(text.slice(Math.max(0, one.start - 12), one.start)) &&
        !isAside(brackets, one, limit),
    );
  if (part === undefined || /;/.test(text.slice(part.end, limit))) return null;
  const next = own[own.indexOf(part) + 1];
  return {
    part,
    whole,
    wording: next === percentage || next === whole ? 'fraction' : 'chain',
    doubtful: next !== percentage,
  };
}

/** «21/21 xã đã tổ chức khám sơ tuyển, tỷ lệ thanh niên đến khám đạt 80%»: the share is of something not named before. */
function hasOwnSubject(before: string, between: string): boolean {
  const [, subject = ''] = /(?:tỷ|tỉ) lệ ([\p{L} ]{6,80}?) (?:đạt|là|chiếm|bằng) ?$/u.exec(between) ?? [];
  const said = before.slice(before.lastIndexOf('. ') + 1) + between.slice(0, between.lastIndexOf(subject));
  return (
    subject !== '' &&
    !subject
      .split(' ')
      .slice(0, 2)
      .every((word) => said.includes(word))
  );
}

/** Does the name of the base repeat the noun of a figure: «thủ tục hành chính» and «thủ tục hành chính giải quyết»? */
function sharesWords(noun: string, named: string): boolean {
  const [first, second] = noun.trim().split(/\s+/);
  return first !== undefined && second !== undefined && named.includes(`${first} ${second}`);
}
