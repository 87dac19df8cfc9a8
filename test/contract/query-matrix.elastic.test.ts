import { afterAll } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import { elasticsearchUrl, forgetIndices, uniquePrefix } from '../services/addresses.ts';
import { queryMatrix } from './query-matrix.ts';

const prefix = uniquePrefix();
afterAll(() => forgetIndices(prefix));

queryMatrix('elasticsearch', () => openElasticsearchStore(elasticsearchUrl, { prefix }));
