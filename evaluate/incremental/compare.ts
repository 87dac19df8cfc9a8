import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { CrossFlag, Store } from '../../search/port.ts';

interface Filled {
  store: Store;
  /** Its database. */
  file: string;
}

/** Where two stores that hold the same reports disagree about what is between these, one line each. */
export async function differences(
  one: Filled,
  other: Filled,
  reports: readonly { sha: string }[],
): Promise<{ flags: number; differing: string[] }> {
  const differing: string[] = [];
  const [first, second] = [await flagsOf(one.store), await flagsOf(other.store)];
  for (const id of new Set([...first.keys(), ...second.keys()])) {
    const [here, there] = [first.get(id), second.get(id)];
    if (isDeepStrictEqual(here, there)) continue;
    const which = here === undefined ? 'only all at once' : there === undefined ? 'only step by step' : 'differs';
    differing.push(`${which}: ${id} ${(here ?? there)!.message.vi}`);
  }
  for (const { sha } of reports) {
    const [here, there] = await Promise.all([one, other].map(({ store }) => store.comparisons.copies(sha)));
    if (!isDeepStrictEqual(here, there)) differing.push(`copies of ${sha}: ${here} and ${there}`);
  }
  for (const { file } of [one, other]) differing.push(...staleReadings(file));
  for (const { id } of (await one.store.comparisons.closed({ collections: null }, {}, everything)).records)
    if (first.has(id)) differing.push(`stands and is closed: ${id}`);
  return { flags: first.size, differing };
}

const everything = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

async function flagsOf({ comparisons }: Store): Promise<Map<string, CrossFlag>> {
  const { records } = await comparisons.flags({ collections: null }, {}, everything);
  return new Map(records.map((flag) => [flag.id, flag]));
}

/** Flags that were judged of a reading that is not the present one. */
function staleReadings(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const stale = database.prepare(
      `SELECT cross_flag.id AS flag FROM cross_flag, json_each(readings) AS reading
       LEFT JOIN report ON report.sha = reading.key WHERE report.id IS NOT reading.value`,
    );
    return stale.all().map(({ flag }) => `of an earlier reading: ${flag}`);
  } finally {
    database.close();
  }
}
