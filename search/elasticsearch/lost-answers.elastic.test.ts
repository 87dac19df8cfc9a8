import { afterAll, expect, test } from 'vitest';
import { openDisturbingProxy } from '../../test/chaos/disturbing-proxy.ts';
import { sampleExtraction, sampleReports } from '../../test/contract/sample-reports.ts';
import { entryFor } from '../../test/contract/store.ts';
import { elasticsearchUrl, forgetIndices, uniquePrefix } from '../../test/services/addresses.ts';
import type { Store } from '../port.ts';
import { parseQuery } from '../query/parse.ts';
import { openElasticsearchStore } from './store.ts';

const prefix = uniquePrefix();
afterAll(() => forgetIndices(prefix));

const everybody = { collections: null };
const all = { offset: 0, limit: 1_000 };

async function contentOf(store: Store): Promise<object> {
  const { total } = await store.search(everybody, parseQuery('nhân dân'), all);
  const citations = (await store.list(everybody, 'citations', {}, all)).total;
  const { passages, writing } = (await store.health()).details;
  return { total, citations, passages, writing, balance: await store.ledger.balance() };
}

test('whichever answer is lost on its way, what was asked for is done once and whole', async () => {
  const proxy = await openDisturbingProxy(elasticsearchUrl, () => 1);
  const store = await openElasticsearchStore(proxy.url, { prefix });
  const extraction = sampleExtraction(sampleReports.find(({ name }) => name === '1')!, '1');
  const indexed = { extraction, collection: 'chung', path: '/1.docx' };
  await store.put(indexed, entryFor(indexed));
  const expected = await contentOf(store);
  for (let n = 0; ; n++) {
    await store.remove(extraction.sha256);
    proxy.loseAnswer(n);
    await store.put(indexed, entryFor(indexed));
    const requests = proxy.requests();
    expect(await contentOf(store)).toEqual(expected);
    if (requests <= n) break;
  }
  expect(proxy.counts.lostAnswers).toBeGreaterThan(5);
  await store.close();
  await proxy.close();
});
