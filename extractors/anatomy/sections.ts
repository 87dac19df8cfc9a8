import type { Block, BlockKind } from '../../schemas/document.ts';
import { isCapital, isLetter } from '../text/letters.ts';
import { type Mark, readMark } from './numbering.ts';

/** Longer than this, or ended like a sentence, a numbered block is an item of a list rather than a heading. */
const LONGEST_HEADING = 220;
/** Without any stop it may be longer: «2.2. Trách nhiệm của cấp ủy đảng, chính quyền trong việc tiếp thu góp ý của …». */
const LONGEST_WITHOUT_STOP = 400;

interface Level {
  style: 'part' | 'chapter' | 'annex' | 'capital' | 'roman' | 'arabic' | 'letter';
  label: string;
  value: number;
}

const RANK = { annex: 0, part: 0, chapter: 1, capital: 2, roman: 3, arabic: 4, letter: 5 } as const;

/**
 * Walks the body of a report and gives every block its number path: Phần thứ nhất › I. › 1. › 1.1. › a). The first part
 * is not written in the path («II.2.1»), later parts are («P2.I»), since their chapters count from I again.
 */
export class SectionWalker {
  #path: Level[] = [];
  #annexes = 0;
  /** The last number of a list that counts from 1 inside a numbered section. */
  #inner = 0;
  /** A title in capitals stands between: numbers may start again. */
  #fresh = false;

  get section(): string | null {
    const labels = this.#path.filter((level) => level.style !== 'part' || level.value > 1).map((level) => level.label);
    return labels.length === 0 ? null : labels.join('.');
  }

  /** Takes the next paragraph of the body and says what kind it is; `section` is then where it stands. */
  take(text: string): Extract<BlockKind, 'heading' | 'list-item' | 'paragraph'> {
    const mark = readMark(text);
    if (!mark) {
      const title = isCapitalTitle(text);
      this.#fresh ||= title;
      return title ? 'heading' : 'paragraph';
    }
    if (mark.style === 'bullet') return 'list-item';
    if (mark.style === 'path') {
      this.#path = [...this.#kept('roman'), { style: 'arabic', label: mark.label, value: 0 }];
    } else if (mark.style === 'annex') {
      this.openAnnex(mark.value);
    } else if (mark.style === 'arabic') {
      if (!this.#takeArabic(mark, text)) return 'list-item';
    } else {
      this.#open({ style: mark.style, label: mark.label, value: mark.value });
    }
    return mark.style === 'letter' ? 'list-item' : kindOf(text, mark.rest);
  }

  /** An annex counts from 1 when it has no number of its own. */
  openAnnex(value = 0): void {
    this.#annexes = value > 0 ? value : this.#annexes + 1;
    this.#path = [{ style: 'annex', label: `PL${this.#annexes}`, value: this.#annexes }];
  }

  /** False for an item of a list that counts from 1 inside a numbered section; the section then stays as it was. */
  #takeArabic(mark: Extract<Mark, { style: 'arabic' }>, text: string): boolean {
    const current = this.#path.find((level) => level.style === 'arabic');
    const value = mark.values[0] ?? 0;
    if (mark.values.length === 1 && current && !this.#fresh && !this.#goesOn(current, value, text, mark.rest)) {
      this.#inner = value;
      return false;
    }
    this.#open({ style: 'arabic', label: mark.label, value });
    return true;
  }

  /** Does «3. …» go on after section 2, or is it an item of a list inside it? */
  #goesOn(current: Level, value: number, text: string, rest: string): boolean {
    if (value !== current.value + 1) return value > current.value + 1 && value !== this.#inner + 1;
    return value !== this.#inner + 1 || kindOf(text, rest) === 'heading';
  }

  #open(level: Level): void {
    this.#path = [...this.#kept(level.style), level];
    this.#inner = 0;
    this.#fresh = false;
  }

  #kept(style: Level['style']): Level[] {
    return this.#path.filter(
      (level) => RANK[level.style] < RANK[style] || (level.style === 'annex' && style !== 'part'),
    );
  }
}

const DEED =
  /^(?:Đề nghị|Kiến nghị|Đề xuất|Tiếp tục|Tăng cường|Đẩy mạnh|Chỉ đạo|Nâng cao|Tập trung|Phối hợp|Chủ động|Rà soát|Quan tâm|Thường xuyên|Xem xét) /;

/** «1. Ưu điểm.» is a heading, «1. Tiếp tục tham mưu Đảng ủy chỉ đạo …; đồng thời rà soát.» an item. */
function kindOf(text: string, rest: string): 'heading' | 'list-item' {
  if (text.length > (/[.;:,]$/.test(text) ? LONGEST_HEADING : LONGEST_WITHOUT_STOP)) return 'list-item';
  if (text.length > 90 && /[.;,]$/.test(text)) return 'list-item';
  // «2. Đề nghị ngành điện thay đường dây đã cũ.» tells somebody to do something; «2. Hạn chế và nguyên nhân.» does not.
  if (/\.$/.test(text) && DEED.test(rest)) return 'list-item';
  return /[;,]$/.test(text) || /[.!?] \p{Lu}/u.test(rest) ? 'list-item' : 'heading';
}

/** A line in capitals: «KẾT QUẢ CÔNG TÁC DÂN VẬN 6 THÁNG ĐẦU NĂM 2023». */
export function isCapitalTitle(text: string): boolean {
  if (text.length < 6 || text.length > 300) return false;
  let letters = 0;
  let capitals = 0;
  for (let at = 0; at < text.length; at++) {
    if (isLetter(text.charCodeAt(at))) letters++;
    if (isCapital(text.charCodeAt(at))) capitals++;
  }
  return letters >= 5 && capitals >= letters * 0.9;
}

/** «BẢNG TỔNG HỢP SỐ LIỆU», «DANH SÁCH»: the title of an annex that has no number. */
export function opensUnnumberedAnnex(block: Block): boolean {
  return /^(?:BẢNG|BIỂU|DANH MỤC|DANH SÁCH|PHỤ LỤC|THỐNG KÊ)(?: |$)/.test(block.text);
}
