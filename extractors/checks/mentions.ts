import type { Block } from '../../schemas/document.ts';
import { Brackets } from '../part-whole/brackets.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { type Range, sentencesOf } from '../part-whole/sentences.ts';
import { fold, lower } from '../text/fold.ts';
import { eachWord } from '../text/letters.ts';
import { quantitiesOf } from './prose.ts';
import type { CheckInput } from './rule.ts';
import { withUnit } from './unit-slips.ts';

/** A figure of the running text with the words that say what it counts, where and when. */
export interface Mention {
  block: Block;
  quantity: Quantity;
  sentence: Range;
  /** Back to the «;» before it and on to the next figure: more words than its own clause, none of its neighbour's. */
  reach: Range;
  clause: Range;
  /** Position of its block in the report. */
  place: number;
  /** Position of the sentence in the report. */
  order: number;
  /** Folded syllables that carry meaning, from its clause. */
  words: ReadonlySet<string>;
  /** All syllables behind the figure in their order, folded: what exactly is counted. */
  after: readonly string[];
  /** Syllables of names (capitals inside the sentence). */
  names: ReadonlySet<string>;
  /** Words that tell one figure from its sibling: levels, times, states («mới», «chưa»). Compared as a whole. */
  marks: ReadonlySet<string>;
  /** Who the block is about, where its heading or its first words say so («3.1. Hội Nông dân»). */
  subject: string;
  /** Under a heading of plans and targets, or worded as one. */
  target: boolean;
  /** The year that its paragraph speaks of at this place; null where none was named yet. */
  year: string | null;
  /** The month, the quarter or the months together that its paragraph speaks of at this place; null where none was named. */
  span: string | null;
}

const empty = new Set(
  'và với của các những đã được là có cho trong tại ở từ đến về theo do để này đó trên số tổng cả đối qua bằng nhằm như còn cùng khi thì mà sẽ đang vào ra lên gồm trở tới nay nhất đều kỳ năm tháng quý'.split(
    ' ',
  ),
);

/** Verbs that every report uses for every fact, folded: one place has them, another does not. */
export const light = new Set('to chuc thuc hien tien hanh trien khai toan truc tiep duoc dat tren'.split(' '));

/** Capitals that name no place: papers, bodies that every report speaks of, and the words of respect. */
const noName = new Set(
  'nghi quyet chi thi ket luan quy dinh ke hoach quyet chuong trinh thong tri bao cao huong dan nhan dang nha nuoc trung uong thanh uy tinh bo ban thuong vu mat tran to quoc viet nam hoi dong dai bieu quoc luat bi thu chu tich'.split(
    ' ',
  ),
);

/** Pairs that tell siblings apart: a figure marked with one is no repetition of a figure marked with the other. */
const tellApart: readonly (readonly [string, RegExp])[] = [
  ['tỉnh', /cấp tỉnh|cấp thành phố/u],
  ['huyện', /cấp (?:quận|huyện)|quận ủy|huyện ủy|(?:các )?quận, huyện|cấp huyện/u],
  ['xã', /cấp xã|(?:các )?xã, phường|cơ sở(?! tôn| kinh| sản| giáo| vật| hạ| dữ)|đảng ủy xã|đảng ủy phường/u],
  ['mới', /(?<!nông thôn )mới|lần đầu/u],
  ['cũ', /(?<!\p{L})cũ|duy trì|nhân rộng|chuyển tiếp/u],
  ['chưa', /(?<!\p{L})(?:chưa|không|còn lại|tồn đọng|còn \d)/u],
  ['nữ', /(?<!\p{L})nữ(?!\p{L})/u],
  ['trẻ', /trẻ em|thanh niên|đoàn viên/u],
  ['nhận', /tiếp nhận|thụ lý|nhận được/u],
  ['xong', /(?:đã|được) (?:giải quyết|xử lý|trả lời|tiếp thu)|hoàn thành/u],
  ['tăng', /tăng|giảm|chênh lệch/u],
  ['cùng kỳ', /cùng kỳ|năm trước|so với/u],
  ['quý', /quý (?:i{1,3}|iv|\d)/u],
  ['kế hoạch', /kế hoạch giao|chỉ tiêu|phấn đấu|dự kiến|mục tiêu|tối thiểu|ít nhất/u],
  ['bình quân', /bình quân|trung bình|mỗi/u],
  ['định kỳ', /định kỳ|thường xuyên/u],
  ['đột xuất', /đột xuất|chuyên đề/u],
];

const planHeading =
  /phương hướng|nhiệm vụ trọng tâm|nhiệm vụ, giải pháp|kế hoạch (?:công tác )?(?:năm|quý|6 tháng)|mục tiêu/u;

export function mentionsOf(input: CheckInput): Mention[] {
  const figures = quantitiesOf(input);
  const found: Mention[] = [];
  let order = 0;
  let plan = Number.POSITIVE_INFINITY;
  let heading = '';
  for (const [place, block] of input.context.blocks.entries()) {
    if (block.kind === 'heading') {
      const rank = rankOf(block.text);
      if (planHeading.test(lower(block.text))) plan = Math.min(plan, rank);
      else if (rank <= plan) plan = Number.POSITIVE_INFINITY;
      heading = block.text;
    }
    if (block.kind === 'table' || block.kind === 'header' || block.kind === 'signature' || block.kind === 'recipients')
      continue;
    const quantities = figures(block);
    if (quantities.length === 0) continue;
    const small = lower(block.text);
    const brackets = new Brackets(block.text);
    const yearAt = yearsIn(small);
    const spanAt = spansIn(small);
    let passed = 0;
    const subject = subjectIn(block.text.slice(0, 70)) || subjectIn(heading);
    for (const sentence of sentencesOf(block.text)) {
      order++;
      const own: Quantity[] = [];
      while (passed < quantities.length && quantities[passed]!.start < sentence.end) own.push(quantities[passed++]!);
      if (own.length === 0) continue;
      own.forEach((quantity, index) => {
        const clause = clauseOf(small, sentence, own, index, brackets);
        const context = wordsIn(block.text, small, clause, quantity);
        const text = small.slice(clause.start, clause.end);
        found.push({
          block,
          place,
          quantity,
          sentence,
          clause,
          reach: reachOf(small, sentence, quantity, own[index + 1]),
          order,
          ...context,
          subject,
          year: yearAt(quantity.start),
          span: spanAt(quantity.start),
          marks: new Set([
            ...tellApart.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : [])),
            ...(quantity.compared ? ['cùng kỳ'] : []),
            ...(text.match(/(?:19|20)\d\d(?!\d)|\d{1,2} tháng(?: đầu| cuối)?|quý (?:i{1,3}v?|iv|\d)(?!\p{L})/gu) ?? []),
          ]),
          target:
            plan !== Number.POSITIVE_INFINITY ||
            /phấn đấu|chỉ tiêu|mục tiêu|dự kiến|sẽ /u.test(text) ||
            // «phấn đấu có thêm 04 trường, nâng tổng số lên 101 trường»: all that the sentence goes on to say.
            /(?:phấn đấu|dự kiến)(?!\p{L})/u.test(
              small.slice(Math.max(sentence.start, quantity.start - 300), quantity.start),
            ),
        });
      });
    }
  }
  return found;
}

const ofYear = /(?:năm|tháng \d{1,2} ?[/.]|quý [ivx\d]{1,3} ?[/.]) ?((?:19|20)\d\d)(?![\d/-])/gu;
const beside = /(?:so với|cùng kỳ|từ|đến|giai đoạn|hết|so)[^.;,]{0,24}$/u;

/** «6 tháng đầu năm 2021, toàn tỉnh đã phát hiện … Đã khởi tố 179 vụ»: what a paragraph goes on to tell is of that year. */
function yearsIn(text: string): (at: number) => string | null {
  const named = Array.from(text.matchAll(ofYear), ({ index, 1: year = '' }) => ({ index, name: year }));
  return lastNamed(named.filter(({ index }) => !beside.test(text.slice(Math.max(0, index - 40), index))));
}

/** «Trong tháng 5, …», «Lũy kế 5 tháng đầu năm, …». */
const ofSpan =
  /(?:trong |của )tháng \d{1,2}(?!\d)|lũy kế|luỹ kế|cộng dồn|từ đầu năm|(?:trong |của )quý (?:i{1,3}v?|iv|\d)(?!\p{L})/gu;

function spansIn(text: string): (at: number) => string | null {
  return lastNamed(
    Array.from(text.matchAll(ofSpan), ({ index, 0: name }) => ({ index, name: name.replace('của', 'trong') })),
  );
}

/** What was named last before a place; places are asked for in their order. */
function lastNamed(named: readonly { index: number; name: string }[]): (at: number) => string | null {
  let last = -1;
  return (at) => {
    while ((named[last + 1]?.index ?? Number.POSITIVE_INFINITY) < at) last++;
    return named[last]?.name ?? null;
  };
}

/** «Phần thứ hai» 0, «IV.» 1, «2.» 2, «2.1.» 3, …: a chapter of plans ends with the next heading of its rank. */
function rankOf(heading: string): number {
  if (/^phần /i.test(heading)) return 0;
  if (/^[IVX]+[.\s-]/.test(heading)) return 1;
  const digits = /^\d+(?:\.\d+)*/.exec(heading)?.[0];
  return digits === undefined ? 6 : 1 + digits.split('.').length;
}

const body =
  /^[-+*.\d\s)(]{0,12}(?:các |của |tại |ở )?(?:hội|đoàn|mặt trận|công đoàn|liên đoàn|công an|quân sự|biên phòng|ban|văn phòng|trường|chi bộ|đảng bộ|đảng ủy|thôn|tổ dân phố|xã|phường|quận|huyện|sở|phòng|tòa án|viện)(?: \p{L}+){1,4}/u;

/** The body a heading or a paragraph opens with, folded; empty when it names none. */
function subjectIn(text: string): string {
  const found = body.exec(lower(text))?.[0];
  return found === undefined
    ? ''
    : fold(found)
        .replace(/^[^a-z]+/, '')
        .split(' ')
        .slice(0, 3)
        .join(' ');
}

/** Words further off than this say nothing of a figure. */
const farthest = 600;

/**
 * The facts of a long sentence are parted by «;», and what stands in parentheses is told apart from the figure before:
 * «196 cuộc đối thoại (cấp thành phố: 5 cuộc; …)» is of no level.
 */
function reachOf(text: string, sentence: Range, quantity: Quantity, next: Quantity | undefined): Range {
  const from = Math.max(sentence.start, quantity.start - farthest);
  const before = text.slice(from, quantity.start);
  const bracket = before.lastIndexOf('(');
  // A part in parentheses is of what stands before them: «196 cuộc đối thoại (cấp tỉnh: 5 cuộc; …)».
  const inBracket = bracket !== -1 && !before.slice(bracket).includes(')');
  const start = from + before.lastIndexOf(';', inBracket ? bracket : before.length) + 1;
  const limit = Math.min(sentence.end, next?.start ?? sentence.end, quantity.end + farthest);
  const stop = text.slice(quantity.end, limit).search(/[;()]/);
  return { start, end: stop === -1 ? limit : quantity.end + stop };
}

/** From the end of the figure before it (or a mark that parts clauses) to the start of the next figure. */
function clauseOf(text: string, sentence: Range, own: readonly Quantity[], index: number, brackets: Brackets): Range {
  const quantity = own[index]!;
  const next = own[index + 1];
  let start = Math.max(sentence.start, quantity.start - 160);
  const before = text.slice(start, quantity.start);
  const cut = before.lastIndexOf(';');
  if (cut !== -1) start += cut + 1;
  // «1.508 ý kiến đề xuất; tổ chức 56 hội nghị», but «28 cuộc kiểm tra đối với 37 tổ chức đảng» share their clause.
  for (let at = index; at > Math.max(0, index - 3); at--) {
    const comma = text.slice(own[at - 1]!.end, own[at]!.start).search(/[,;]/);
    if (comma === -1) continue;
    start = Math.max(start, own[at - 1]!.end + comma + 1);
    break;
  }
  let end = Math.min(sentence.end, quantity.end + 160);
  if (next !== undefined) end = Math.min(end, next.start);
  const after = text.slice(quantity.end, end).search(/[;:]|,(?= )/);
  if (after !== -1) end = quantity.end + after;
  const around = brackets.enclosing(quantity.start);
  if (around !== null && around.start > start && quantity.start - around.start < 160) {
    if (text.slice(around.start, quantity.start).split(' ').length > 4) start = around.start + 1;
  }
  const opened = text.slice(quantity.end, end).indexOf('(');
  if (opened !== -1) end = quantity.end + opened;
  return { start, end: Math.max(end, quantity.nounEnd) };
}

function wordsIn(
  text: string,
  small: string,
  clause: Range,
  quantity: Quantity,
): Pick<Mention, 'words' | 'names' | 'after'> {
  const after: string[] = [];
  const words = new Set<string>();
  const names = new Set<string>();
  const folded = fold(small.slice(clause.start, clause.end));
  let first = true;
  // «15.140 triệu» and «15.140 tỷ» are said of one thing, with another unit.
  const unitEnd = quantity.measure === 'count' ? quantity.end : withUnit(text, quantity).end;
  const told = small.slice(clause.start, clause.end);
  eachWord(told, (start, end) => {
    const at = clause.start + start;
    if (at >= quantity.start && at < unitEnd) return;
    const plain = folded.slice(start, end);
    const capital = text.charAt(at) !== small.charAt(at);
    if (capital && !first && !noName.has(plain)) names.add(plain);
    if (at >= unitEnd) after.push(plain);
    if (!empty.has(told.slice(start, end))) words.add(plain);
    first = false;
  });
  return { words, names, after };
}

export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common;
}

export function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && shared(a, b) === a.size;
}

/** Mentions by the position of their sentence. */
export function mentionsBySentence(input: CheckInput): Map<number, Mention[]> {
  const found = new Map<number, Mention[]>();
  for (const mention of input.shared(mentionsOf)) {
    const same = found.get(mention.order);
    if (same === undefined) found.set(mention.order, [mention]);
    else same.push(mention);
  }
  return found;
}
