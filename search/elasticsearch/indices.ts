import { ServerError } from '../server-error.ts';
import { type IndexName, indexNames, mappings, SHAPE, settings } from './mappings.ts';
import type { Server } from './server.ts';

const LEAST_MAJOR = 9;

/** Looks at the server and makes the indices that are not there, each behind its alias. */
export async function prepareIndices(server: Server): Promise<{ version: string }> {
  const { version } = await server.ask((client) => client.info());
  if (Number.parseInt(version.number, 10) < LEAST_MAJOR)
    throw new ServerError('elasticsearch', 'version', version.number);
  const there = await shapesThere(server);
  for (const index of indexNames) {
    const shape = there.get(index) ?? SHAPE;
    if (shape > SHAPE) throw new ServerError('elasticsearch', 'incompatible', `${server.alias(index)}-${shape}`);
  }
  await Promise.all(
    indexNames.filter((index) => (there.get(index) ?? SHAPE) < SHAPE).map((index) => addFields(server, index)),
  );
  await Promise.all(indexNames.filter((index) => !there.has(index)).map((index) => make(server, index)));
  return { version: version.number };
}

/** Shape of each index that has its alias: what its mapping says of itself. */
async function shapesThere(server: Server): Promise<Map<IndexName, number>> {
  const found = await server.ask((client) =>
    client.indices.getMapping(
      { index: indexNames.map((index) => server.alias(index)), ignore_unavailable: true },
      { ignore: [404] },
    ),
  );
  const shapes = new Map<IndexName, number>();
  for (const { mappings: there } of Object.values(found)) {
    const { index, shape } = (there?._meta ?? {}) as { index?: IndexName; shape?: number };
    if (index && shape !== undefined) shapes.set(index, shape);
  }
  return shapes;
}

/** Brings an index of an earlier shape up to this one, which only adds fields. */
async function addFields(server: Server, index: IndexName): Promise<void> {
  const mapping = { properties: mappings[index], _meta: { index, shape: SHAPE } };
  await server.ask((client) => client.indices.putMapping({ index: server.alias(index), ...mapping }));
}

const make = (server: Server, index: IndexName): Promise<void> =>
  createIndex(server, index, { name: `${server.alias(index)}-${SHAPE}`, alias: server.alias(index) });

/** An index behind its alias; `meta` is told by its mapping beside its shape. */
export async function createIndex(
  server: Server,
  index: IndexName,
  { name, alias, meta }: { name: string; alias: string; meta?: object },
): Promise<void> {
  const made = await server.ask((client) =>
    client.indices.create(
      {
        index: name,
        settings,
        mappings: { dynamic: 'strict', properties: mappings[index], _meta: { index, shape: SHAPE, ...meta } },
        aliases: { [alias]: { is_write_index: true } },
      },
      { ignore: [400], meta: true },
    ),
  );
  if (made.statusCode !== 400) return;
  // another process was quicker
  const { error } = made.body as { error?: { type?: string; reason?: string } };
  if (error?.type !== 'resource_already_exists_exception') throw new Error(`${alias}: ${error?.reason}`);
}
