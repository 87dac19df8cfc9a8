import { afterAll } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import { elasticsearchUrl, forgetIndices, uniquePrefix } from '../services/addresses.ts';
import { storeContract } from './store.ts';

const prefix = uniquePrefix();
afterAll(() => forgetIndices(prefix));

/** Making indices costs the server more than emptying them. */
async function empty(): Promise<void> {
  const everything = 'refresh=true&conflicts=proceed&ignore_unavailable=true';
  await fetch(`${elasticsearchUrl}/${prefix}-*/_refresh`, { method: 'POST' });
  await fetch(`${elasticsearchUrl}/${prefix}-*/_delete_by_query?${everything}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: { match_all: {} } }),
  });
}

storeContract('elasticsearch', async () => {
  await empty();
  return openElasticsearchStore(elasticsearchUrl, { prefix });
});
