import { afterAll, expect, test } from 'vitest';
import { patiently } from '../../pipeline/patience.ts';
import { comparablesOf } from '../../pipeline/reconcile.ts';
import { sampleExtraction, sampleReports, shaOf } from '../../test/contract/sample-reports.ts';
import { entryFor } from '../../test/contract/store.ts';
import { elasticsearchUrl, forgetIndices, uniquePrefix } from '../../test/services/addresses.ts';
import type { Store } from '../port.ts';
import { parseQuery } from '../query/parse.ts';
import { NextServer, rebuild } from './rebuild.ts';
import { Server } from './server.ts';
import { openElasticsearchStore } from './store.ts';

const prefixes = [uniquePrefix(), uniquePrefix(), uniquePrefix()];
afterAll(async () => {
  for (const prefix of prefixes) await forgetIndices(prefix);
});

const everybody = { collections: null };
const all = { offset: 0, limit: 1_000 };

const indexed = (name: string, path = `/${name}.docx`) => ({
  extraction: sampleExtraction(sampleReports.find((sample) => sample.name === name)!, '1'),
  collection: 'chung',
  path,
});
const names = sampleReports.map(({ name }) => name);

async function put(store: Store, name: string): Promise<void> {
  const report = indexed(name);
  await patiently(() => store.put(report, entryFor(report)), {});
}

/** All that can be asked, as one text. */
async function contentOf(store: Store): Promise<string> {
  const { passages, reports, writing } = (await store.health()).details;
  const lines: string[] = [];
  for await (const line of store.dump()) lines.push(line);
  const found = await store.search(everybody, parseQuery('nhân dân OR đối thoại'), all);
  const citations = await store.list(everybody, 'citations', {}, all);
  const indicators = await store.list(everybody, 'indicators', {}, all);
  const directives = await store.directives(everybody, {}, all);
  return JSON.stringify({ passages, reports, writing, lines, found, citations, indicators, directives }, null, 1);
}

async function indicesOf(prefix: string): Promise<string[]> {
  const listed = await fetch(`${elasticsearchUrl}/_cat/indices/${prefix}-*?h=index`);
  return (await listed.text()).split('\n').filter(Boolean).sort();
}

test('what is written, changed and removed while the index is made anew is in the new one; the old one answers', async () => {
  const [prefix, plain] = prefixes as [string, string];
  const store = await openElasticsearchStore(elasticsearchUrl, { prefix });
  const expected = await openElasticsearchStore(elasticsearchUrl, { prefix: plain });
  const [first, gone, ...others] = names as [string, string, ...string[]];
  for (const name of [first, gone]) await put(store, name);
  const before = await indicesOf(prefix);

  const rebuilding = store.rebuild!(async (read) => comparablesOf(read));
  let asked = 0;
  const asking = (async () => {
    for (let done = false; !done; asked++) {
      done = await Promise.race([rebuilding.then(() => true), new Promise<boolean>((r) => setTimeout(r, 20, false))]);
      expect((await store.list(everybody, 'citations', { report: shaOf(first) }, all)).total).toBeGreaterThan(0);
    }
  })();
  for (const name of others) await put(store, name);
  await patiently(() => store.remove(shaOf(gone)), {});
  expect(await rebuilding).toBeGreaterThan(0);
  await asking;
  expect(asked).toBeGreaterThan(5);

  for (const name of [first, ...others]) await put(expected, name);
  expect(await contentOf(store)).toBe(await contentOf(expected));
  const after = await indicesOf(prefix);
  expect(after).toHaveLength(before.length);
  expect(after).not.toEqual(before);
  await store.close();
  await expected.close();
});

/** Two connections of one process that dies before its n-th request. */
function dyingPair(prefix: string, requests: number): [Server, NextServer] {
  let left = requests;
  const mortal = (server: Server): void => {
    const ask = server.ask.bind(server);
    server.ask = async (question) => {
      if (left-- <= 0) throw new Error('killed');
      return ask(question);
    };
  };
  const pair: [Server, NextServer] = [new Server(elasticsearchUrl, prefix), new NextServer(elasticsearchUrl, prefix)];
  pair.forEach(mortal);
  return pair;
}

test('ended anywhere, the old index or the new one answers whole, and the next call goes on', async () => {
  const prefix = prefixes[2]!;
  const store = await openElasticsearchStore(elasticsearchUrl, { prefix });
  for (const name of names) await put(store, name);
  const content = await contentOf(store);
  const count = (await indicesOf(prefix)).length;
  let deaths = 0;
  for (let done = false; !done; deaths++) {
    const [server, next] = dyingPair(prefix, 4 * deaths);
    done = await rebuild(server, next, async (read) => comparablesOf(read)).then(
      () => true,
      () => false,
    );
    await server.close();
    await next.close();
    expect(await contentOf(store)).toBe(content);
  }
  expect(deaths).toBeGreaterThan(5);
  await patiently(() => store.remove(shaOf(names[0]!)), {});
  await put(store, names[0]!);
  expect(await contentOf(store)).toBe(content);
  expect(await indicesOf(prefix)).toHaveLength(count);
  await store.close();
});
