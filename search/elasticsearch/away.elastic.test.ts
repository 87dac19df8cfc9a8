import { once } from 'node:events';
import { connect, createServer, type Server as Line, type Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { indexedReports } from '../../test/contract/sample-reports.ts';
import { entryFor } from '../../test/contract/store.ts';
import { elasticsearchUrl, forgetIndices, uniquePrefix } from '../../test/services/addresses.ts';
import { parseQuery } from '../query/parse.ts';
import { openElasticsearchStore } from './store.ts';

const prefix = uniquePrefix();
afterAll(() => forgetIndices(prefix));

/** A line to the server that can be cut: the server itself goes on. */
async function lineAt(port: number): Promise<{ port: number; cut: () => Promise<void> }> {
  const { hostname, port: target } = new URL(elasticsearchUrl);
  const ends = new Set<Socket>();
  const line: Line = createServer((near) => {
    const far = connect(Number(target), hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => {});
    }
    near.pipe(far).pipe(near);
  });
  line.listen(port, '127.0.0.1');
  await once(line, 'listening');
  return {
    port: (line.address() as { port: number }).port,
    async cut() {
      line.close();
      for (const end of ends) end.destroy();
      await once(line, 'close');
    },
  };
}

test('a server that goes away is named, and the same connection works on when it is back', async () => {
  let line = await lineAt(0);
  const { port } = line;
  const url = new URL(elasticsearchUrl);
  url.host = `127.0.0.1:${port}`;
  const store = await openElasticsearchStore(url.href, { prefix });
  const [first, second] = indexedReports();
  await store.put(first!, entryFor(first!));
  await line.cut();
  const ask = () => store.search({ collections: null }, parseQuery('đối thoại'), { offset: 0, limit: 1 });
  const away = { server: 'elasticsearch', problem: 'away', seen: url.host };
  await expect(ask()).rejects.toMatchObject(away);
  await expect(store.put(second!, entryFor(second!))).rejects.toMatchObject(away);
  await expect(store.ledger.balance()).rejects.toMatchObject(away);
  line = await lineAt(port);
  expect((await ask()).total).toBe(1);
  expect(await store.put(second!, entryFor(second!))).toBe('written');
  expect((await ask()).total).toBe(3);
  await store.close();
  await line.cut();
});
