import { afterAll } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import { dropStores, elasticsearchUrl, newPrefix } from './elasticsearch-server.ts';
import { queryMatrix } from './query-matrix.ts';

const prefix = newPrefix();
afterAll(() => dropStores([prefix]));

queryMatrix('elasticsearch', () => openElasticsearchStore(elasticsearchUrl(), { prefix }));
