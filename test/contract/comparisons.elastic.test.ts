import { afterAll } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import { elasticsearchUrl, emptyIndices, forgetIndices, uniquePrefix } from '../services/addresses.ts';
import { closedFlagsContract } from './closed-flags.ts';
import { comparisonsContract } from './comparisons.ts';

const prefix = uniquePrefix();
afterAll(() => forgetIndices(prefix));

const open = async () => {
  await emptyIndices(prefix);
  return openElasticsearchStore(elasticsearchUrl, { prefix });
};
comparisonsContract('elasticsearch', open, [1]);
closedFlagsContract('elasticsearch', open, [4]);
