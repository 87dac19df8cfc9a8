import type { Block } from '../../schemas/document.ts';
import { OUTLINE_TYPE } from '../../schemas/report.ts';
import { fold } from '../text/fold.ts';
import { readMark } from './numbering.ts';
import { isCapitalTitle } from './sections.ts';

/** What stands before the body: the letterhead, the name of the type, and the lines of the subject (trích yếu). */
export interface FrontMatter {
  /** Blocks before this index are letterhead (or running headers between). */
  letterheadEnd: number;
  type: string | null;
  title: string | null;
  /** Lines in brackets under the title: «(Từ ngày 01/01/2023 đến ngày 15/6/2023)», «(Kèm theo …)». */
  subtitle: string | null;
  /** Index of the first block of the body. */
  bodyStart: number;
}

const MOST_LETTERHEAD = 40;
const MOST_TITLE_LINES = 8;

const TYPE_LINE =
  /^(?:du thao )?(?:de cuong )?(?:bao cao|ke hoach|chuong trinh|to trinh|thong bao|nghi quyet|quyet dinh|chi thi|ket luan|huong dan|quy dinh|quy che|de an|bien ban|thong tri|phuong an|cong dien|de cuong)(?![\p{L}\d])/u;

export function readFrontMatter(blocks: readonly Block[]): FrontMatter {
  const at = typeLineIndex(blocks);
  if (at === -1) return { letterheadEnd: 0, type: null, title: null, subtitle: null, bodyStart: 0 };
  const { type, rest } = splitTypeLine(blocks[at]!.text);
  const lines = rest === '' ? [] : [rest];
  const brackets: string[] = [];
  let next = at + 1;
  for (; next < blocks.length && lines.length < MOST_TITLE_LINES; next++) {
    const block = blocks[next]!;
    if (block.note || block.kind === 'page-header' || block.kind === 'page-footer') continue;
    const text = block.text.trim();
    if (/^\(/.test(text) && text.length < 300) brackets.push(text);
    else if (brackets.length > 0 || !continuesTitle(block, text, lines)) break;
    else lines.push(text);
  }
  const [whole = '', attached] = lines.join(' ').split(/ ?(?=\((?:Kèm|kèm|Ban hành kèm) theo)/);
  if (attached) brackets.unshift(attached);
  // «ĐỀ CƯƠNG» ¶ «Báo cáo kết quả …»; an outline of a speech or a law tells something itself.
  const asks = type === 'Đề cương' && /^báo cáo(?!\p{L})/iu.test(whole);
  const title = asks ? whole.replace(/^báo cáo\s*/iu, '') : whole;
  return {
    letterheadEnd: at,
    type: asks ? OUTLINE_TYPE : type,
    title: title.replace(/[\s*_-]+$/, '') || null,
    subtitle: brackets.join(' ') || null,
    bodyStart: next,
  };
}

/** The line in capitals («BÁO CÁO», «BÁO CÁO TÌNH HÌNH …»); without one, an early line «Báo cáo kết quả …». */
function typeLineIndex(blocks: readonly Block[]): number {
  const early = blocks.slice(0, MOST_LETTERHEAD);
  const bodyAt = early.findIndex(
    (block) => !block.table && (block.text.length > 400 || readMark(block.text)?.style === 'roman'),
  );
  const head = bodyAt === -1 ? early : early.slice(0, bodyAt);
  const capital = head.findIndex((block) => isTypeLine(block) && /^\P{Ll}{5,}(?: |$)/u.test(block.text.slice(0, 8)));
  if (capital !== -1) return capital;
  return head.findIndex((block) => isTypeLine(block) && !/[.:]$/.test(block.text) && block.text.length < 300);
}

const isTypeLine = (block: Block): boolean => !block.table && !block.note && TYPE_LINE.test(fold(block.text));

function splitTypeLine(text: string): { type: string; rest: string } {
  const length = TYPE_LINE.exec(fold(text))?.[0].length ?? 0;
  const name = text
    .slice(0, length)
    .toLowerCase()
    .replace(/^dự thảo /, '');
  return { type: name.charAt(0).toUpperCase() + name.slice(1), rest: text.slice(length).replace(/^[\s:.*-]+/, '') };
}

const PREAMBLE =
  /^(?:kinh gui|can cu|thuc hien (?:ke hoach|cong van|chi dao|nghi quyet|quyet dinh|chi thi|huong dan|quy dinh|chuong trinh|de an|thong bao|su chi dao|y kien|luat)|tiep tuc |duoi su |duoc su |trong (?:nam|quy|thang|thoi gian|6|9|\d)|ngay tu dau|quan triet)/;

/** The subject goes on until an ornament, a number, the preamble, or a line that is plainly a sentence of the body. */
function continuesTitle(block: Block, text: string, lines: readonly string[]): boolean {
  if (block.table || text === '' || text.length > 400 || /^[-_*=–—.\s]+$/.test(text)) return false;
  const mark = readMark(text);
  if (mark && mark.style !== 'letter') return false;
  const folded = fold(text);
  if (/^(?:kinh gui|can cu)/.test(folded)) return false;
  if (lines.length === 0) return !(text.length > 250 && /[.:]$/.test(text));
  if (PREAMBLE.test(folded) && (text.length > 60 || /[.:]$/.test(text))) return false;
  if (/[.:]$/.test(text) || text.length > 250) return false;
  return (
    isCapitalTitle(text) === isCapitalTitle(lines[0] ?? '') ||
    /^\p{Ll}/u.test(text) ||
    /[,;–-]$/.test(lines.at(-1) ?? '')
  );
}
