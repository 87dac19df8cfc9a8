import type { Block } from '../../schemas/document.ts';
import { sameThing } from '../part-whole/divisions.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { lower } from '../text/fold.ts';
import { isScanned } from './prose.ts';
import { type CheckInput, type Claim, consistent, flagged, type Place } from './rule.ts';
import { writeNumber } from './wording.ts';

const those = /trong (?:tổng )?số $/u;
/** «Trong 23 đảng viên được kiểm tra, kết luận có vi phạm 19 đảng viên». */
const ofThem = /(?:^|[.;] )trong $/u;
const some = /^[^.;\d()]{0,60}, ?(?:đã )?(?:có|với)[^.;,\d()]{0,20}$/u;
const tried = /(?:tiếp nhận|hòa giải)[\p{L} ]{0,30}$/u;
const succeeded = /^[^.;\d()]{0,40}thành (?:công )?$/u;

/** «Trong số 85 đại biểu, có 32 đại biểu nữ», «tiếp nhận 40 vụ, hòa giải thành 36 vụ»: so many of those told before. */
export function* ofThose(input: CheckInput, block: Block, quantities: readonly Quantity[]): Iterable<Claim> {
  if (!/trong|thành/i.test(block.text)) return;
  const text = lower(block.text);
  for (const [index, total] of quantities.entries()) {
    const part = quantities[index + 1];
    if (part === undefined || part.measure !== 'count' || total.measure !== 'count') continue;
    if (part.noun === '' || total.noun === '' || !sameThing(part.noun, total.noun)) continue;
    if (total.denominator !== null || part.denominator !== null || total.qualifier !== null || part.relative) continue;
    const before = text.slice(Math.max(0, total.start - 50), total.start);
    const between = text.slice(total.nounEnd, part.start);
    const named = those.test(before) && some.test(between);
    const told = ofThem.test(before) && /^[^.;\d()]{0,60},[^.;\d()]{0,40}$/u.test(between);
    if (!named && !told && !(tried.test(before) && succeeded.test(between))) continue;
    if (part.value <= total.value) {
      yield consistent;
      continue;
    }
    const place = (role: string, one: Quantity): Place => ({
      role,
      block: block.id,
      start: one.start,
      end: one.nounEnd,
    });
    yield flagged({
      certain: named && !isScanned(input, block.id),
      stated: part.raw,
      expected: `≤ ${writeNumber(total.value)}`,
      message: {
        vi: `Phần ghi ${part.raw}, lớn hơn tổng ${total.raw} mà nó thuộc về.`,
        en: `The part is ${part.raw}, more than the ${total.raw} it is part of.`,
      },
      formula: `${writeNumber(part.value)} > ${writeNumber(total.value)}`,
      evidence: [place('part', part), place('total', total)],
    });
  }
}
