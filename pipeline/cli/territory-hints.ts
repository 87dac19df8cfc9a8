import type { Unit } from '../../schemas/report.ts';
import type { AskedTerritory, RelatedUnit, TerritorySearch } from '../../schemas/territory.ts';
import { headLine, paint, shortId, showDate } from './format.ts';
import type { Messages } from './messages/vi.ts';
import type { Session } from './session.ts';

/** What became of a unit that was asked for, and which reports are searched for that reason. */
export function printTerritory({ messages, note }: Session, territory: AskedTerritory): void {
  const { name, from, to, level, former, later } = territory;
  const words = messages.search.territories;
  const list = (units: readonly RelatedUnit[]) => units.map((unit) => unitText(unit, messages)).join(', ');
  if (former.length > 0) note(words.formed(name, from && showDate(from), list(former)));
  if (later.length === 0) return;
  if (to !== null) note(words.ended(name, showDate(to), list(later)));
  else if (level === 'province' && from !== null) note(words.grew(name, showDate(from), list(later)));
}

/** «phường Phổ Hòa: nay thuộc phường Đức Phổ», of a report that is not of the unit asked for itself. */
export function whyFound(
  units: readonly Unit[],
  territories: readonly AskedTerritory[],
  messages: Messages,
): string | null {
  const isAmong = (name: string | null) => name === null || units.some((unit) => unit.name === name);
  for (const { name, former } of territories) {
    if (isAmong(name)) continue;
    const found = former.find((unit) => isAmong(unit.name) && isAmong(unit.within));
    if (found) return messages.search.territories.now(unitText(found, messages), name);
  }
  return null;
}

/** One line a report: its first passage says no more than its head. */
export function printFormer({ messages, print }: Session, { territories, former }: TerritorySearch): void {
  if (former === null || former.total === 0) return;
  print();
  print(paint('bold', messages.search.territories.former(former.total)));
  for (const { report } of former.hits) {
    const why = whyFound(report.units, territories, messages);
    print(`  ${paint('cyan', headLine(report, messages))}  ${paint('dim', shortId(report.id))}`);
    if (why !== null) print(`    ${paint('dim', why)}`);
  }
}

function unitText({ name, within, partial }: RelatedUnit, messages: Messages): string {
  const place = within === null ? name : `${name} (${within})`;
  return partial ? messages.search.territories.part(place) : place;
}
