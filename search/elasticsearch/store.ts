import type { LedgerEntry } from '../../schemas/ledger.ts';
import type { Desk } from '../desk-port.ts';
import type { People } from '../people-port.ts';
import type { IndexedReport, PutOutcome, Store } from '../port.ts';
import { elasticsearchComparisons } from './comparisons.ts';
import { coverageOf } from './coverage.ts';
import { elasticsearchDesk } from './desk.ts';
import { directives, links, mentions } from './directives.ts';
import { dump } from './dump.ts';
import { gathered } from './gathered.ts';
import { health } from './health.ts';
import { prepareIndices } from './indices.ts';
import { elasticsearchLedger } from './ledger.ts';
import { list } from './lists.ts';
import { elasticsearchPeople } from './people.ts';
import { Publisher } from './publisher.ts';
import { NextServer, rebuild } from './rebuild.ts';
import { repairer } from './repair.ts';
import { bodies, oneReport, reports } from './reports.ts';
import { search } from './search.ts';
import { Server } from './server.ts';
import { finishLeftovers } from './settle.ts';
import { put, remove, settlePlaces } from './write.ts';

export interface ElasticsearchStore extends Store {
  desk: Desk;
  people: People;
}

interface Put {
  indexed: IndexedReport;
  entry: LedgerEntry;
}

/** Reports that come while others are written are written together, step by step: each step is a request for all. */
function putter(server: Server): (one: Put) => Promise<PutOutcome> {
  const putAll = gathered((many: readonly Put[]) =>
    Promise.allSettled(many.map(({ indexed, entry }) => put(server, indexed, entry))),
  );
  return async (one) => {
    const outcome = await putAll(one);
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  };
}

export interface ElasticsearchOptions {
  /** Keeps several stores on one server apart. */
  prefix: string;
  /** Told how many requests or documents the server was too busy for; they are sent again. */
  onBusy?: (count: number) => void;
}

/** Opens the store on a server, making its indices where they are missing. */
export async function openElasticsearchStore(
  url: string,
  { prefix, onBusy }: ElasticsearchOptions,
): Promise<ElasticsearchStore> {
  const server = new Server(url, prefix, onBusy);
  const publisher = new Publisher(server);
  try {
    await prepareIndices(server);
    await finishLeftovers(server);
  } catch (error) {
    await server.close();
    throw error;
  }
  const repair = repairer(server);
  const putWithOthers = putter(server);
  const comparisons = elasticsearchComparisons(server);
  // A connection finds what it wrote.
  const shown = async <T>(question: () => Promise<T>): Promise<T> => {
    await publisher.show();
    return question();
  };
  const writing = async <T>(change: () => Promise<T>): Promise<T> => {
    const done = await change();
    publisher.wrote();
    return done;
  };
  return {
    ledger: elasticsearchLedger(server, (entries) => writing(() => settlePlaces(server, entries))),
    desk: elasticsearchDesk(server),
    people: elasticsearchPeople(server),
    put: (indexed, entry) => writing(() => putWithOthers({ indexed, entry })),
    repair: () => writing(repair),
    async rebuild(comparablesOf) {
      const next = new NextServer(url, prefix, onBusy);
      try {
        return await writing(() => rebuild(server, next, comparablesOf));
      } finally {
        await next.close();
      }
    },
    remove: (sha) => writing(() => remove(server, sha)),
    report: (asker, idPrefix) => shown(() => oneReport(server, asker, idPrefix)),
    reports: (asker, page) => shown(() => reports(server, asker, page)),
    bodies: (asker) => shown(() => bodies(server, asker)),
    search: (asker, query, page) => shown(() => search(server, asker, query, page)),
    list: (asker, kind, filter, page) => shown(() => list(server, asker, kind, filter, page)),
    directives: (asker, filter, page) => shown(() => directives(server, asker, filter, page)),
    coverage: (asker, filter) => shown(() => coverageOf(server, asker, filter)),
    mentions: (asker, wanted, page) => shown(() => mentions(server, asker, wanted, page)),
    links: (asker, targets) => shown(() => links(server, asker, targets)),
    comparisons: {
      reconcile: (judge, which, signal) => shown(() => comparisons.reconcile(judge, which, signal)),
      flags: (asker, filter, page) => shown(() => comparisons.flags(asker, filter, page)),
      closed: (asker, filter, page) => shown(() => comparisons.closed(asker, filter, page)),
      copies: (report) => shown(() => comparisons.copies(report)),
    },
    async *dump() {
      await publisher.show();
      yield* dump(server);
    },
    health: () => shown(() => health(server)),
    async close() {
      try {
        await publisher.show();
      } finally {
        await server.close();
      }
    },
  };
}
