import { afterAll } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import { dropStores, elasticsearchUrl, newPrefix } from './elasticsearch-server.ts';
import { storeContract } from './store.ts';

const prefixes: string[] = [];
afterAll(() => dropStores(prefixes));

storeContract('elasticsearch', async () => {
  const prefix = newPrefix();
  prefixes.push(prefix);
  return openElasticsearchStore(elasticsearchUrl(), { prefix });
});
