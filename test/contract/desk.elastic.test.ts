import { afterAll } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import { elasticsearchUrl, emptyIndices, forgetIndices, uniquePrefix } from '../services/addresses.ts';
import { correctedFlagsContract } from './corrected-flags.ts';
import { deskContract } from './desk.ts';
import { peopleContract } from './people.ts';

const prefix = uniquePrefix();
afterAll(() => forgetIndices(prefix));

const open = async () => {
  await emptyIndices(prefix);
  return openElasticsearchStore(elasticsearchUrl, { prefix });
};
deskContract('elasticsearch', open);
peopleContract('elasticsearch', open);
correctedFlagsContract('elasticsearch', open);
