import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ServerError } from '../server-error.ts';
import { openElasticsearchStore } from './store.ts';

let http: HttpServer | null = null;
afterEach(() => http?.close());

/** Something that answers every request alike, as a server in trouble does. */
async function answering(status: number, body: unknown, product = 'Elasticsearch'): Promise<string> {
  http = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-elastic-product': product });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => http!.listen(0, '127.0.0.1', resolve));
  return `http://elastic:secret@127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function problemAt(url: string): Promise<ServerError> {
  const error = await openElasticsearchStore(url, { prefix: 'doisoat' }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ServerError);
  return error as ServerError;
}

const errorOf = (type: string, reason: string) => ({ error: { type, reason } });

test.each([
  ['refused', 401, errorOf('security_exception', 'unable to authenticate user [elastic]')],
  ['refused', 403, errorOf('security_exception', 'action is unauthorized')],
  [
    'full',
    429,
    errorOf(
      'cluster_block_exception',
      'index blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block]',
    ),
  ],
  ['version', 400, errorOf('media_type_header_exception', 'Invalid media-type value on headers [Accept]')],
  ['away', 502, errorOf('bad_gateway', 'no node behind the proxy')],
] as const)('%s: an answer of %i', async (problem, status, body) => {
  const url = await answering(status, body);
  const error = await problemAt(url);
  expect(error).toMatchObject({ server: 'elasticsearch', problem });
  expect(error.message).not.toContain('secret');
});

test('version: an older server', async () => {
  const url = await answering(200, { version: { number: '8.19.2' }, tagline: 'You Know, for Search' });
  expect(await problemAt(url)).toMatchObject({ problem: 'version', seen: '8.19.2' });
});

test('incompatible: another product', async () => {
  const url = await answering(200, { version: { number: '9.0.0' } }, 'OpenSearch');
  expect(await problemAt(url)).toMatchObject({ problem: 'incompatible' });
});

test('away: nothing listens there, or the address is none', async () => {
  const url = await answering(200, {});
  http!.close();
  expect(await problemAt(url)).toMatchObject({ problem: 'away', seen: new URL(url).host });
  expect(await problemAt('máy chủ')).toMatchObject({ problem: 'away' });
});
