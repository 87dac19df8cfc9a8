/** Heads of the names of bodies that act. */
const ACTOR =
  /(?:Ban Thường vụ|Thường trực|Ban Chấp hành|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng nhân dân|Ban Dân vận|Ban [Tt]uyên giáo|Ban [Tt]ổ chức|Ban Chỉ đạo|Thành [uủ][ỷy]|Tỉnh [uủ][ỷy]|Huyện [uủ][ỷy]|Quận [uủ][ỷy]|Thị [uủ][ỷy]|Đảng [uủ][ỷy]|Công an|Mặt trận|Đoàn Thanh niên|Hội \p{Lu}\p{L}*|Sở \p{Lu}\p{L}*|Khối dân vận)(?:\s(?:\p{Lu}[\p{L}]*|[uủ][ỷy]|nhân|dân|thành|phố|tỉnh|huyện|quận|xã|phường|thị|trấn|Tổ|quốc|các|cấp)){0,8}/gu;

/** Who does it: the body named nearest before the verb in the clause; null where the clause names none. */
export function actorBefore(clause: string): string | null {
  let last: string | null = null;
  for (const match of clause.matchAll(ACTOR)) last = match[0].replace(/\s(?:các|cấp|thành|dân|nhân)$/u, '').trim();
  return last;
}
