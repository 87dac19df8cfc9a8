import { afterAll, expect, test } from 'vitest';
import { sampleExtraction, sampleReports } from '../../test/contract/sample-reports.ts';
import { entryFor } from '../../test/contract/store.ts';
import { elasticsearchUrl, forgetIndices, isOurs, uniquePrefix } from '../../test/services/addresses.ts';
import type { Store } from '../port.ts';
import { parseQuery } from '../query/parse.ts';
import { openElasticsearchStore } from './store.ts';

const prefix = uniquePrefix();
const repository = `${elasticsearchUrl}/_snapshot/${prefix}`;
afterAll(async () => {
  await fetch(repository, { method: 'DELETE' });
  await forgetIndices(prefix);
});

const everybody = { collections: null };
const all = { offset: 0, limit: 1_000 };

async function contentOf(store: Store): Promise<object> {
  const lines: string[] = [];
  for await (const line of store.dump()) lines.push(line);
  const hits = await store.search(everybody, parseQuery('nhân dân OR đối thoại'), all);
  return { lines, hits, balance: await store.ledger.balance() };
}

async function ask(method: string, url: string, body: object = {}): Promise<void> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status, await answer.text()).toBe(200);
}

// The very requests of docs/operations.md. Only a server of these tests has a folder for snapshots.
test.runIf(isOurs('elasticsearch'))('a store is given back from a snapshot as it was', async () => {
  const store = await openElasticsearchStore(elasticsearchUrl, { prefix });
  for (const { name } of sampleReports) {
    const report = { extraction: sampleExtraction(sampleReports.find((one) => one.name === name)!, '1') };
    const indexed = { ...report, collection: 'chung', path: `/${name}.docx` };
    await store.put(indexed, entryFor(indexed));
  }
  const content = await contentOf(store);
  await ask('PUT', repository, { type: 'fs', settings: { location: prefix } });
  await ask('PUT', `${repository}/first?wait_for_completion=true`, {
    indices: `${prefix}-*`,
    include_global_state: false,
  });
  await store.remove((await store.reports(everybody, all)).reports[0]!.id);
  expect(await contentOf(store)).not.toEqual(content);
  await store.close();

  await forgetIndices(prefix);
  await ask('POST', `${repository}/first/_restore?wait_for_completion=true`, {
    indices: `${prefix}-*`,
    include_global_state: false,
  });
  const restored = await openElasticsearchStore(elasticsearchUrl, { prefix });
  expect(await contentOf(restored)).toEqual(content);
  await restored.close();
});
