import type { Block } from '../../schemas/document.ts';
import { within } from '../part-whole/brackets.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { sentencesOf } from '../part-whole/sentences.ts';
import { lower } from '../text/fold.ts';
import { quantitiesOf } from './prose.ts';
import { ratesIn } from './rates.ts';
import type { CheckInput } from './rule.ts';
import { withUnit } from './unit-slips.ts';

/** «20 suất quà, mỗi suất 500.000 đồng, tổng trị giá 10 triệu đồng»: how many, what each is worth, what all are worth. */
export interface Product {
  block: Block;
  count: Quantity;
  each: Quantity;
  total: Quantity;
  /** Worked out of the other two: «bình quân 55 kg/con». */
  average: boolean;
  /** Nothing else is counted or given in the sentence that the total might take in. */
  plain: boolean;
}

const eachWord =
  /(?:mỗi|từng) (\p{L}+)(?: (?!trị giá|được)\p{L}+){0,2}?(?: (?:trị giá|có giá trị|được|hỗ trợ|nhận|là))* $/u;
/** «mức 50 triệu đồng/nhà». */
const rateWord = /(?:^|[ (])(?:mức|định mức|đơn giá|trị giá)(?: (?:hỗ trợ|chi|là))* $/u;
const totalWord =
  /^[,)]? (?:với )?(?:tổng|tổng cộng|tổng số|tổng trị giá|tổng giá trị|tổng kinh phí)(?: (?:trị|giá|số|tiền|kinh|phí|hỗ|trợ|thực|hiện|là|quà))* $/u;
/** The total told first: «486 suất quà trị giá 243 triệu đồng (500 nghìn đồng/suất)». */
const worthWord =
  /(?:^|[ ,])(?:tổng|trị giá|tổng trị giá|tổng giá trị|tổng kinh phí|tổng số tiền|với số tiền|số tiền|với kinh phí|kinh phí|tổng trọng lượng|tổng khối lượng|tổng diện tích|tổng chiều dài)(?: (?:hỗ trợ|là|phạt))* $/u;
/** «…, bình quân 0,9 tỷ đồng/phòng»: worked out of the total, and rounded. */
const averageWord = /^[^\d;()]{0,12}, ?(?:tính )?(?:bình quân|trung bình)(?: (?:mỗi|đạt|là|khoảng|ước))* $/u;
/** Something besides is given, or the rate holds for a month or a year. */
const besides =
  /(?:^|[ ,(])(?:cùng|kèm|nhiều|ngoài|tiền mặt|hiện vật|nhu yếu phẩm|tháng|năm|ngày|quý|lần|đợt|từ|đến|tối đa|bình quân)(?=[ ,.)/]|$)|\/(?:tháng|năm|ngày|quý|lần|đợt)/u;
const takesIn = /^[ ,(:]{0,3}(?:bao gồm|gồm|trong đó|cả|kể cả|và|cùng|kèm)(?= |$)/u;

/** The products of a block, found once for all rules: `productsOf(input)(block)`. */
export function productsOf(input: CheckInput): (block: Block) => readonly Product[] {
  return input.shared(finder);
}

function finder(input: CheckInput): (block: Block) => readonly Product[] {
  const known = new Map<string, readonly Product[]>();
  return (block) => {
    const products = known.get(block.id) ?? productsIn(block, quantitiesOf(input)(block));
    known.set(block.id, products);
    return products;
  };
}

const eachRate = /(?<=\p{L})\/\p{L}/u;

function productsIn(block: Block, quantities: readonly Quantity[]): Product[] {
  const text = lower(block.text);
  if (!/mỗi|từng/.test(text) && !eachRate.test(text)) return [];
  const figures = [...quantities, ...ratesIn(block.text)].sort((one, other) => one.start - other.start);
  const found: Product[] = [];
  for (const sentence of sentencesOf(block.text)) {
    const own = within(figures, sentence.start, sentence.end).filter((one) => !one.relative && !one.compared);
    own.forEach((count, index) => {
      const [a, b] = [own[index + 1], own[index + 2]];
      if (a === undefined || b === undefined || ![count, a, b].every(isExact)) return;
      if (count.measure !== 'count' || a.family === null || a.family !== b.family || !dividable.has(a.family)) return;
      const first = text.slice(count.end, a.start).replace(/ ?\([^()]*\)/g, '');
      const second = text.slice(moneyEnd(text, a), b.start);
      const end = moneyEnd(text, b);
      if (/[;(]/.test(first) || /;/.test(second) || besides.test(first)) return;
      const shared = worthWord.test(first) || (a.family === 'people' && /(?:với|cho|có|thu hút) $/u.test(first));
      const average = averageWord.test(second) && shared && isRateOf(text, count, b);
      if (average) {
        found.push({ block, count, each: b, total: a, average, plain: !/ và | hoặc /.test(first) });
        return;
      }
      if (besides.test(second) || a.measure !== 'money') return;
      const rest = text.slice(end, sentence.end);
      if (besides.test(rest.slice(0, 12)) || takesIn.test(rest)) return;
      const each = rated(text, count, a, first) && totalWord.test(second.replace(/^\/\p{L}+/u, '')) ? a : b;
      if (each === b && !(worthWord.test(first) && rated(text, count, b, second) && !/^\/| và /.test(second))) return;
      const others = own.filter(
        (one, at) => (at < index && !text.slice(one.end, count.start).includes(';')) || at > index + 2,
      );
      // «20 suất, mỗi suất 500.000 đồng và 30 suất, mỗi suất 1 triệu đồng, tổng …» is the total of both.
      // «186 nhà với số tiền 11.160 triệu đồng (60 triệu đồng/nhà), sửa chữa 94 nhà …» has its rate in parentheses of its own.
      const bracketed = each === b && /\([^()]{0,20}$/.test(second);
      if (!bracketed && others.some((one) => one.measure === 'money')) return;
      const plain = bracketed
        ? !/ và | hoặc /.test(first)
        : others.every((one) => one.measure === 'time') && !/ và | hoặc /.test(first);
      found.push({ block, count, each, total: each === a ? b : a, average: false, plain });
    });
  }
  return found;
}

/** What is shared out: money, weight, length, attendances. */
const dividable: ReadonlySet<string> = new Set(['money', 'weight', 'volume', 'length', 'area', 'people']);

/** «0,9 tỷ đồng/phòng» of so many «phòng học». */
function isRateOf(text: string, count: Quantity, each: Quantity): boolean {
  const after = /^[^/\d,.;]{0,16}\/ ?(\p{L}+)(?![\p{L}/])/u.exec(text.slice(each.end))?.[1];
  return after !== undefined && text.slice(count.end, count.nounEnd).trim().split(' ').includes(after);
}

/** Is the figure what one of those counted is worth? The thing must be named again: «60 hộ, mỗi suất» is two things. */
function rated(text: string, count: Quantity, each: Quantity, before: string): boolean {
  const noun = text.slice(count.end, count.nounEnd).trim().split(' ');
  const after = /^\/(\p{L}+)(?![\p{L}/])/u.exec(text.slice(moneyEnd(text, each)))?.[1];
  if (after !== undefined && !noun.includes(after)) return false;
  const named = eachWord.exec(before)?.[1];
  if (named !== undefined) return noun.includes(named);
  return after !== undefined && (rateWord.test(before) || /^[ ,]*\($/.test(before));
}

function moneyEnd(text: string, one: Quantity): number {
  return withUnit(text, one).end;
}

function isExact(one: Quantity): boolean {
  return one.qualifier === null && one.denominator === null && !one.relative;
}
