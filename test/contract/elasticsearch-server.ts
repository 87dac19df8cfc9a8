import { randomBytes } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';

/** Address of the server that `test/services/run.sh` starts; without one these tests fail, they are never skipped. */
export function elasticsearchUrl(): string {
  const url = process.env.DOISOAT_TEST_ELASTICSEARCH_URL;
  if (!url) throw new Error('DOISOAT_TEST_ELASTICSEARCH_URL is not set: npm run test:servers starts the servers');
  return url;
}

/** A name that no other test, and no store on the same server, uses. */
export const newPrefix = (): string => `doisoat-test-${randomBytes(6).toString('hex')}`;

/** Takes out the indices of stores that a test made. */
export async function dropStores(prefixes: Iterable<string>): Promise<void> {
  const client = new Client({ node: elasticsearchUrl() });
  for (const prefix of prefixes) {
    const found = await client.indices.get({ index: `${prefix}-*` });
    const names = Object.keys(found);
    if (names.length > 0) await client.indices.delete({ index: names });
  }
  await client.close();
}
