import type { AdministrativeUnit } from '../../extractors/geography/index.ts';
import { type Random, randomFrom, shuffled, wholeBetween } from './random.ts';
import { type Concept, concepts, directives, fillers, openings } from './wording.ts';
import { bodyOf, nameOf, type TimeName, times, type World } from './world.ts';

/** One figure told by one report; a break changes `value` and nothing else. */
export interface Telling {
  concept: Concept;
  value: number;
  /** Index of the way it is put. */
  way: number;
  /** `target`: «phấn đấu … đạt»; `reached`: «…, đạt chỉ tiêu đề ra». */
  as: 'result' | 'target' | 'reached';
  /** «tăng 12,5% so với cùng kỳ năm 2023», in tenths of a per cent. */
  change: number | null;
}

export interface ProvinceReport {
  file: string;
  unit: AdministrativeUnit;
  above: AdministrativeUnit | null;
  kind: 'work' | 'democracy' | 'plan';
  year: number;
  time: TimeName;
  number: string;
  tellings: Telling[];
  cited: { name: string; day: string; by: string }[];
  /** Everything else it says, drawn once. */
  noise: string[];
  opening: number;
}

/** So many years of a district come together, so that reports can be set beside those of the year before. */
const YEARS_TOGETHER = 2;
/** Share of figures that are compared with those of the year before; nobody tells of a rise by a thousand per cent. */
const COMPARED = 0.25;
const MOST_CHANGE = 3000;
/** Share of near misses that are compared with a plan. */
const NOT_WITH_THE_YEAR_BEFORE = 0.3;

/** The reports of a district come together, so that sums can be complete. */
export function* reportsOf(world: World, random: Random, years: readonly number[]): Generator<ProvinceReport> {
  let serial = 0;
  for (let first = 0; first < years.length; first += YEARS_TOGETHER) {
    for (const { unit: district, communes } of world.districts) {
      for (const year of years.slice(first, first + YEARS_TOGETHER)) yield* ofYear(district, communes, year);
    }
  }

  function* ofYear(
    district: AdministrativeUnit,
    communes: readonly AdministrativeUnit[],
    year: number,
  ): Generator<ProvinceReport> {
    yield make(district, world.province, 'work', year, 'half');
    yield make(district, world.province, 'work', year, 'year');
    for (const commune of communes) {
      yield make(commune, district, 'plan', year, 'year');
      yield make(commune, district, 'work', year, 'quarter');
      yield make(commune, district, 'work', year, 'half');
      yield make(commune, district, 'democracy', year, 'half');
      yield make(commune, district, 'work', year, 'year');
    }
  }

  function make(
    unit: AdministrativeUnit,
    above: AdministrativeUnit,
    kind: ProvinceReport['kind'],
    year: number,
    time: TimeName,
  ): ProvinceReport {
    serial++;
    const code = unit.level === 'commune' ? 'ĐU' : 'HU';
    const letters = kind === 'plan' ? 'CTr' : 'BC';
    return {
      file: `${String(serial).padStart(5, '0')}-${kind}-${year}-${time}.txt`,
      unit,
      above,
      kind,
      year,
      time,
      number: `${10 + (serial % 880)}-${letters}/${code}`,
      tellings: tellingsOf(unit, kind, year, time),
      cited: shuffled(
        random,
        directives.filter(({ day }) => Number(day.slice(-4)) < year),
      ).slice(0, 2),
      noise: [
        ...shuffled(random, fillers).slice(0, 3),
        ...(kind === 'plan'
          ? []
          : shuffled(random, unit.level === 'commune' ? concepts : [])
              .slice(0, 3)
              .map((concept) => nearMissOf(concept, unit, year, time))),
      ],
      opening: wholeBetween(random, 0, openings.length - 1),
    };
  }

  /** Consistent like everything else: so many a month, the same in every report of the unit. */
  function nearMissOf(concept: Concept, unit: AdministrativeUnit, year: number, time: TimeName): string {
    const at = wholeBetween(random, 0, concept.nearMisses.length - 1);
    const [low, high] = concept.range;
    const fixed = randomFrom(
      [...`${unit.id}|${concept.name}|${at}|${concept.kind === 'stock' ? '' : year}`].reduce(
        (sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0),
        7,
      ),
    );
    const monthly = wholeBetween(fixed, Math.max(1, low), high);
    const months = concept.kind === 'count' || concept.kind === 'money' ? times[time].months[1] : 1;
    const sentence = (concept.nearMisses[at] as string).replace('{n}', show(concept, monthly * months));
    // What it is compared with here is no earlier report.
    if (concept.kind !== 'count' || random() >= NOT_WITH_THE_YEAR_BEFORE) return sentence;
    return sentence.replace(/\.$/, `, tăng ${wholeBetween(random, 2, 40)}% so với kế hoạch đề ra.`);
  }

  function tellingsOf(unit: AdministrativeUnit, kind: ProvinceReport['kind'], year: number, time: TimeName): Telling[] {
    const told = (concept: Concept, as: Telling['as'], value: number): Telling => ({
      concept,
      value,
      as,
      way: wholeBetween(random, 0, concept.ways.length - 1),
      change: kind === 'work' && as === 'result' ? changeOf(concept, value) : null,
    });
    const changeOf = (concept: Concept, value: number): number | null => {
      if ((concept.kind !== 'count' && concept.kind !== 'money') || random() >= COMPARED) return null;
      const before = world.value(unit, concept, year - 1, time);
      const change = before === 0 ? 0 : Math.round((value / before - 1) * 1000);
      return change === 0 || Math.abs(change) > MOST_CHANGE ? null : change;
    };
    const rate = concepts.find((concept) => concept.kind === 'rate') as Concept;
    if (kind === 'plan') return [told(rate, 'target', world.target(unit, year))];
    const chosen =
      kind === 'democracy'
        ? ['dialogues', 'settled disputes', 'citizens received', 'area']
        : concepts.map(({ name }) => name);
    return concepts
      .filter(
        (concept) =>
          chosen.includes(concept.name) && (concept.kind !== 'rate' || (time === 'year' && unit.level === 'commune')),
      )
      .map((concept) => {
        const value = world.value(unit, concept, year, time);
        const reached = concept.kind === 'rate' && value >= world.target(unit, year);
        return told(concept, reached ? 'reached' : 'result', value);
      });
  }
}

/** The report as text, letterhead and signature and all. */
export function textOf(report: ProvinceReport): string {
  const { unit, above, kind, year, time, number, tellings, cited, noise } = report;
  const place = unit.name;
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
  const lines = [
    `${bodyOf(above ?? unit).toUpperCase()} ${(above ?? unit).name.toUpperCase()}`,
    unit.level === 'commune' ? `ĐẢNG ỦY ${nameOf(unit).toUpperCase()}` : `${bodyOf(unit)} ${unit.name}`.toUpperCase(),
    '*',
    `Số ${number}`,
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    `${place}, ngày ${day?.padStart(2, '0')} tháng ${month} năm ${year}`,
    '',
    kind === 'plan' ? 'CHƯƠNG TRÌNH' : 'BÁO CÁO',
    about,
    '-----',
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
    unit.level === 'commune' ? 'T/M ĐẢNG ỦY' : 'T/M BAN THƯỜNG VỤ',
    'BÍ THƯ',
    'Nguyễn Văn An',
  ];
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

export function showChange(tenths: number): string {
  return `${tenths < 0 ? 'giảm' : 'tăng'} ${(Math.abs(tenths) / 10).toFixed(1).replace('.', ',')}%`;
}

/** The figure in the words of its report. */
export function put({ concept, value, way }: Telling): string {
  return (concept.ways[way] as string).replace('{n}', show(concept, value));
}

/** Tenths of per cent, tens of millions of đồng; counts below ten with their zero. */
export function show({ kind }: Concept, value: number): string {
  if (kind === 'rate') return (value / 10).toFixed(1).replace('.', ',');
  if (kind === 'money')
    return (value / 100)
      .toFixed(2)
      .replace('.', ',')
      .replace(/\B(?=(?:\d{3})+(?=,))/g, '.');
  return value < 10 ? `0${value}` : String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
}
