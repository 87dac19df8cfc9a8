export type Bound =
  | 'at-least'
  | 'below'
  | 'about'
  | 'min-target'
  | 'max-target'
  | 'remainder'
  | 'difference'
  | 'average';

export interface QualifierMatch {
  start: number;
  end: number;
  text: string;
  bound: Bound;
  /** «tăng», «tăng trên»: the figure is a change, not a level. */
  change: 'up' | 'down' | null;
}

const bounds: [Bound, string[]][] = [
  ['at-least', ['trên', 'hơn', 'vượt', 'vượt trên', 'vượt mức', 'trên mức', 'quá']],
  ['below', ['gần', 'ngót', 'suýt soát', 'dưới', 'xấp xỉ gần']],
  [
    'about',
    [
      'khoảng',
      'ước',
      'ước đạt',
      'ước tính',
      'ước tính khoảng',
      'ước khoảng',
      'ước thực hiện',
      'ước có',
      'xấp xỉ',
      'chừng',
      'khoảng chừng',
      'khoảng trên',
      'khoảng gần',
      'tương đương',
      'cỡ',
      'dự kiến khoảng',
    ],
  ],
  [
    'min-target',
    ['tối thiểu', 'ít nhất', 'không dưới', 'không ít hơn', 'không thấp hơn', 'đạt tối thiểu', 'thấp nhất'],
  ],
  ['max-target', ['tối đa', 'không quá', 'nhiều nhất', 'không vượt quá', 'chậm nhất', 'không nhiều hơn', 'cao nhất']],
  [
    'remainder',
    [
      'còn',
      'còn lại',
      'chỉ còn',
      'hiện còn',
      'vẫn còn',
      'giảm còn',
      'chỉ',
      'chỉ có',
      'chỉ đạt',
      'mới chỉ',
      'chỉ mới',
      'mới có',
      'mới đạt',
      'mới được',
    ],
  ],
  [
    'difference',
    [
      'tăng',
      'giảm',
      'tăng thêm',
      'giảm thêm',
      'thêm',
      'giảm bớt',
      'bớt',
      'tăng cao hơn',
      'cao hơn',
      'thấp hơn',
      'nhiều hơn',
      'ít hơn',
    ],
  ],
  ['average', ['bình quân', 'trung bình', 'bình quân đạt', 'trung bình đạt']],
];

const byPhrase = new Map<string, Bound>();
for (const [bound, phrases] of bounds) for (const phrase of phrases) byPhrase.set(phrase, bound);
const longest = 3;
const ups = new Set(['tăng', 'tăng thêm', 'thêm', 'tăng cao hơn', 'cao hơn', 'nhiều hơn']);

const words = /[\p{L}]+/gu;
/** «tối thiểu là 40%», «khoảng từ 3 đến 5»: words that may stand between. */
const filler = /^(?:là|từ|đạt|có|được|ở mức)$/u;

/** The qualifier that ends right before the number at `numberStart`; «tăng trên 5%» gives «trên» with change `up`. */
export function matchQualifier(text: string, numberStart: number): QualifierMatch | null {
  const from = Math.max(0, numberStart - 40);
  const before = text.slice(from, numberStart);
  if (!/\p{L} {1,2}$/u.test(before)) return null;
  // Only the words since the last mark of punctuation belong to this number.
  const clause = Math.max(
    ...['.', ',', ';', ':', '(', ')', '“', '”', '"', '\n', '\t'].map((mark) => before.lastIndexOf(mark)),
  );
  const tokens = [...before.matchAll(words)].filter((m) => m.index > clause);
  // The first word may have been cut by the window.
  if (from > 0 && tokens[0]?.index === 0) tokens.shift();
  let last = tokens.length;
  let found = endingAt(last);
  if (found === null && last > 1 && filler.test(tokens[last - 1]![0].toLowerCase())) {
    last--;
    found = endingAt(last);
    // «còn có 5», «vượt là 5»: only bounds reach over a filler.
    if (found !== null && (found.bound === 'remainder' || found.bound === 'difference')) found = null;
  }
  return found;

  function endingAt(end: number): QualifierMatch | null {
    for (let size = Math.min(longest, end); size >= 1; size--) {
      const part = tokens.slice(end - size, end);
      const phrase = part.map((m) => m[0].toLowerCase()).join(' ');
      const bound = byPhrase.get(phrase);
      if (bound === undefined) continue;
      const first = part[0]!;
      const final = part.at(-1)!;
      const earlier = tokens[end - size - 1]?.[0].toLowerCase();
      // «nộp lên cấp trên 745,9 triệu đồng»: the superiors, no bound.
      if (phrase === 'trên' && (earlier === 'cấp' || earlier === 'kể')) continue;
      let change: QualifierMatch['change'] = null;
      if (bound === 'difference') change = ups.has(phrase) ? 'up' : 'down';
      else if (earlier === 'tăng' || earlier === 'giảm') change = earlier === 'tăng' ? 'up' : 'down';
      return {
        start: from + first.index,
        end: from + final.index + final[0].length,
        text: before.slice(first.index, final.index + final[0].length),
        bound,
        change,
      };
    }
    return null;
  }
}

const orMore = /^ trở (lên|xuống)(?![\p{L}])/u;

/** «từ 15 người trở lên»: the bound that follows number and unit. */
export function matchTrailingQualifier(text: string, at: number): QualifierMatch | null {
  const m = orMore.exec(text.slice(at, at + 12));
  if (m === null) return null;
  return {
    start: at + 1,
    end: at + m[0].length,
    text: m[0].slice(1),
    bound: m[1] === 'lên' ? 'min-target' : 'max-target',
    change: null,
  };
}
