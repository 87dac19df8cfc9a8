import type { Decision, DecisionRequest } from '../../schemas/decision.ts';
import type { Flag } from '../../schemas/flag.ts';
import type { Desk } from '../../search/desk-port.ts';
import type { Asker } from '../../search/port.ts';
import { flagsById, type Reading } from './flags.ts';

export type Outcome =
  | { flag: string; outcome: 'kept'; decision: Decision }
  /** Somebody has decided since: this is the last that was said (null: nothing, and a later version was claimed). */
  | { flag: string; outcome: 'conflict'; latest: Decision | null }
  | { flag: string; outcome: 'unknown' }
  | { flag: string; outcome: 'nothing-to-undo' };

/** Each decision for itself: what one of them meets does not hinder the others. Outcomes come in the order asked. */
export async function decideFlags(
  reading: Reading,
  asker: Asker,
  requests: readonly (DecisionRequest & { flag: string })[],
  by: string,
  now: Date,
): Promise<Outcome[]> {
  const flags = await flagsById(
    reading,
    asker,
    requests.map(({ flag }) => flag),
  );
  const outcomes: Outcome[] = [];
  for (const { flag: id, version, state, reason, comment, assignee } of requests) {
    const flag = flags.get(id);
    if (!flag) outcomes.push({ flag: id, outcome: 'unknown' });
    else
      outcomes.push(
        await add(reading.desk, flag, version, (last) => ({
          state,
          reason: reason ?? (state === last?.state ? last.reason : null),
          comment: comment ?? null,
          assignee: assignee === undefined ? (last?.assignee ?? null) : assignee,
          fingerprint: flag.fingerprint,
          undoes: null,
          by,
          at: now.toISOString(),
        })),
      );
  }
  return outcomes;
}

/** Takes back the last entry that has not been taken back: what was held before it is held again. */
export async function undoDecision(
  reading: Reading,
  asker: Asker,
  { flag: id, version }: { flag: string; version: number },
  by: string,
  now: Date,
): Promise<Outcome> {
  const flag = (await flagsById(reading, asker, [id])).get(id);
  if (!flag) return { flag: id, outcome: 'unknown' };
  const standing = stillHeld(await reading.desk.decisions.of(id));
  const undone = standing.pop();
  if (!undone) return { flag: id, outcome: 'nothing-to-undo' };
  const before = standing.at(-1);
  return add(reading.desk, flag, version, () => ({
    state: before?.state ?? 'open',
    reason: before?.reason ?? null,
    comment: null,
    assignee: before?.assignee ?? null,
    fingerprint: before?.fingerprint ?? flag.fingerprint,
    undoes: undone.version,
    by,
    at: now.toISOString(),
  }));
}

/** Entries that were not taken back, oldest first. */
function stillHeld(history: readonly Decision[]): Decision[] {
  const held: Decision[] = [];
  for (const entry of history) {
    if (entry.undoes === null) held.push(entry);
    else held.pop();
  }
  return held;
}

async function add(
  { decisions }: Desk,
  { id }: Pick<Flag, 'id'>,
  version: number,
  entryAfter: (last: Decision | null) => Omit<Decision, 'flag' | 'version'>,
): Promise<Outcome> {
  const last = (await decisions.latest([id])).get(id) ?? null;
  if ((last?.version ?? 0) !== version) return { flag: id, outcome: 'conflict', latest: last };
  const decision: Decision = { flag: id, version: version + 1, ...entryAfter(last) };
  const added = await decisions.add(decision);
  if (!added.kept) return { flag: id, outcome: 'conflict', latest: added.latest };
  return { flag: id, outcome: 'kept', decision };
}
