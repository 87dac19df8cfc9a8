import { put, show, showChange } from './figures.ts';
import type { ProvinceReport, Telling } from './reports.ts';
import { openings } from './wording.ts';
import { bodyOf, nameOf, times } from './world.ts';

/** What stands on the paper, a string a line. */
export interface Paper {
  /** The two columns at the top: who writes; the Party, place and day. */
  letterhead: { left: string[]; right: string[] };
  title: string[];
  body: string[];
  signature: string[];
}

export function paperOf(report: ProvinceReport): Paper {
  const { unit, above, kind, year, time, number, tellings, cited, noise } = report;
  const [day, month] = (kind === 'plan' ? '10/1' : times[time].signed).split('/');
  const period = `${times[time].label} ${time === 'half' ? '' : 'năm '}${year}`.replace('năm năm', 'năm');
  const about =
    kind === 'plan'
      ? `công tác năm ${year}`
      : kind === 'work'
        ? `kết quả công tác dân vận ${period}`
        : `kết quả thực hiện Quy chế dân chủ ở cơ sở ${period}`;
  const opening = (openings[report.opening] as string)
    .replace('{p}', period)
    .replace('{P}', period.charAt(0).toUpperCase() + period.slice(1));
  const sums = tellings
    .filter(({ as, concept }) => as === 'result' && concept.kind !== 'stock' && concept.kind !== 'rate')
    .map((one) => `${put(one)}${comparison(one, year)}`);
  const whole = `toàn ${unit.type}`;
  const rest = tellings.filter(
    ({ as, concept }) => as !== 'result' || concept.kind === 'stock' || concept.kind === 'rate',
  );
  return {
    letterhead: {
      left: [
        `${bodyOf(above ?? unit).toUpperCase()} ${(above ?? unit).name.toUpperCase()}`,
        unit.level === 'commune'
          ? `ĐẢNG ỦY ${nameOf(unit).toUpperCase()}`
          : `${bodyOf(unit)} ${unit.name}`.toUpperCase(),
        '*',
        `Số ${number}`,
      ],
      right: ['ĐẢNG CỘNG SẢN VIỆT NAM', `${unit.name}, ngày ${day?.padStart(2, '0')} tháng ${month} năm ${year}`],
    },
    title: [kind === 'plan' ? 'CHƯƠNG TRÌNH' : 'BÁO CÁO', about],
    body: [
      kind === 'plan' ? 'I. MỤC TIÊU' : 'I. KẾT QUẢ',
      `Thực hiện ${cited.map(({ name, day, by }) => `${name}, ngày ${day} của ${by}`).join('; ')}, ${bodyOf(unit)} đã lãnh đạo các tổ chức trong hệ thống chính trị triển khai nhiệm vụ.`,
      ...rest
        .filter(({ concept }) => concept.kind === 'stock')
        .map((one) => `${unit.type.charAt(0).toUpperCase()}${unit.type.slice(1)} ${unit.name} ${put(one)}.`),
      ...(sums.length > 0 ? [`${opening}${whole} ${sums.slice(0, 3).join('; ')}.`] : []),
      ...noise.slice(0, 2),
      ...(sums.length > 3 ? [`${opening}${whole} ${sums.slice(3).join('; ')}.`] : []),
      ...rest.filter(({ concept }) => concept.kind === 'rate').map((one) => rateLine(one, year)),
      ...noise.slice(2),
    ],
    signature: [unit.level === 'commune' ? 'T/M ĐẢNG ỦY' : 'T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Nguyễn Văn An'],
  };
}

/** The report as text, letterhead and signature and all. */
export function textOf(report: ProvinceReport): string {
  const { letterhead, title, body, signature } = paperOf(report);
  const lines = [...letterhead.left, ...letterhead.right, '', ...title, '-----', ...body, ...signature];
  return `${lines.join('\n')}\n`;
}

function rateLine(telling: Telling, year: number): string {
  if (telling.as === 'target')
    return `Phấn đấu năm ${year} tỷ lệ hộ dân sử dụng nước hợp vệ sinh đạt tối thiểu ${show(telling.concept, telling.value)}%.`;
  return `Năm ${year}, ${put(telling)}${telling.as === 'reached' ? ', đạt chỉ tiêu đề ra' : ''}.`;
}

/** «, tăng 12,5% so với cùng kỳ năm 2023» */
function comparison({ change }: Telling, year: number): string {
  return change === null ? '' : `, ${showChange(change)} so với cùng kỳ năm ${year - 1}`;
}
