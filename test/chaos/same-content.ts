import { createHash } from 'node:crypto';
import type { RecordKind, Store } from '../../search/port.ts';
import { parseQuery } from '../../search/query/parse.ts';

const everybody = { collections: null };
const all = { offset: 0, limit: 1_000_000 };
const kinds: RecordKind[] = ['citations', 'relations', 'indicators', 'issues', 'flags'];
const queries = ['nhân dân', '"hộ nghèo"', 'đối thoại', 'doi thoai truc tiep', '218-QĐ/TW', 'kiến nghị OR phản ánh'];

/**
 * What two stores say otherwise, by name: the dump (readings and ledger), every list of records, hits of searches with
 * their order, the number of passages, directives. A row that is missing, or there twice, shows in one of them.
 */
export async function differences(a: Store, b: Store): Promise<string[]> {
  const different: string[] = [];
  const compare = async (name: string, of: (store: Store) => Promise<string>): Promise<void> => {
    const [one, other] = [await of(a), await of(b)];
    if (one !== other) different.push(`${name}: ${firstDifference(one, other)}`);
  };
  await compare('dump', async (store) => {
    const lines: string[] = [];
    for await (const line of store.dump()) lines.push(line);
    return lines.join('\n');
  });
  await compare('passages', async (store) => String((await store.health()).details.passages));
  for (const kind of kinds)
    await compare(kind, async (store) => withoutPaths((await store.list(everybody, kind, {}, all)).records));
  for (const query of queries)
    await compare(query, async (store) => withoutPaths(await store.search(everybody, parseQuery(query), all)));
  await compare('directives', async (store) => withoutPaths(await store.directives(everybody, {}, all)));
  return different;
}

/** Of copies, either may be the one that was indexed, so paths are left out; the order of keys says nothing. */
function withoutPaths(value: object): string {
  const plain = (key: string, part: unknown): unknown => {
    if (key === 'path') return undefined;
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return JSON.stringify(value, plain, 1);
}

function firstDifference(one: string, other: string): string {
  const [a, b] = [one.split('\n'), other.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  const short = (line = ''): string =>
    line.length <= 160
      ? line
      : `${line.slice(0, 160)}… (${createHash('sha256').update(line).digest('hex').slice(0, 8)})`;
  return `${a.length} and ${b.length} lines; line ${at + 1}: ${short(a[at])} ≠ ${short(b[at])}`;
}
