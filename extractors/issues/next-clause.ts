import { fold } from '../text/fold.ts';
import type { Piece } from './clauses.ts';
import { hasContent } from './content.ts';
import { ownWords, type Stance, stancesOf, stanceWords } from './stance.ts';
import type { Zone } from './zones.ts';

/** A clause and how those who speak in it stand to it. */
export interface Said {
  piece: Piece;
  stances: Stance[];
}

/** «Người dân xã … kiến nghị sớm cấp sổ; phản ánh thủ tục còn chậm»: the same people, in the very next clause. */
export function saidNext(clause: Piece, folded: string, before: Said | undefined): Said | null {
  if (
    !before ||
    !/^(?:va |dong thoi |cung )?(?:phan anh|kien nghi|de nghi|mong|buc xuc|lo |ban khoan|thac mac)/.test(folded)
  )
    return null;
  const words = stanceWords(folded);
  return hasContent(folded, words) && words[0]
    ? { piece: clause, stances: stancesOf(ownWords(folded, words, 0)) }
    : null;
}

/** «cử tri lo lắng về tình trạng sạt lở; giá phân bón ở mức cao; tình trạng thiếu thuốc»: one more thing they speak of. */
export function spokenOf(clause: Piece, folded: string, before: Said | undefined): Said | null {
  const speaks =
    before &&
    /(?:lo|ban khoan|buc xuc|phan anh|kien nghi|quan tam)\S*(?: \S+){0,3} (?:ve|truoc|den|tinh trang|viec) /.test(
      fold(before.piece.text),
    );
  const ill =
    /^(?:va )?(?:tinh trang|te nan|nan |hien tuong|chat luong|gia (?:ca|phan|vat|xang|thuoc|dien|nuoc|lua|nong|dat|dich)|viec .{3,60}(?:cham|chua|con |khong ))/.test(
      folded,
    );
  if (!speaks || !ill || folded.split(' ').length < 5) return null;
  return { piece: clause, stances: [...before.stances] };
}

/** «…; đồng thời chỉ đạo kiểm tra toàn diện ngành điện»: still what they wish. */
export function carriedOn(clause: Piece, folded: string, before: Said | undefined, zone: Zone): Said | null {
  if (!before || zone.kind !== 'concerns' || folded.split(' ').length < 5) return null;
  return { piece: clause, stances: [...before.stances] };
}
