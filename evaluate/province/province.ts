import { type Break, breakFacts } from './breaks.ts';
import { randomFrom } from './random.ts';
import { type ProvinceReport, reportsOf } from './reports.ts';
import { makeWorld } from './world.ts';

/** The first reports of a made-up but consistent province, of which this many facts are then broken. */
export function makeProvince(seed: number, wanted: number, broken = 0): { reports: ProvinceReport[]; breaks: Break[] } {
  const years = Array.from({ length: 40 }, (_, i) => 2024 - i);
  const random = randomFrom(seed);
  const world = makeWorld(random, years, 'Quảng Ninh');
  const reports: ProvinceReport[] = [];
  for (const report of reportsOf(world, random, years)) {
    if (reports.length >= wanted) break;
    reports.push(report);
  }
  return { reports, breaks: breakFacts(reports, broken, world, random) };
}
