import type { FlagKind } from '../../schemas/flag.ts';
import { show, showChange } from './figures.ts';
import { type Random, shuffled, wholeBetween } from './random.ts';
import type { ProvinceReport } from './reports.ts';
import type { World } from './world.ts';

/** One fact that was made wrong: the ledger of truths. */
export interface Break {
  kind: FlagKind;
  /** The report that was changed (its name without the format), and what it says now. */
  file: string;
  concept: string;
  says: string;
  instead: string;
}

type Breaker = (
  report: ProvinceReport,
  world: World,
  random: Random,
  complete: (report: ProvinceReport) => boolean,
) => Omit<Break, 'kind' | 'file'> | null;

const breakers: Record<
  'cross-report' | 'cumulative' | 'roll-up' | 'target-result' | 'directive-identity' | 'growth',
  Breaker
> = {
  // The thematic report of a half year restates figures of the general one. What is measured differs by more than one:
  // of two reports one may cut off what the other rounds up.
  'cross-report': (report, _world, random) =>
    report.kind === 'democracy'
      ? change(
          report,
          random,
          ({ value, concept }) => value + wholeBetween(random, concept.kind === 'stock' ? 2 : 1, 4),
        )
      : null,
  cumulative: (report, world, random) =>
    report.kind === 'work' && report.time === 'quarter' && report.unit.level === 'commune'
      ? change(report, random, ({ concept }) =>
          concept.kind === 'count' || concept.kind === 'money'
            ? world.value(report.unit, concept, report.year, 'half') + wholeBetween(random, 1, 9)
            : null,
        )
      : null,
  'roll-up': (report, _world, random, complete) =>
    report.unit.level === 'district' && complete(report)
      ? change(report, random, (telling) =>
          telling.concept.kind === 'count' ? telling.value + wholeBetween(random, 1, 30) : null,
        )
      : null,
  'target-result': (report, world, random) => {
    if (report.kind !== 'work' || report.time !== 'year') return null;
    const telling = report.tellings.find(({ as }) => as === 'reached');
    if (telling === undefined) return null;
    const before = telling.value;
    telling.value = world.target(report.unit, report.year) - wholeBetween(random, 3, 40);
    return {
      concept: telling.concept.name,
      says: show(telling.concept, telling.value),
      instead: show(telling.concept, before),
    };
  },
  growth: (report, _world, random) => {
    const [telling] = shuffled(
      random,
      report.tellings.filter(({ change }) => change !== null),
    );
    if (telling === undefined || telling.change === null) return null;
    const before = showChange(telling.change);
    // Beyond what rounding leaves open, and on the same side of nothing.
    telling.change += Math.sign(telling.change) * wholeBetween(random, 15, 300);
    return { concept: telling.concept.name, says: showChange(telling.change), instead: before };
  },
  'directive-identity': (report) => {
    const [first] = report.cited;
    if (first === undefined) return null;
    const [day, month, year] = first.day.split('/') as [string, string, string];
    const other = { ...first, day: `${day === '12' ? '21' : '12'}/${month}/${year}` };
    report.cited = [other, ...report.cited.slice(1)];
    return { concept: first.name, says: other.day, instead: first.day };
  },
};

function change(
  report: ProvinceReport,
  random: Random,
  to: (telling: ProvinceReport['tellings'][number]) => number | null,
): Omit<Break, 'kind' | 'file'> | null {
  for (const telling of shuffled(random, report.tellings)) {
    const value = to(telling);
    if (value === null || value === telling.value) continue;
    const before = telling.value;
    telling.value = value;
    return {
      concept: telling.concept.name,
      says: show(telling.concept, value),
      instead: show(telling.concept, before),
    };
  }
  return null;
}

/** Breaks so many facts, each in a report of its own, the kinds taking turns. */
export function breakFacts(reports: readonly ProvinceReport[], count: number, world: World, random: Random): Break[] {
  const kinds = Object.keys(breakers) as (keyof typeof breakers)[];
  const mixed = shuffled(random, reports);
  const used = new Set<string>();
  // A unit and year is broken once: two breaks of one figure would hide each other.
  const touched = new Set<string>();
  const byUnit = Map.groupBy(reports, ({ unit, year, time, kind }) => `${unit.id}|${year}|${time}|${kind}`);
  const complete = ({ unit, year, time }: ProvinceReport): boolean =>
    (world.districts.find((one) => one.unit === unit)?.communes ?? []).every((commune) =>
      byUnit.has(`${commune.id}|${year}|${time}|work`),
    );
  const before = ({ unit, year, time, kind }: ProvinceReport): boolean =>
    byUnit.has(`${unit.id}|${year - 1}|${time}|${kind}`);
  const fits = (kind: keyof typeof breakers, report: ProvinceReport): boolean =>
    fitsIn(kind, report, { complete, before });
  const breaks: Break[] = [];
  let idle = 0;
  for (let turn = 0; breaks.length < count && idle < kinds.length; turn++) {
    const kind = kinds[turn % kinds.length] as keyof typeof breakers;
    const report = mixed.find((one) => {
      return !used.has(one.file) && areasOf(kind, one).every((area) => !touched.has(area)) && fits(kind, one);
    });
    if (report === undefined) {
      idle++;
      continue;
    }
    used.add(report.file);
    const made = breakers[kind](report, world, random, complete);
    if (made === null) continue;
    idle = 0;
    for (const area of areasOf(kind, report)) touched.add(area);
    breaks.push({ kind, file: report.file, ...made });
  }
  return breaks;
}

/** The unit and years that a break is about. */
function areasOf(kind: keyof typeof breakers, { unit, year }: ProvinceReport): string[] {
  return (kind === 'growth' ? [year, year - 1] : [year]).map((one) => `${unit.id}|${one}`);
}

function fitsIn(
  kind: keyof typeof breakers,
  report: ProvinceReport,
  { complete, before }: Record<'complete' | 'before', (report: ProvinceReport) => boolean>,
): boolean {
  switch (kind) {
    case 'cross-report':
      return report.kind === 'democracy';
    case 'cumulative':
      return report.kind === 'work' && report.time === 'quarter';
    case 'roll-up':
      return report.unit.level === 'district' && complete(report);
    case 'target-result':
      return report.tellings.some(({ as }) => as === 'reached');
    case 'growth':
      return before(report) && report.tellings.some(({ change }) => change !== null);
    case 'directive-identity':
      return report.kind === 'work';
  }
}
