import { randomUUID } from 'node:crypto';

/** Servers that `test/services/run.sh` started, or that were given to it. There is no stand-in for them. */
export const redisUrl = addressIn('DOISOAT_TEST_REDIS_URL');
export const elasticsearchUrl = addressIn('DOISOAT_TEST_ELASTICSEARCH_URL');

/** Every test has a store of its own on the servers. */
export function uniquePrefix(): string {
  return `test-${randomUUID()}`;
}

function addressIn(name: string): string {
  const address = process.env[name];
  if (!address) throw new Error(`${name} is not set: run these tests by npm run test:servers`);
  return address;
}
