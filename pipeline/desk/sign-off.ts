import type { SignOff, SignOffStatus } from '../../schemas/decision.ts';
import type { Asker } from '../../search/port.ts';
import { allFlags, countFlags, type Reading } from './flags.ts';

export interface SignOffRequest {
  report: string;
  /** Of the last entry that was seen; 0 where there was none. */
  version: number;
  /** False takes the sign-off back. */
  signed: boolean;
  comment?: string | undefined;
}

export type SignedOff =
  | { outcome: 'kept'; signOff: SignOff }
  | { outcome: 'conflict'; latest: SignOff | null }
  | { outcome: 'unknown' };

/** An auditor has gone through a report: what there was to see is kept beside the name. */
export async function signOff(
  reading: Reading,
  asker: Asker,
  { report, version, signed, comment }: SignOffRequest,
  by: string,
  now: Date,
): Promise<SignedOff> {
  const found = await reading.store.report(asker, report);
  if (!found) return { outcome: 'unknown' };
  const [last] = [...(await reading.desk.signOffs.latest([found.id])).values()];
  if ((last?.version ?? 0) !== version) return { outcome: 'conflict', latest: last ?? null };
  const entry: SignOff = {
    report: found.id,
    version: version + 1,
    by,
    at: now.toISOString(),
    undoes: signed ? null : version || null,
    signed,
    comment: comment ?? null,
    counts: await countFlags(reading, asker, { report: found.id }),
    flags: Object.fromEntries(await fingerprints(reading, asker, found.id)),
  };
  const added = await reading.desk.signOffs.add(entry);
  return added.kept ? { outcome: 'kept', signOff: entry } : { outcome: 'conflict', latest: added.latest };
}

/** Null where there is no such report, or none that the asker may see. */
export async function signOffStatus(reading: Reading, asker: Asker, report: string): Promise<SignOffStatus | null> {
  const found = await reading.store.report(asker, report);
  if (!found) return null;
  const last = (await reading.desk.signOffs.latest([found.id])).get(found.id) ?? null;
  if (!last?.signed) return { signOff: last, added: [], changed: [], gone: [], upToDate: false };
  const then = new Map(Object.entries(last.flags));
  const now = await fingerprints(reading, asker, found.id);
  const added = [...now.keys()].filter((id) => !then.has(id));
  const changed = [...now].filter(([id, figures]) => then.has(id) && then.get(id) !== figures).map(([id]) => id);
  const gone = [...then.keys()].filter((id) => !now.has(id));
  return { signOff: last, added, changed, gone, upToDate: added.length + changed.length === 0 };
}

async function fingerprints(reading: Reading, asker: Asker, report: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { id, fingerprint } of allFlags(reading, asker, { report })) found.set(id, fingerprint);
  return found;
}
