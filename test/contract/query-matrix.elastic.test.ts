import { afterAll } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import { elasticsearchUrl, forgetIndices, uniquePrefix } from '../services/addresses.ts';
import { manyQueriesMatrix, queryMatrix } from './query-matrix.ts';

const prefixes = [uniquePrefix(), uniquePrefix()] as const;
afterAll(async () => {
  for (const prefix of prefixes) await forgetIndices(prefix);
});

queryMatrix('elasticsearch', () => openElasticsearchStore(elasticsearchUrl, { prefix: prefixes[0] }));
manyQueriesMatrix('elasticsearch', () => openElasticsearchStore(elasticsearchUrl, { prefix: prefixes[1] }));
