import type { Block } from '../../schemas/document.ts';
import { hasBlank } from './blanks.ts';
import { figureWords } from './wording.ts';

export interface FigureAsked {
  title: string;
  start: number;
  end: number;
}

/** «số hội nghị», «tổng số vụ việc», «tỷ lệ hộ nghèo», «diện tích tự nhiên», «dân số»; not «số hóa», «số nhà». */
const CUE =
  /^(?:nêu rõ |thống kê |tổng hợp |trong đó:? |và |gồm:? )?(?:tổng số|số lượng|số lượt|tỷ lệ|tỉ lệ|diện tích|dân số|số (?!hóa|liệu|hiệu|nhà\b|thứ tự|\d|…|\.))/iu;
/** A rate that goes with the figure before it: «chiếm …%», «đạt …%», «tăng/giảm …%». */
const SHARE = /^(?:\(|và )?\s*(?:chiếm|đạt|bằng|tăng|giảm|so với|tương ứng|hoàn thành)/iu;
/** «Quyết định số ……/QĐ-UBND», «ngày …/…/2024» ask for no figure. */
const NAMES =
  /[Ss]ố[\s:….]{0,60}_{0,40}\s?[-/][\p{Lu}…][\p{Lu}\d\-/]*|(?:ngày|tháng|năm)(?:[….\s_\d/]|tháng|năm)+|[\d….]{1,12}\/[\d….]{1,12}\/(?:\d{4}|…+)/gu;

export const asksForFigures = (text: string): boolean =>
  hasBlank(text) || segmentsOf(text).some(({ title }) => CUE.test(title) && !/\d/.test(title));

/** What a line of an outline wants to be counted: each place to be filled in, or what it calls a number by name. */
export function figuresAsked(block: Block): FigureAsked[] {
  const text = block.text.replace(NAMES, (found) => ' '.repeat(found.length));
  const filled = hasBlank(text);
  return segmentsOf(text).flatMap((segment) => {
    const isAsked = filled ? hasBlank(segment.title) : CUE.test(segment.title) && !/\d/.test(segment.title);
    if (!isAsked || SHARE.test(segment.title)) return [];
    const title = nameOf(segment.title);
    return figureWords(title).length === 0 || title.length < 3 ? [] : [{ ...segment, title }];
  });
}

function segmentsOf(text: string): FigureAsked[] {
  const segments: FigureAsked[] = [];
  let start = 0;
  for (const stop of [...text.matchAll(/[;,(]|(?:trong đó|gồm|bao gồm):?(?=\s)|[.:](?=\s\p{Lu})|$/gu)]) {
    const raw = text.slice(start, stop.index);
    const title = raw.trim().replace(/^[-+*•]\s*/, '');
    const from = start + raw.indexOf(title);
    if (title !== '') segments.push({ title, start: from, end: from + title.length });
    start = stop.index + stop[0].length;
  }
  return segments;
}

/** «1. Tổ chức …….. cuộc đối thoại» → «Tổ chức … cuộc đối thoại». */
function nameOf(segment: string): string {
  return segment
    .replace(/^\s*\d{1,2}(?:\.\d+)*[.)]\s*/, '')
    .replace(/[….]{2,}|…|_{2,}|\[\s*\]|\(\s*\)/gu, ' … ')
    .replace(/^(?:nêu rõ|thống kê|tổng hợp|trong đó|và|có|gồm) /iu, '')
    .replace(/[\s).]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
