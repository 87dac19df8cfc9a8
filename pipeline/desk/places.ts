import type { DeskFlag, FlagFile } from '../../schemas/decision.ts';
import type { Asker, Store } from '../../search/port.ts';

interface Place {
  page: number | null;
  section: string | null;
}

/** Flags come report by report: those of the last few need no second look. */
const REMEMBERED = 8;

/** Tells where each piece of evidence of a flag stands: its report, and the place a person can turn to. */
export function placeFinder(
  store: Pick<Store, 'report'>,
  asker: Asker,
): (flag: DeskFlag) => Promise<FlagFile['places']> {
  const remembered = new Map<string, Map<string, Place>>();
  const placesIn = async (report: string): Promise<Map<string, Place>> => {
    const known = remembered.get(report);
    if (known) return known;
    const blocks = (await store.report(asker, report))?.extraction.blocks ?? [];
    const places = new Map(blocks.map(({ id, page, section }) => [id, { page, section }]));
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size >= REMEMBERED) remembered.delete(oldest);
    remembered.set(report, places);
    return places;
  };
  return async (flag) => {
    const places: FlagFile['places'] = [];
    for (const evidence of flag.evidence) {
      const report = evidence.source ?? flag.report.id;
      const { page, section } = (await placesIn(report)).get(evidence.block) ?? { page: null, section: null };
      places.push({ ...evidence, report, page, section });
    }
    return places;
  };
}
