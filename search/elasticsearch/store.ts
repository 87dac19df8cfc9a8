import type { Store } from '../port.ts';
import { directives, links, mentions } from './directives.ts';
import { dump } from './dump.ts';
import { health } from './health.ts';
import { prepareIndices } from './indices.ts';
import { elasticsearchLedger } from './ledger.ts';
import { list } from './lists.ts';
import { bodies, oneReport, reports } from './reports.ts';
import { search } from './search.ts';
import { Server } from './server.ts';
import { put, remove, settlePlaces } from './write.ts';

/** Opens the store on a server, making its indices where they are missing; `prefix` keeps stores on one server apart. */
export async function openElasticsearchStore(url: string, { prefix = 'doisoat' } = {}): Promise<Store> {
  const server = new Server(url, prefix);
  try {
    await prepareIndices(server);
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    ledger: elasticsearchLedger(server, (entries) => settlePlaces(server, entries)),
    put: (indexed, entry) => put(server, indexed, entry),
    remove: (sha) => remove(server, sha),
    report: (asker, idPrefix) => oneReport(server, asker, idPrefix),
    reports: (asker, page) => reports(server, asker, page),
    bodies: (asker) => bodies(server, asker),
    search: (asker, query, page) => search(server, asker, query, page),
    list: (asker, kind, filter, page) => list(server, asker, kind, filter, page),
    directives: (asker, filter, page) => directives(server, asker, filter, page),
    mentions: (asker, wanted, page) => mentions(server, asker, wanted, page),
    links: (asker, targets) => links(server, asker, targets),
    dump: () => dump(server),
    health: () => health(server),
    close: () => server.close(),
  };
}
