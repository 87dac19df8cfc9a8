import type { Extraction } from '../../../schemas/extraction.ts';
import { extractBytes } from '../../stages.ts';

interface Told {
  above?: string;
  body?: string;
  seat?: string;
  number: string;
  /** «14 tháng 6 năm 2023» */
  day: string;
  period: string;
  lines: string[];
}

/** A small report of a commune as text, letterhead and signature and all. */
export function reportText({ above, body, seat, number, day, period, lines }: Told): string {
  return [
    above ?? 'THỊ ỦY ĐỨC PHỔ',
    body ?? 'ĐẢNG ỦY PHƯỜNG PHỔ HÒA',
    '*',
    `Số ${number}`,
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    `${seat ?? 'Phổ Hòa'}, ngày ${day}`,
    'BÁO CÁO',
    `kết quả công tác dân vận ${period}`,
    '-----',
    'I. KẾT QUẢ',
    ...lines,
    'T/M ĐẢNG ỦY',
    'BÍ THƯ',
    'Phạm Văn Bình',
  ].join('\n');
}

export async function readText(text: string): Promise<Extraction & { sha256: string }> {
  const extraction = await extractBytes('a.txt', Buffer.from(text), { maxPages: 10 });
  return { ...extraction, sha256: extraction.sha256! };
}

const half = (year: number, number: string, settled: string, more: Partial<Told> = {}) =>
  reportText({
    number,
    day: `14 tháng 6 năm ${year}`,
    period: `6 tháng đầu năm ${year}`,
    lines: [`Trong 6 tháng đầu năm ${year}, toàn phường hòa giải thành ${settled}.`],
    ...more,
  });
const today = { above: 'TỈNH ỦY QUẢNG NGÃI', body: 'ĐẢNG ỦY PHƯỜNG ĐỨC PHỔ', seat: 'Đức Phổ' };

/**
 * First halves of years of two wards of thị xã Đức Phổ and the ward that they went into: 2022 is missing in one of them,
 * 2023 told with two values by two reports, and told again by a copy of one of these.
 */
export const halfYears = {
  hoa2021: half(2021, '12-BC/ĐU', '9 vụ việc'),
  hoa2023: half(2023, '31-BC/ĐU', 'công 14 vụ việc'),
  hoa2023again: `${half(2023, '31-BC/ĐU', 'công 14 vụ việc')}\nNơi nhận: như trên.`,
  hoa2023other: half(2023, '44-BC/ĐU', '11 vụ việc', {
    day: '20 tháng 7 năm 2023',
    period: 'xây dựng Đảng 6 tháng đầu năm 2023',
  }),
  hoa2024: half(2024, '29-BC/ĐU', '12 vụ việc'),
  minh2022: half(2022, '18-BC/ĐU', '21 vụ việc', { body: 'ĐẢNG ỦY PHƯỜNG PHỔ MINH', seat: 'Phổ Minh' }),
  minh2023: half(2023, '20-BC/ĐU', '23 vụ việc', { body: 'ĐẢNG ỦY PHƯỜNG PHỔ MINH', seat: 'Phổ Minh' }),
  minh2024: half(2024, '27-BC/ĐU', '25 vụ việc', { body: 'ĐẢNG ỦY PHƯỜNG PHỔ MINH', seat: 'Phổ Minh' }),
  pho2026: half(2026, '55-BC/ĐU', '40 vụ việc', today),
};
