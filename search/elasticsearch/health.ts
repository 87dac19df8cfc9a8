import type { Store } from '../port.ts';
import { diskWarnings } from './disk.ts';
import { type IndexName, indexNames, SHAPE } from './mappings.ts';
import type { Server } from './server.ts';
import { readMarks } from './writing.ts';

type Health = Awaited<ReturnType<Store['health']>>;

export async function health(server: Server): Promise<Health> {
  const index = indexNames.map((name) => server.alias(name));
  const [{ version }, cluster, stats, disk, reports, passages, marks] = await Promise.all([
    server.ask((client) => client.info()),
    server.ask((client) => client.cluster.health({ index })),
    server.ask((client) => client.indices.stats({ index, metric: ['store'] })),
    diskWarnings(server),
    count(server, 'reports'),
    count(server, 'passages'),
    readMarks(server),
  ]);
  return {
    kind: 'elasticsearch',
    version: version.number,
    details: {
      server: server.address,
      status: cluster.status,
      nodes: cluster.number_of_nodes,
      schema: SHAPE,
      reports,
      passages,
      writing: new Set(marks?.source.marks.map(({ report }) => report)).size,
      bytes: stats._all.total?.store?.size_in_bytes ?? 0,
    },
    warnings: [...(cluster.status === 'green' ? [] : [String(cluster.status)]), ...disk],
  };
}

async function count(server: Server, index: IndexName): Promise<number> {
  await server.see(index);
  return (await server.ask((client) => client.count({ index: server.alias(index) }))).count;
}
