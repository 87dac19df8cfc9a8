import type { AdministrativeUnit } from '../../extractors/geography/index.ts';
import { show } from './figures.ts';
import { type Random, randomFrom, shuffled, wholeBetween } from './random.ts';
import { type Concept, concepts, directives, fillers, openings } from './wording.ts';
import { type TimeName, times, type World } from './world.ts';

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
  /** Name of its file, without what tells the format. */
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
      file: `${String(serial).padStart(5, '0')}-${kind}-${year}-${time}`,
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
