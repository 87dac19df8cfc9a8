import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Home } from '../compose.ts';
import type { Metrics } from './metrics.ts';
import { readiness } from './readiness.ts';

/**
 * Where a process without pages of its own is watched: `/metrics` for Prometheus, `/healthz` (the process answers),
 * `/readyz` (its servers do as well).
 */
export async function openMetricsEndpoint(
  { registry }: Pick<Metrics, 'registry'>,
  home: Pick<Home, 'queue' | 'store'>,
  { host, port }: { host: string; port: number },
): Promise<{ port: number; close(): Promise<void> }> {
  const answers: Record<string, () => Promise<[status: number, type: string, body: string]>> = {
    '/metrics': async () => [200, registry.contentType, await registry.metrics()],
    '/healthz': async () => [200, 'text/plain', 'ok\n'],
    '/readyz': async () => {
      const told = await readiness(home);
      return [told.ready ? 200 : 503, 'application/json', `${JSON.stringify(told)}\n`];
    },
  };
  const server = createServer(async (request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://localhost').pathname];
    const [status, type, body] = answer ? await answer() : [404, 'text/plain', 'not found\n'];
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  });
  await listening(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
