import { createHash } from 'node:crypto';
import { reportsOfFlag } from '../cross-flags.ts';
import type { Judge } from '../port.ts';
import { bulk, type Operation } from './bulk.ts';
import { factsUnder } from './facts-under-keys.ts';
import { type Held, LeaseLost } from './lease.ts';
import type { DocumentOf } from './mappings.ts';
import type { Server } from './server.ts';

/** All flags of one key; kept with none in it where there once were some. */
export interface KeyFlags extends DocumentOf<'crossflags'> {
  key: string;
  reports: string[];
  flags: string;
}

/** Puts the flags of these keys in the place of those they had. */
export async function judgeKeys(server: Server, judge: Judge, held: Held, keys: readonly string[]): Promise<void> {
  const ids = new Map(keys.map((key) => [key, createHash('sha256').update(key).digest('hex')]));
  const stored = await server.get<KeyFlags>(Array.from(ids.values(), (id) => ({ index: 'crossflags', id })));
  const known = new Map(keys.map((key, i) => [key, stored[i] ?? null]));
  for await (const facts of factsUnder(server, keys)) {
    const operations = [...facts].flatMap(([key, under]): Operation[] => {
      const before = known.get(key) ?? null;
      const flags = under.length > 1 ? judge.flags(key, under) : [];
      const told = JSON.stringify(flags);
      if (told === (before?.source.flags ?? '[]')) return [];
      const document: KeyFlags = { key, reports: [...new Set(flags.flatMap(reportsOfFlag))], flags: told };
      return [{ index: 'crossflags', id: ids.get(key)!, document, before }];
    });
    held.check();
    if ((await bulk(server, operations)).length > 0) throw new LeaseLost();
  }
}
