import { periodOf } from '../../extractors/anatomy/period.ts';
import { unitsNamed } from '../../extractors/anatomy/place-chain.ts';
import type { Change, Correction, CorrectionRequest } from '../../schemas/correction.ts';
import type { Report } from '../../schemas/report.ts';
import type { Asker, Store } from '../../search/port.ts';
import type { Home } from '../compose.ts';
import { reconcile } from '../reconcile.ts';
import { writeOne } from '../reindex.ts';
import { heldChanges, meets } from './apply.ts';

export type Corrected =
  /** `applied` is false where the reading is of another version: the correction counts from the next ingest on. */
  | { outcome: 'kept'; correction: Correction; applied: boolean }
  /** Somebody has corrected the report since: this is the last that was said. */
  | { outcome: 'conflict'; latest: Correction | null }
  /** No such report, no such record in it, no such correction, a place or a period that names nothing. */
  | { outcome: 'unknown'; what: 'report' | 'record' | 'correction' | 'place' | 'period' };

/** Writes down what a person knows better than the reading, and the report as it is then. */
export async function correctReport(
  { store, desk, objects }: Pick<Home, 'store' | 'desk' | 'objects'>,
  asker: Asker,
  { report: id, ...request }: CorrectionRequest & { report: string },
  by: string,
  now: Date,
): Promise<Corrected> {
  const found = await store.report(asker, id);
  if (!found) return { outcome: 'unknown', what: 'report' };
  const history = await desk.corrections.of(found.id);
  if (history.length !== request.version) return { outcome: 'conflict', latest: history.at(-1) ?? null };
  const wanted = changeOf(request.change, found.extraction.report);
  if (typeof wanted === 'string') return { outcome: 'unknown', what: wanted };
  const { change, undoes } = wanted;
  if (undoes !== null && !heldChanges(history).some(({ version }) => version === undoes))
    return { outcome: 'unknown', what: 'correction' };
  if (change && !meets(found.extraction, change)) return { outcome: 'unknown', what: 'record' };
  const correction: Correction = {
    report: found.id,
    version: request.version + 1,
    by,
    at: now.toISOString(),
    undoes,
    comment: request.comment ?? null,
    change,
  };
  const added = await desk.corrections.add(correction);
  if (!added.kept) return { outcome: 'conflict', latest: added.latest };
  const applied = await writeReport({ store, objects }, found.id);
  return { outcome: 'kept', correction, applied };
}

async function writeReport({ store, objects }: Pick<Home, 'store' | 'objects'>, sha256: string): Promise<boolean> {
  const entry = await entryWith(store, sha256);
  if (!entry || !(await writeOne(store, objects, entry))) return false;
  await reconcile(store);
  return true;
}

/** A row of the ledger that tells of these bytes. */
async function entryWith({ ledger }: Pick<Store, 'ledger'>, sha256: string) {
  for (const collection of await ledger.collections()) {
    const entry = await ledger.firstWithBytes(collection, sha256);
    if (entry) return entry;
  }
  return null;
}

type Wanted = { change: Change | null; undoes: number | null };

function changeOf(wish: CorrectionRequest['change'], { date: dated }: Report): Wanted | 'place' | 'period' {
  if (wish.what === 'undo') return { change: null, undoes: wish.version };
  if (wish.what !== 'header') return { change: wish, undoes: null };
  const { place, period, ...facts } = wish.set;
  const set: Extract<Change, { what: 'header' }>['set'] = { ...facts };
  const date = facts.date === undefined ? dated : facts.date;
  if (place !== undefined) {
    const units = place === null ? [] : unitsNamed(place, date);
    if (!units) return 'place';
    set.units = units;
  }
  if (period !== undefined) {
    const span = period === null ? null : periodOf(period, date);
    if (period !== null && !span) return 'period';
    set.period = span;
  }
  return { change: { what: 'header', set }, undoes: null };
}
