import { afterAll } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import { elasticsearchUrl, emptyIndices, forgetIndices, uniquePrefix } from '../services/addresses.ts';
import { storeContract } from './store.ts';

const prefix = uniquePrefix();
afterAll(() => forgetIndices(prefix));

storeContract('elasticsearch', async () => {
  await emptyIndices(prefix);
  return openElasticsearchStore(elasticsearchUrl, { prefix });
});
