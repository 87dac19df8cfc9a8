import { fold } from '../text/fold.ts';
import { BODY, endOfName } from './body-names.ts';
import { issuerOfCode } from './codes.ts';

interface Issuer {
  name: string;
  start: number;
  end: number;
}

const LEAD = new RegExp(`^\\s?,?\\s?của\\s(?:(?:đồng chí|Đ/c)\\s)?(?=${BODY})`, 'u');
const NEXT = new RegExp(`^(?:,\\s|\\svà\\s|\\s[-–]\\s)(?=${BODY})`, 'u');
/** The two sign together under one code: «của Bộ Chính trị, Ban Bí thư». */
const LEADERS = /^(?:,\s|\svà\s)(?:Ban Bí thư|Bộ Chính trị)(?![\p{L}]|\s(?:Trung ương )?Đoàn)/u;
const MOST_BODIES = 6;

/** «của Ban Thường vụ Thành ủy Hải Phòng về …» → the name. A joint number names several: «của Bộ Y tế, Bộ Tài chính». */
export function readIssuer(text: string, at: number, bodies = 1): Issuer | null {
  const lead = LEAD.exec(text.slice(at, at + 60));
  if (!lead) return null;
  const start = at + lead[0].length;
  const first = endOfName(text, start);
  if (first === null) return null;
  let end = first;
  for (let i = 1; i < Math.min(bodies, MOST_BODIES); i++) {
    const next = NEXT.exec(text.slice(end, end + 50));
    const more: number | null = next && endOfName(text, end + next[0].length);
    if (!more) break;
    end = more;
  }
  if (/^(?:Bộ Chính trị|Ban Bí thư)$/u.test(text.slice(start, end)))
    end += LEADERS.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  return { name: text.slice(start, end), start, end };
}

const BODIES = new RegExp(`(?<![\\p{L}])${BODY}`, 'gu');
/** «… đã kịp thời ban hành các Kế hoạch số …»: from the name to the type word. */
const ISSUES =
  /^\s(?:\([^)]{1,40}\)\s)?(?:đã\s|vừa\s|cũng\s|kịp thời\s|chủ động\s|tham mưu\s|thống nhất\s|tiếp tục\s|xây dựng(?:,| và)\s){0,4}ban hành\s(?:các\s|\d{1,2}\s)?$/u;
/** «HĐND tỉnh thông qua Nghị quyết số …»: what a council passes is its own; others pass what is laid before them. */
const COUNCIL_PASSES = /^(?:HĐND|Hội đồng nhân dân|Quốc hội)[^,;]{0,60}?\s(?:đã\s)?thông qua\s(?:các\s|\d{1,2}\s)?$/iu;

/** «Ban Thường vụ Thành ủy đã ban hành Công văn số …»: who issued it stands before. */
export function readIssuerBefore(text: string, at: number): Issuer | null {
  const from = Math.max(0, at - 160);
  const window = text.slice(from, at);
  if (!/(?:ban hành|thông qua)\s(?:các\s|\d{1,2}\s)?$/u.test(window)) return null;
  for (const match of window.matchAll(BODIES)) {
    const start = from + match.index;
    const end = endOfName(text, start);
    if (end !== null && (ISSUES.test(text.slice(end, at)) || COUNCIL_PASSES.test(text.slice(start, at))))
      return { name: text.slice(start, end), start, end };
  }
  return null;
}

/** «Thành ủy đã xác định 03 chỉ tiêu … trong Nghị quyết số …». */
const SETS_IN = /^\s(?:đã\s)?(?:xác định|đề ra|đặt ra)\s[^.;:]{0,90}\s(?:trong|tại)\s(?:các\s)?$/u;

/** Who set something in the paper stands before; only a body whose letters the number has. */
export function readIssuerOfAims(text: string, at: number, code: string): Issuer | null {
  const from = Math.max(0, at - 160);
  const window = text.slice(from, at);
  const names = issuerOfCode(code)?.names.map(fold);
  if (!names || !/\s(?:trong|tại)\s(?:các\s)?$/u.test(window)) return null;
  for (const match of window.matchAll(BODIES)) {
    const start = from + match.index;
    const end = endOfName(text, start);
    if (end === null || !SETS_IN.test(text.slice(end, at))) continue;
    const name = text.slice(start, end);
    if (names.some((one) => fold(name).startsWith(one))) return { name, start, end };
  }
  return null;
}
