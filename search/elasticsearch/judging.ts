import { createHash } from 'node:crypto';
import type { Flag } from '../../schemas/flag.ts';
import { reportsOfFlag } from '../cross-flags.ts';
import type { Judge } from '../port.ts';
import { bulk, type Operation } from './bulk.ts';
import { factsUnder } from './facts-under-keys.ts';
import { type Held, LeaseLost } from './lease.ts';
import type { DocumentOf } from './mappings.ts';
import { contentsOf } from './reports.ts';
import type { Server } from './server.ts';

/** All flags of one key; kept with none in it where there once were some. */
export interface KeyFlags extends DocumentOf<'crossflags'> {
  key: string;
  ids: string[];
  reports: string[];
  /** As JSON; and by the ids of the reports what was read in them then. */
  flags: string;
  readings: string;
}

/** Writes down why the flags that none of these keys has any longer, nor any other, do not hold. */
export type CloseFlags = (judged: readonly Judged[]) => Promise<void>;

/** A key with the flags that it had and those that it has now. */
export interface Judged {
  key: string;
  before: KeyFlags | null;
  flags: Flag[];
}

/** Puts the flags of these keys in the place of those they had, and closes those that no key has any longer. */
export async function judgeKeys(
  server: Server,
  judge: Judge,
  held: Held,
  close: CloseFlags,
  keys: readonly string[],
): Promise<void> {
  const ids = new Map(keys.map((key) => [key, createHash('sha256').update(key).digest('hex')]));
  const stored = await server.get<KeyFlags>(Array.from(ids.values(), (id) => ({ index: 'crossflags', id })));
  const known = new Map(keys.map((key, i) => [key, stored[i] ?? null]));
  for await (const facts of factsUnder(server, keys)) {
    const judged = Array.from(facts, ([key, under]): Judged => {
      const flags = under.length > 1 ? judge.flags(key, under) : [];
      return { key, before: known.get(key)?.source ?? null, flags };
    });
    const contents = await contentsOf(
      server,
      judged.flatMap(({ flags }) => flags.flatMap(reportsOfFlag)),
    );
    const operations = judged.flatMap(({ key, before, flags }): Operation[] => {
      const reports = [...new Set(flags.flatMap(reportsOfFlag))];
      const readings = JSON.stringify(Object.fromEntries(reports.map((sha) => [sha, contents.get(sha)])));
      const told = JSON.stringify(flags);
      if (told === (before?.flags ?? '[]') && readings === (before?.readings ?? '{}')) return [];
      const document: KeyFlags = { key, ids: flags.map(({ id }) => id), reports, flags: told, readings };
      return [{ index: 'crossflags', id: ids.get(key)!, document, before: known.get(key) ?? null }];
    });
    held.check();
    // First, so that whoever dies here closes them again: the keys still wait, and tell which flags they had.
    await close(judged);
    if ((await bulk(server, operations)).length > 0) throw new LeaseLost();
  }
}
