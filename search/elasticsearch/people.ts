import { randomUUID } from 'node:crypto';
import {
  AuditEntry,
  type CollectionRule,
  type Credential,
  type KeptAccount,
  type SavedSearch,
} from '../../schemas/account.ts';
import { type AuditLog, type People, type Shelf, savedSearchKey } from '../people-port.ts';
import { bulk, replace } from './bulk.ts';
import { find, findAll } from './find.ts';
import { rowId } from './ledger.ts';
import type { Server } from './server.ts';
import { together } from './together.ts';

export function elasticsearchPeople(server: Server): People {
  // Whoever changes something shows it: it is read with every request, and seldom written.
  const show = together(() => server.refresh(['shelf']));
  return {
    accounts: shelf(server, show, 'account', ({ name }: KeptAccount) => name),
    credentials: shelf(
      server,
      show,
      'credential',
      ({ hash }: Credential) => hash,
      ({ account }) => account,
    ),
    rules: shelf(server, show, 'rule', ({ collection }: CollectionRule) => collection),
    searches: shelf<SavedSearch>(server, show, 'search', savedSearchKey, ({ account }) => account),
    audit: auditLog(server),
  };
}

interface ShelfDocument<T> {
  kind: string;
  key: string;
  owner: string;
  body: T;
  /** Tells one's own writing, whose answer was lost, from that of another who wrote the very same. */
  writing: string;
}

function shelf<T extends { version: number }>(
  server: Server,
  show: () => Promise<void>,
  kind: string,
  keyOf: (thing: T) => string,
  ownerOf: (thing: T) => string = () => '',
): Shelf<T> {
  const read = async (key: string) => {
    const [found = null] = await server.get<ShelfDocument<T>>([{ index: 'shelf', id: rowId(kind, key) }]);
    return found;
  };
  return {
    get: async (key) => (await read(key))?.source.body ?? null,
    async list(owner) {
      const own = owner === undefined ? [] : [{ term: { owner } }];
      const query = { bool: { filter: [{ term: { kind } }, ...own] } };
      const all = await findAll<ShelfDocument<T>>(server, 'shelf', { query, sort: ['key'], fields: ['body'] });
      return all.map(({ source }) => source.body);
    },
    async put(thing) {
      const key = keyOf(thing);
      const before = await read(key);
      if ((before?.source.body.version ?? 0) !== thing.version - 1) return false;
      const document: ShelfDocument<T> = { kind, key, owner: ownerOf(thing), body: thing, writing: randomUUID() };
      const isWritten = (await replace(server, 'shelf', rowId(kind, key), document, before)) !== null;
      if (isWritten) await show();
      return isWritten;
    },
    async remove(key) {
      for (;;) {
        const before = await read(key);
        if (!before) return false;
        if (!(await server.take('shelf', rowId(kind, key), before))) continue;
        await show();
        return true;
      }
    },
  };
}

function auditLog(server: Server): AuditLog {
  const see = together(() => server.refresh(['audit']));
  /** Entries of one moment keep the order they were written in. */
  let seq = 0;
  return {
    async add(entries) {
      const operations = entries.map((entry) => ({
        index: 'audit' as const,
        id: randomUUID(),
        document: { ...entry, seq: seq++ },
        before: null,
      }));
      await bulk(server, operations);
    },
    async list({ account, collection }, page) {
      await see();
      const filter = Object.entries({ account, collection }).flatMap(([field, value]) =>
        value === undefined ? [] : [{ term: { [field]: value } }],
      );
      const order = [{ at: 'desc' }, { seq: 'desc' }] as const;
      const question = { query: { bool: { filter } }, sort: [...order], fields: AuditEntry.keyof().options };
      const { total, hits } = await find<AuditEntry>(server, 'audit', question, page);
      return { total, entries: hits.map(({ source }) => source) };
    },
  };
}
