import type { AuditEntry, CollectionRule, Credential, KeptAccount, SavedSearch } from '../../schemas/account.ts';
import { type AuditLog, type People, type Shelf, savedSearchKey } from '../people-port.ts';
import type { Database } from './database.ts';

export function sqlitePeople(database: Database): People {
  return {
    accounts: shelf(database, 'account', ({ name }: KeptAccount) => name),
    credentials: shelf(
      database,
      'credential',
      ({ hash }: Credential) => hash,
      ({ account }) => account,
    ),
    rules: shelf(database, 'rule', ({ collection }: CollectionRule) => collection),
    searches: shelf<SavedSearch>(database, 'search', savedSearchKey, ({ account }) => account),
    audit: auditLog(database),
  };
}

function shelf<T extends { version: number }>(
  database: Database,
  kind: string,
  keyOf: (thing: T) => string,
  ownerOf: (thing: T) => string = () => '',
): Shelf<T> {
  return {
    async get(key) {
      const body = database.value<string | undefined>('SELECT body FROM shelf WHERE kind = ? AND key = ?', kind, key);
      return body === undefined ? null : (JSON.parse(body) as T);
    },
    async list(owner) {
      return database.jsonColumn<T>(
        'SELECT body AS x FROM shelf WHERE kind = ?1 AND (?2 IS NULL OR owner = ?2) ORDER BY key',
        ...[kind, owner ?? null],
      );
    },
    async put(thing) {
      const [key, body] = [keyOf(thing), JSON.stringify(thing)];
      const written =
        thing.version === 1
          ? database.run(
              'INSERT INTO shelf VALUES (?, ?, 1, ?, ?) ON CONFLICT DO NOTHING',
              ...[kind, key, ownerOf(thing), body],
            )
          : database.run(
              'UPDATE shelf SET version = ?, owner = ?, body = ? WHERE kind = ? AND key = ? AND version = ?',
              ...[thing.version, ownerOf(thing), body, kind, key, thing.version - 1],
            );
      return written > 0;
    },
    async remove(key) {
      return database.run('DELETE FROM shelf WHERE kind = ? AND key = ?', kind, key) > 0;
    },
  };
}

function auditLog(database: Database): AuditLog {
  return {
    async add(entries) {
      database.transaction(() => {
        for (const { at, account, action, collection, report } of entries)
          database.run(
            'INSERT INTO audit (at, account, action, collection, report) VALUES (?, ?, ?, ?, ?)',
            ...[at, account, action, collection, report],
          );
      });
    },
    async list({ account, collection }, { offset, limit }) {
      const where = 'WHERE (?1 IS NULL OR account = ?1) AND (?2 IS NULL OR collection = ?2)';
      const values = [account ?? null, collection ?? null];
      return database.snapshot(() => ({
        total: database.value<number>(`SELECT count(*) FROM audit ${where}`, ...values),
        entries: database.all<AuditEntry>(
          `SELECT at, account, action, collection, report FROM audit ${where} ORDER BY at DESC, id DESC LIMIT ?3 OFFSET ?4`,
          ...values,
          ...[limit, offset],
        ),
      }));
    },
  };
}
