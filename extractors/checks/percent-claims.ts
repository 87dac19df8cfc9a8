import type { Block } from '../../schemas/document.ts';
import { Brackets, lowerBound, within } from '../part-whole/brackets.ts';
import { arePersons, sameThing } from '../part-whole/divisions.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { type Range, sentencesOf } from '../part-whole/sentences.ts';
import { lower } from '../text/fold.ts';
import { type Earlier, namedBase } from './named-bases.ts';
import { agrees, isSlip, shareRange } from './share.ts';

/** «a of b is p %», as the words of one sentence say it. */
export interface PercentClaim {
  block: Block;
  part: Quantity;
  whole: Quantity;
  /** Where the whole stands in another block. */
  wholeBlock?: Block;
  percentage: Quantity;
  /**
   * `fraction`: both operands are named as such («108/115», «45 trên tổng số 302»); `chain`: they follow each other;
   * `only`: they follow each other, and nothing else can be meant.
   */
  wording: 'fraction' | 'chain' | 'only';
  /** The percentage may be of a plan, or of something else that is not named. */
  doubtful: boolean;
}

/** Between a fraction and its percentage: «… đạt tỷ lệ», «, chiếm», «(»; no second figure, no new sentence. */
const leadsTo =
  /(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|tương đương|tương ứng|=|~|là)[\p{L}\s,:(~=]{0,40}$|^[\s,]*\(?\s*$|[,(]\s*$/u;
const ofPlan =
  /^ ?%[\s,]*(?:so với |của |)(?:kế hoạch|kh\b|chỉ tiêu|dự toán|nghị quyết|cùng kỳ|năm trước|tổng|đúng hạn|trước hạn)/u;
/** «, 100% các xã …» opens a clause of its own. */
const newClause = /^ ?% (?:số |các |những |tổng |\p{L}+ ?)/u;
/** «… dự toán năm (dự toán», «so với chỉ tiêu (», «tổng đàn (»: what the share is of, then its figure. */
const planBefore =
  /(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|định mức|tổng \p{L}+|bằng[^;()]{0,12} so (?:với|cùng))[^\d.;%()]{0,40}(?:năm \d{4} ?)?\((?:[^\d.;()]{0,30} )?$/u;
const received =
  /(?:tiếp nhận|nhận được|thụ lý|tổng số|phát sinh|có|trong số|tổng|thuộc thẩm quyền|đủ điều kiện|phải thi hành)[^\d.;]{0,40}$/u;
const paid = /(?:đã|được) (?:thu|nộp|chi|giải ngân|thanh toán)[^\d.;]{0,60}$/u;
const done = /(?:giải quyết|trả kết quả|xử lý|hoàn thành|trả lời|thực hiện|hòa giải|thành|xong|đã)[^\d.;]{0,60}$/u;

/**
 * `earlier`: the block itself and those before it. `items`: where the figures of lists stand, which are no base of what
 * follows the list.
 */
export function percentClaims(earlier: readonly Earlier[], items: ReadonlySet<number>): PercentClaim[] {
  const { block, quantities } = earlier[0]!;
  if (!block.text.includes('%')) return [];
  const text = lower(block.text);
  const claims: PercentClaim[] = [];
  const brackets = new Brackets(block.text);
  let previous: Range | null = null;
  let current: Range | null = null;
  for (const sentence of sentencesOf(block.text)) {
    previous = current;
    current = sentence;
    // «164/171 trẻ dưới 1 tuổi»: the age says who is counted.
    const own = within(quantities, sentence.start, sentence.end).filter((one) => !one.noun.startsWith('tuoi'));
    own.forEach((percentage, index) => {
      if (percentage.measure !== 'percent') return;
      const found =
        fractionFor(percentage, index, own) ??
        baseFor(percentage, index, own) ??
        baseBehind(percentage, index, own) ??
        baseInBrackets(percentage, index, own) ??
        baseNamed(percentage, index, own, sentence) ??
        chainFor(percentage, index, own) ??
        shareFor(percentage, index, own);
      if (found === null || found.whole.value <= 0) return;
      if (found.wording !== 'fraction' && percentage.value === 100 && isOfPlan(text, sentence, percentage)) return;
      claims.push({ block, percentage, ...found });
    });
  }
  return claims;

  type Found = Pick<PercentClaim, 'part' | 'whole' | 'wholeBlock' | 'wording' | 'doubtful'>;

  /** «108/115 đồng chí, tỷ lệ 93,91%» and «100% số xã (139/139 xã)». */
  function fractionFor(percentage: Quantity, index: number, own: Quantity[]): Found | null {
    const after = own[index + 1];
    // «tăng 10% so với cùng kỳ (45/50 vụ)» is a change, which another check works out.
    if (after?.denominator != null && !percentage.relative && !isChange(text, percentage)) {
      const between = text.slice(percentage.end, after.start);
      if (/^ ?%[^%().;\d]{0,60}\(\s?$/u.test(between)) return fraction(after, percentage);
    }
    const direct = own[index - 1];
    // «119/121 vụ (gồm 118 vụ mới và 03 vụ cũ), đạt 98,3%»: over the parentheses.
    const before =
      direct?.denominator == null
        ? own.slice(Math.max(0, index - 12), index).findLast((one) => !aside(one, percentage.start))
        : direct;
    if (before?.denominator != null) {
      const between = text.slice(before.denominator.end, percentage.start).replace(/ ?\([^()]*\)/g, '');
      const linked = /(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|tương đương|tương ứng|=)/u.test(between);
      const fits = between.length <= 160 && !/[.;]\s/.test(between) && leadsTo.test(between);
      // «11/15 xã đạt chuẩn (19/19 tiêu chí), chiếm 73,3%»: the share is of what stands before the parentheses.
      const earlier = own[index - 2];
      const inside = /^[^()]*\)/.test(between) && text.slice(earlier?.end ?? before.start, before.start).includes('(');
      const of = inside && earlier?.denominator != null ? earlier : before;
      if (
        fits &&
        !hasOwnSubject(text.slice(Math.max(0, of.start - 80), of.denominator!.end), between) &&
        (linked || !newClause.test(text.slice(percentage.end, percentage.end + 24)))
      )
        return fraction(of, percentage);
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

  function fraction(of: Quantity, percentage: Quantity): Found {
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
  function baseFor(percentage: Quantity, index: number, own: Quantity[]): Found | null {
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
  function baseBehind(percentage: Quantity, index: number, own: Quantity[]): Found | null {
    const [part, whole] = [own[index - 1], own[index + 1]];
    if (part === undefined || whole === undefined || part.measure !== whole.measure) return null;
    if (
      part.measure === 'percent' ||
      part.measure === 'time' ||
      part.denominator !== null ||
      whole.denominator !== null
    )
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
  function baseInBrackets(percentage: Quantity, index: number, own: Quantity[]): Found | null {
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
          !aside(one, limit),
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

  /** «thi hành xong 448 việc, đạt 86% số việc có điều kiện»: the base is named as it was when it was told. */
  function baseNamed(percentage: Quantity, index: number, own: Quantity[], sentence: Range): Found | null {
    const part = own[index - 1];
    if (part === undefined || part.measure === 'percent' || part.measure === 'time' || part.denominator !== null)
      return null;
    if (
      !/^[^\d.;%]{0,40}(?:đạt|chiếm|bằng|\()(?: tỷ lệ| tỉ lệ| chiếm)? ?$/u.test(
        text.slice(part.nounEnd, percentage.start),
      )
    )
      return null;
    const fits = (whole: Quantity) => agrees(percentage, shareRange(part, whole));
    const base = namedBase(text, sentence, part, percentage, earlier, (one) => sameKind(one, part), fits);
    return base && { part, whole: base.whole, wholeBlock: base.block, wording: 'chain', doubtful: true };
  }

  /** In parentheses that close before a place. */
  function aside(one: Quantity, place: number): boolean {
    return (brackets.enclosing(one.start)?.end ?? place + 1) <= place;
  }

  /** «Tiếp nhận 120 đơn, đã giải quyết 108 đơn, đạt 90%»: what was done of what came in. */
  function chainFor(percentage: Quantity, index: number, own: Quantity[]): Found | null {
    const part = own[index - 1];
    if (part === undefined || part.measure === 'percent' || part.measure === 'time' || part.denominator !== null)
      return null;
    const between = text.slice(part.nounEnd, percentage.start);
    if (
      !/^[^\d.;%]{0,60}(?:; ?)?(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng)[\p{L} ,:]{0,20}$/u.test(between) &&
      !/^[\s,]*\(\s?$/.test(between)
    )
      return null;
    if (
      ofPlan.test(text.slice(percentage.end, percentage.end + 24)) ||
      newClause.test(text.slice(percentage.end, percentage.end + 24))
    )
      return null;
    if (!done.test(text.slice(Math.max(0, part.start - 70), part.start))) return null;
    // What came in may have been told in the sentence before, with its parts and with what it was last year.
    const at = lowerBound(quantities, part.start);
    const bases = quantities
      .slice(Math.max(0, at - 16), at)
      .filter(
        (one) =>
          one.start >= (previous?.start ?? own[0]!.start) &&
          one.measure === part.measure &&
          one.noun !== '' &&
          one.denominator === null &&
          !one.compared &&
          !one.relative &&
          !aside(one, part.start) &&
          sameThing(one.noun, part.noun),
      );
    const free = bases.filter((one) => !items.has(one.start));
    // «Hòa giải 04 vụ, hòa giải thành 03 vụ, đạt 75%»: the only figure of the thing is the base without a word for it.
    const only = free.filter((one) => one.start >= own[0]!.start);
    // «năm 2014 thụ lý 3.399 vụ, …; năm 2015 thụ lý 2.592 vụ, hòa giải thành 1.735 vụ»: each year has its own base.
    const turn = text.lastIndexOf(';', part.start);
    const inTurn = bases.filter((one) => one.start > turn && one.start >= own[0]!.start);
    const whole =
      (turn > own[0]!.start && inTurn.length === 1 ? inTurn[0] : undefined) ??
      (only.length > 0 ? only : free).findLast((one) =>
        received.test(text.slice(Math.max(0, one.start - 60), one.start)),
      ) ??
      (only.length === 1 && only[0]!.value >= part.value ? only[0] : undefined);
    if (whole === undefined) return null;
    // «đã thu nộp hơn 2,3 tỷ đồng, trong đó thu hồi theo kết luận hơn 2,3 tỷ đồng (đạt 79,44%)»: reached of what was to be paid.
    if (part.measure === 'money' && paid.test(text.slice(Math.max(0, whole.start - 70), whole.start))) return null;
    return { part, whole, wording: 'chain', doubtful: true };
  }

  /**
   * «9.126 hộ … còn 46 hộ nghèo, chiếm 0,50%»: the base is an earlier figure of the same thing. Which one, the percentage
   * itself shows; where none comes near, nothing is claimed.
   */
  function shareFor(percentage: Quantity, index: number, own: Quantity[]): Found | null {
    const part = own[index - 1];
    if (part === undefined || part.measure === 'percent' || part.noun === '' || part.denominator !== null) return null;
    const between = text.slice(part.nounEnd, percentage.start);
    const isShare = /^[^\d.;%()]{0,70}chiếm (?:tỷ lệ |tỉ lệ )?$/u.test(between);
    // Other words may be of another base: only one that gives the share, or all but gives it, is taken.
    const mayBe =
      /^[^\d.;%()]{0,40}, (?:đạt |(?:đạt )?(?:tỷ lệ |tỉ lệ ))$|^[^\d.;%()]{0,24} \((?:đạt |bằng |tỷ lệ |tỉ lệ )*$/u.test(
        between,
      );
    const ends = /^ ?%(?:[.;,)]|$)/u.test(text.slice(percentage.end, percentage.end + 3));
    if (!isShare && !(mayBe && ends && !percentage.relative && !isChange(text, percentage))) return null;
    const at = lowerBound(quantities, part.start);
    const bases = quantities
      .slice(Math.max(0, at - 16), at)
      .filter(
        (one) =>
          one.measure === part.measure &&
          one.denominator === null &&
          !one.compared &&
          !one.relative &&
          one.value >= part.value &&
          sameKind(one, part),
      );
    const likely = (whole: Quantity) => {
      const share = (part.value / whole.value) * 100;
      return isSlip(percentage, share) ? 1 : Math.min(share, percentage.value) / Math.max(share, percentage.value);
    };
    const whole = bases.reduce<Quantity | null>(
      (best, one) => (best === null || likely(one) > likely(best) ? one : best),
      null,
    );
    if (whole === null || likely(whole) < 0.5) return null;
    if (!isShare) {
      const given = bases.find((one) => agrees(percentage, shareRange(part, one)));
      if (given === undefined && !(likely(whole) === 1 && (percentage.raw.length >= 3 || bases.length === 1)))
        return null;
      return { part, whole: given ?? whole, wording: 'chain', doubtful: true };
    }
    // The one figure of the thing in the sentence, and no other base named behind: «toàn xã có 2.150 hộ; còn 86 hộ nghèo, chiếm 4%.»
    const only = bases.filter((one) => one.start >= own[0]!.start);
    const isOnly =
      only.length === 1 &&
      only[0] === whole &&
      /^ ?%(?:[.;,)]|$)/u.test(text.slice(percentage.end, percentage.end + 3)) &&
      received.test(text.slice(Math.max(0, whole.start - 60), whole.start));
    return { part, whole, wording: isOnly ? 'only' : 'chain', doubtful: true };
  }
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

/** «BHXH bắt buộc 87.866 người, đạt 98,11% kế hoạch năm; …; BHYT 1.107.600 người, đạt 100%»: the last is of its plan, too. */
function isOfPlan(text: string, sentence: Range, { start }: Quantity): boolean {
  return (
    /đạt (?:tỷ lệ |tỉ lệ )?$/u.test(text.slice(Math.max(0, start - 14), start)) &&
    /% (?:so với )?(?:kế hoạch|kh(?!\p{L})|chỉ tiêu)/u.test(text.slice(sentence.start, sentence.end))
  );
}

function isChange(text: string, { start }: Quantity): boolean {
  return /(?:tăng|giảm|nhiều hơn|ít hơn)(?:[\p{L} ]{0,14}| \d[\d.]*(?: \p{L}+){1,3} ?[=(,] ?(?:tăng |giảm |tương ứng )?)$/u.test(
    text.slice(Math.max(0, start - 48), start),
  );
}

/** «1.302 cán bộ» may be the base of «197 người»: persons among persons. Households are no share of party members. */
function sameKind(a: Quantity, b: Quantity): boolean {
  return sameThing(a.noun, b.noun) || arePersons(a, b);
}

/** Does the name of the base repeat the noun of a figure: «thủ tục hành chính» and «thủ tục hành chính giải quyết»? */
function sharesWords(noun: string, named: string): boolean {
  const [first, second] = noun.trim().split(/\s+/);
  return first !== undefined && second !== undefined && named.includes(`${first} ${second}`);
}
