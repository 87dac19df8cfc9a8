/** Words of tables, folded (no marks, đ as d). */

const place = '(?:thanh pho|tinh|quan|huyen|thi xa|xa|phuong|thi tran|dang bo|nganh|khoi|truong|quoc|he thong|don vi)';
const total = '(?:tong(?: so| cong| cong so| chung| hop)?|cong(?: chung| don)?|tong so cong)';

/** «Tổng», «Tổng số:», «Cộng (I+II)», «Toàn huyện», «Tổng cộng toàn thành phố»: nothing but the total. */
const bareTotal = new RegExp(`^(?:${total}(?: toan ${place})?|toan ${place}|ca nam)(?: ?\\([^)]{0,40}\\))? ?[:.]?$`);
/** «Cộng I», «Cộng khối xã», «Tổng cấp huyện»: the total of one group. */
const subtotal = new RegExp(
  `^${total} (?:\\(?[ivx]{1,5}\\)?|\\(?[a-h]\\)?|\\(?\\d{1,2}\\)?|(?:khoi|cap|muc|nhom|phan|cac|cum|linh vuc) .{1,60})$`,
);
/** «Tổng số mô hình được đăng ký», «Tổng thu»: a total with a name of its own. */
const namedTotal = /^(?:tong(?: so| cong)?|cong) [a-z].{1,120}$/;
/** «Trong đó», «Chia ra», «Gồm», «Cụ thể»: columns or rows that are inside another. */
const inside = /^[-+* ]*(?:trong do|chia ra|chia theo|gom|bao gom|cu the|phan theo|phan ra)\b/;

export const isBareTotal = (words: string): boolean => bareTotal.test(words);
export const isSubtotal = (words: string): boolean => subtotal.test(words);
export const isNamedTotal = (words: string): boolean => namedTotal.test(words) && !bareTotal.test(words);
export const isInside = (words: string): boolean => inside.test(words);

const ordinal = /^(?:stt|tt|so tt|so thu tu|s ?t ?t|thu tu)\.?$/;
const neverAdds =
  /(?:^|[^a-z])(?:ty le|ti le|ty trong|co cau|binh quan|trung binh|toc do|tang truong|so voi|so cung ky|mat do|he so|xep loai|xep hang|thu hang|xep thu|don gia|gia ban|nang suat|nam sinh|ghi chu|chi so|muc do|so hieu|ky hieu|dien thoai|don vi tinh|dvt|hoan thanh|dat ke hoach)(?:$|[^a-z])|%|^(?:diem|ngay|thang|ngay thang|ma|ma so)$|\/(?:nguoi|ho|ha|nam|thang|vu)$/;

export const isOrdinalHeader = (words: string): boolean => ordinal.test(words);
/** Does a column under this header hold figures that mean nothing when added: shares, averages, ranks, dates? */
export const neverAddsUp = (words: string): boolean => neverAdds.test(words);
/** «Năm» is a year, «Nam» are the men: only their marks tell them apart. */
export const isYearHeader = (text: string): boolean => /^năm$/iu.test(text.trim());
/** The same said of a whole group of columns: «Tỷ lệ» over «Nam» and «Nữ», but not «Số lượng, tỷ lệ». */
export const groupNeverAddsUp = (words: string): boolean =>
  /^(?:ty le|ti le|binh quan|toc do|so sanh|ty trong)/.test(words);
