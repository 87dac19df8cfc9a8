import type { Block } from '../../schemas/document.ts';
import { lowerBound } from '../part-whole/brackets.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import type { Range } from '../part-whole/sentences.ts';
import { lower } from '../text/fold.ts';

/** A base told earlier, in the block it stands in. */
export interface NamedBase {
  block: Block;
  whole: Quantity;
}

/** What a share may look back over: the figures of its own block and of those before it, the nearest first. */
export interface Earlier {
  block: Block;
  quantities: readonly Quantity[];
}

/** «đạt 86% số việc có điều kiện», «bằng 48% tổng mức đầu tư», «đạt 75% kế hoạch giao»: the name behind the share. */
const behind =
  /^ ?%\)? (?:so với |của |trên |trong )?(?:(?:tổng )?số ((?:vụ, việc|[^\d.,;%()]){3,60})|(tổng (?:mức|vốn|kinh phí|thu|chi|diện tích|sản lượng|giá trị|dư nợ|nguồn)[^\d.,;%()]{0,40})|((?:kế hoạch|dự toán|chỉ tiêu)(?: [^\d.,;%()]{0,50})?))/u;
/** «Trong tổng số đơn đủ điều kiện xử lý, đơn thuộc thẩm quyền là 3.572 đơn (80,9%)»: the name at the head. */
const ahead = /^[\s+*–-]*trong (?:tổng )?số ([^\d.,;%()]{3,60}),/u;
const filler = new Set('tiền vốn năm được của các đề ra cả này đó là toàn trên địa bàn hiện có'.split(' '));
/** A name of fewer words may be that of many things. */
const fewestWords = { beside: 2, afar: 3 };

/** Figures of a block that are looked through, the last first. */
const farthest = 60;

/** «1.286 vụ, việc»: the noun may go on behind a comma. */
const besideNoun = 6;

/** The figure that the name of a base was told with; null where none was, or several were and none fits. */
export function namedBase(
  text: string,
  sentence: Range,
  part: Quantity,
  percentage: Quantity,
  earlier: readonly Earlier[],
  alike: (one: Quantity) => boolean,
  fits: (whole: Quantity) => boolean,
): NamedBase | null {
  const after = behind.exec(text.slice(percentage.end, percentage.end + 90));
  const [, members, sum, plan] = after ?? [];
  // «chiếm 25% tổng số vụ cháy, nổ»: of two things together.
  const named = percentage.end + (after?.[0].length ?? 0);
  if (members !== undefined && /^,? (?:và )?\p{L}+ ?[).;,]/u.test(text.slice(named, named + 12))) return null;
  const name =
    members ?? sum ?? plan ?? ahead.exec(text.slice(sentence.start, Math.min(part.start, sentence.start + 90)))?.[1];
  if (name === undefined || (plan === undefined && percentage.value > 100)) return null;
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => !filler.has(word));
  for (const [distance, { block, quantities }] of earlier.entries()) {
    if (words.length < (distance === 0 ? fewestWords.beside : fewestWords.afar)) continue;
    const end = distance === 0 ? lowerBound(quantities, part.start) : quantities.length;
    const near = quantities.slice(Math.max(0, end - farthest), end);
    const likely = near.filter((one, at) => {
      if (one.measure !== part.measure || one.relative || one.compared || one.unit > one.value) return false;
      if ((plan === undefined && one.value < part.value) || !alike(one)) return false;
      const from = Math.max(near[at - 1]?.end ?? 0, one.start - 90);
      const before = block.text.slice(from, one.start).replace(/^.*[.;]\s/su, '');
      const around = lower(before + block.text.slice(one.start, one.nounEnd + besideNoun));
      return words.every((word) => around.includes(word));
    });
    const whole = likely.find(fits) ?? likely.at(-1);
    if (whole !== undefined) return { block, whole: { ...whole, denominator: null } };
  }
  return null;
}
