import { extractBytes } from '../pipeline/stages.ts';
import { median, type Row, timed } from './table.ts';

/** A page or so of a report with everything in it that the extractors look for. */
const PASSAGE = `II. KẾT QUẢ THỰC HIỆN

1. Công tác lãnh đạo, chỉ đạo

Huyện ủy ban hành Kế hoạch số 12-KH/HU, ngày 05/02/2023 về thực hiện Chỉ thị số 18-CT/TW, ngày 26/10/2022 của Ban Bí thư. Trong 6 tháng đầu năm 2023, toàn huyện tổ chức 48 hội nghị (cấp huyện: 6; cấp xã: 42) với 3.215 lượt người tham dự, đạt 92,5% kế hoạch.

2. Tình hình Nhân dân

Nhân dân lo lắng trước tình trạng ô nhiễm môi trường tại khu vực bãi rác; đề nghị chính quyền sớm xử lý. Các tổ hòa giải tiếp nhận 125 vụ việc, hòa giải thành 103/125 vụ, đạt tỷ lệ 82,4%.
`;

const SIZES = [1, 10, 100];
const ROUNDS = 3;

/** Extraction and checks alone, on text: ten times the text may cost at most eleven times the time. */
export async function benchLinearity(): Promise<Row[]> {
  const seconds: number[] = [];
  for (const size of SIZES) {
    const bytes = Buffer.from(PASSAGE.repeat(size * 10));
    const rounds: number[] = [];
    for (let round = 0; round <= ROUNDS; round++)
      rounds.push(await timed(() => extractBytes('text', bytes, { maxPages: 1 })));
    seconds.push(median(rounds.slice(1)));
  }
  return SIZES.map((size, i) => ({
    what: `extraction and checks, ${size}× the text`,
    value: `${(seconds[i] ?? 0).toFixed(0)} ms`,
    beside:
      i === 0
        ? `${((PASSAGE.length * 10) / 1000).toFixed(0)} kB`
        : `${((seconds[i] ?? 0) / (seconds[i - 1] ?? 1)).toFixed(1)} × the time of a tenth`,
  }));
}
