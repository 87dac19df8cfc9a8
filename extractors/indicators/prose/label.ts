import type { Layout } from './clauses.ts';
import type { Figure } from './figure.ts';
import type { Span } from './figures.ts';
import { adverbs, deedVerbs, lightVerbs } from './words.ts';

export interface Label {
  text: string;
  rule: 'label-after' | 'label-before' | 'label-unit' | 'label-of-previous';
  /** From the first word of the label to its last, figure included. */
  start: number;
  end: number;
}

/** What ends the words after a figure that say what it counts. */
const stop =
  / (?:với|cho|đối với|đạt|chiếm|trong đó|gồm|bao gồm|và|trị giá|tổng trị giá|tăng|giảm|so với|nhằm|để|nên|góp phần|qua đó|tổng kinh phí|kinh phí|số tiền|bằng|tương ứng|tỷ lệ|tỉ lệ|trong khi|còn lại|còn|từ ngày|trong năm|trong tháng|trong quý|trong \d|như|là:)(?![\p{L}])/u;
const lead = new RegExp(
  `^(?:(?:${lightVerbs}|toàn bộ|các|những|đồng thời|ngoài ra|bên cạnh đó|theo đó|qua đó|kết quả)(?![\\p{L}])[ ,:]*)+`,
  'iu',
);
const tail = new RegExp(
  `(?:[ ,:]+(?:${lightVerbs}|tối thiểu|ít nhất|không dưới|tối đa|hơn|gần|thêm|tăng|giảm|trên tổng số|khoảng chừng|lên đến|mức|đó)|[ ,:(“"-]+)+$`,
  'iu',
);
const predicate = new RegExp(`(?:^|[ ,:])(?:${adverbs}) (?=\\S)`, 'giu');
const deed = new RegExp(`(?:^|[ ,:])(?:${deedVerbs})(?![\\p{L}])`, 'giu');
const countNoun = /(?:^|\s)(tổng số|số lượng|số lượt|số)\s[^,]*$/iu;

/**
 * The name of a figure: the noun it counts with what qualifies it («161 đảng viên là người dân tộc thiểu số»), or the
 * words before it where nothing follows («Tổng số người tham dự 117 người», «dân số trên 2 triệu người»).
 */
export function labelOf(
  text: string,
  figure: Figure,
  layout: Layout,
  neighbours: { previous: Figure | undefined; next: Figure | undefined; previousLabel: string | null },
  blanks: readonly Span[],
): Label {
  const segment = layout.segmentAt(figure.start);
  const from = leftBoundary(text, figure, segment, neighbours.previous);
  const to = rightBoundary(text, figure, segment, neighbours.next);
  const left = cleanLeft(blankOut(text, from, figure.start, blanks));
  const right = cleanRight(blankOut(text, figure.end, to, blanks));
  const end = right === '' ? figure.end : to;
  const spread = { start: left === '' ? figure.start : from, end };
  const unit = figure.unit === null || figure.role === 'rank' ? '' : text.slice(figure.unit.start, figure.unit.end);

  if (figure.role === 'rank')
    return { ...spread, text: join('xếp hạng', right.replace(/^về /u, '') || left), rule: 'label-after' };
  if (figure.role === 'percent' || figure.role === 'rate') return shareLabel(left, right, spread, neighbours);
  if (figure.role === 'measure') {
    if (left !== '') return { ...spread, text: withoutSubject(left), rule: 'label-before' };
    return {
      ...spread,
      text: right || neighbours.previousLabel || unit,
      rule: right ? 'label-after' : 'label-of-previous',
    };
  }
  if (right !== '') {
    const verb = countNoun.test(left) ? (countNoun.exec(left)?.[1] ?? '') : contentVerb(left);
    return { ...spread, text: join(verb, unit, right), rule: 'label-after' };
  }
  const deedWords = withoutSubject(left);
  if (deedWords === '') {
    const linked = neighbours.previousLabel !== null && linksBack(text, figure, neighbours.previous);
    return linked
      ? { ...spread, text: `${unit} (${neighbours.previousLabel})`, rule: 'label-of-previous' }
      : { ...spread, text: unit || (neighbours.previousLabel ?? ''), rule: 'label-unit' };
  }
  const named =
    countNoun.test(deedWords) || unit === '' || /^trường hợp$/iu.test(unit) || includesWord(deedWords, unit);
  return { ...spread, text: named ? deedWords : join(unit, deedWords), rule: 'label-before' };
}

/** «đạt 68,4%» after a fraction is the share of what the fraction counts. */
function shareLabel(left: string, right: string, spread: Span, neighbours: { previousLabel: string | null }): Label {
  const noun = right.replace(/^(?:trên )?(?:tổng )?(?:số |các |những )/u, '');
  const before = withoutSubject(left);
  if (
    /^(?:số|các|tổng|những|người|hộ|cán bộ|đảng viên|chi bộ|xã|phường|cơ quan|đơn vị|trên tổng)/u.test(right) ||
    (before === '' && right !== '')
  )
    return { ...spread, text: noun || right, rule: 'label-after' };
  if (before !== '' && !/^(?:tỷ lệ|tỉ lệ)$/iu.test(before)) return { ...spread, text: before, rule: 'label-before' };
  if (neighbours.previousLabel !== null)
    return {
      ...spread,
      text: `tỷ lệ ${neighbours.previousLabel.replace(/^(?:tổng số|số lượng|số|tỷ lệ) /iu, '')}`,
      rule: 'label-of-previous',
    };
  return { ...spread, text: right || before || 'tỷ lệ', rule: 'label-after' };
}

function leftBoundary(text: string, figure: Figure, segment: Span, previous: Figure | undefined): number {
  const floor = Math.max(
    segment.start,
    previous !== undefined && previous.token !== figure.token ? Math.min(previous.end, figure.start) : segment.start,
    figure.start - 260,
  );
  const stretch = text.slice(floor, figure.start);
  // A comma of an enumeration of nouns does not part («các sở, ngành, địa phương đã tổ chức 12 …»); one after a clause does.
  let cut = Math.max(stretch.lastIndexOf(': '), stretch.lastIndexOf(' - '), -1);
  for (let at = stretch.lastIndexOf(', '); at > cut; at = stretch.lastIndexOf(', ', at - 1)) {
    const after = stretch.slice(at + 2).trimStart();
    if (
      /^(?:đã|đang|có|đạt|tổ chức|với|trong đó|còn|tỷ lệ|tỉ lệ|tổng|số|hỗ trợ|tặng|trao|xây|phối hợp|vận động|tiếp|giải quyết|ban hành|thu hút|kết nạp|\p{Lu})/u.test(
        after,
      ) ||
      after.length > 90 ||
      new RegExp(`^(?:${deedVerbs})(?![\\p{L}])`, 'u').test(after)
    ) {
      cut = at;
      break;
    }
    if (at === 0) break;
  }
  return cut === -1 ? floor : floor + cut + 1;
}

const listPiece =
  /^, (?!(?:đã|đạt|qua|góp|nhằm|còn|trong|cụ thể|như|với|tăng|giảm|có|được|không|nhất|đảm|bảo|đồng|tỷ|chiếm|kịp|từng|giúp|tạo|gồm|thu|do|nâng)(?![\p{L}]))\p{Ll}+(?: \p{Ll}+){0,2}(?=[,;.)]|$| và )/u;

function rightBoundary(text: string, figure: Figure, segment: Span, next: Figure | undefined): number {
  const ceiling = Math.min(
    segment.end,
    next !== undefined && next.token !== figure.token ? Math.max(next.start, figure.end) : segment.end,
    figure.end + 220,
  );
  const stretch = text.slice(figure.end, ceiling);
  let end = stretch.search(/[,:(]|\.(?:\s|$)|\.\.\.|…| - /u);
  if (end === -1) end = stretch.length;
  // «đơn khiếu nại, tố cáo, kiến nghị;»
  for (let count = 0; count < 3 && end > 0 && stretch[end] === ','; count++) {
    const piece = listPiece.exec(stretch.slice(end, end + 40));
    if (piece === null || end + piece[0].length > stretch.length) break;
    end += piece[0].length;
  }
  const cut = stop.exec(stretch.slice(0, end));
  return figure.end + (cut === null ? end : cut.index);
}

function blankOut(text: string, start: number, end: number, blanks: readonly Span[]): string {
  let out = '';
  let at = start;
  for (const blank of blanks) {
    if (blank.end <= at || blank.start >= end) continue;
    out += text.slice(at, Math.max(at, blank.start));
    at = Math.min(end, blank.end);
  }
  return out + text.slice(at, end);
}

function cleanLeft(raw: string): string {
  let left = tidy(raw.replace(/^[-–+*•\s,;:)]+/u, ''));
  left = left.replace(/(?:^|[ ,])(?:trong|đến|tính đến|từ|vào|năm|ngày)(?=[ ,]*$)/iu, '').replace(tail, '');
  const bare = left.replace(lead, '');
  return new RegExp(`^(?:${lightVerbs}|trong|tổng)$`, 'iu').test(bare) ? '' : bare.replace(/^[ ,:]+|[ ,:]+$/gu, '');
}

function cleanRight(raw: string): string {
  const right = tidy(raw).replace(/(?: (?:là|có|được|đã|đều|trong|vào|từ|đến|tại|của|ở|về|cả|các|những|mới))+$/u, '');
  return /^(?:là|có|đã|được|trong|vào|đến|tại|ở|từ|đều)?$/u.test(right) ? '' : right;
}

function tidy(raw: string): string {
  return raw
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[“"”]+$/u, '');
}

/** «Ban Nội chính Thành ủy đã tiếp nhận» → «tiếp nhận»; a phrase that begins with a noun of measure stays whole. */
export function withoutSubject(left: string): string {
  if (
    /^(?:tổng|số|tỷ lệ|tỉ lệ|mức|thu nhập|diện tích|dân số|kinh phí|giá trị|sản lượng|doanh thu|thu ngân sách|chỉ số)/iu.test(
      left,
    )
  )
    return left;
  let cut = 0;
  for (const match of left.matchAll(predicate)) cut = match.index + match[0].length;
  const rest = left.slice(cut).replace(lead, '');
  if (cut > 0) return rest;
  // No adverb: «Đảng ủy phường tiếp nhận» has its deed after a capital name.
  if (!/^\p{Lu}/u.test(left)) return rest;
  const first = [...left.matchAll(deed)].find((match) => match.index > 0);
  return first === undefined ? rest : left.slice(first.index).trim().replace(lead, '');
}

/** The deed right before a figure, without who did it and without «tổ chức», «có». */
function contentVerb(left: string): string {
  const words = withoutSubject(left);
  const last = [...words.matchAll(deed)].at(-1);
  if (last === undefined) return '';
  const verb = words.slice(last.index).trim();
  if (verb.split(' ').length > 6) return '';
  return verb.replace(lead, '').replace(tail, '');
}

function linksBack(text: string, figure: Figure, previous: Figure | undefined): boolean {
  if (previous === undefined || figure.start - previous.end > 60) return false;
  return /(?:với|cho|đối với|của)(?: (?:trên|hơn|gần|khoảng))?\s{1,2}$/u.test(text.slice(previous.end, figure.start));
}

function includesWord(phrase: string, word: string): boolean {
  return ` ${phrase.toLowerCase()} `.includes(` ${word.toLowerCase()} `);
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
