import type { Block } from '../../schemas/document.ts';
import { lowerBound } from '../part-whole/brackets.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { lower } from '../text/fold.ts';

/** Sizes that nothing of its kind has; wide enough that only a wrong unit leaves them. */
interface Size {
  /** Words right before the figure. */
  before: RegExp;
  measure: Quantity['measure'];
  least: number;
  most: number;
  vi: string;
  en: string;
}

const lead = '(?: \\p{L}+){0,5}(?: \\d{4})?(?: \\p{L}+){0,3}(?: là| đạt| khoảng| trên| gần|:)? $';
const sizes: readonly Size[] = [
  {
    before: new RegExp(`thu nhập bình quân(?: đầu người)?${lead}`, 'u'),
    measure: 'money',
    least: 100_000,
    most: 2e9,
    vi: 'thu nhập bình quân của một người',
    en: 'the mean income of a person',
  },
  {
    before: new RegExp(
      `mỗi (?:suất|phần|hộ|người|em|cháu|gia đình)(?: quà| học bổng)?(?: trị giá| nhận| được)?${lead}`,
      'u',
    ),
    measure: 'money',
    least: 5_000,
    most: 5e9,
    vi: 'một suất',
    en: 'a single share',
  },
  {
    before: new RegExp(`(?:diện tích tự nhiên|tổng diện tích tự nhiên)${lead}`, 'u'),
    measure: 'area',
    least: 100_000,
    most: 4e11,
    vi: 'diện tích tự nhiên của một địa phương',
    en: 'the area of a locality',
  },
  {
    before: new RegExp(`(?:nhà văn hóa|phòng làm việc|phòng học|sân chơi|nhà tình nghĩa|nhà đại đoàn kết)${lead}`, 'u'),
    measure: 'area',
    least: 4,
    most: 500_000,
    vi: 'một công trình như vậy',
    en: 'such a building',
  },
];

/** Figures whose size cannot be that of the thing they are said of. */
export function beyondReason(
  block: Block,
  quantities: readonly Quantity[],
): { quantity: Quantity; reason: { vi: string; en: string } }[] {
  const text = lower(block.text);
  return quantities.flatMap((quantity) => {
    if (quantity.measure !== 'money' && quantity.measure !== 'area') return [];
    if (quantity.relative || quantity.denominator !== null) return [];
    const from = quantities[lowerBound(quantities, quantity.start) - 1]?.end ?? 0;
    const before = text.slice(Math.max(from, quantity.start - 90), quantity.start);
    const size = sizes.find((one) => one.measure === quantity.measure && one.before.test(before));
    if (size === undefined || (quantity.value >= size.least && quantity.value <= size.most)) return [];
    return [{ quantity, reason: { vi: size.vi, en: size.en } }];
  });
}
