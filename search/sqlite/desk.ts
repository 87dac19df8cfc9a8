import type { Correction } from '../../schemas/correction.ts';
import type { Decision, SignOff } from '../../schemas/decision.ts';
import { type Desk, type History, refused } from '../desk-port.ts';
import type { Database } from './database.ts';

export function sqliteDesk(database: Database): Desk {
  return {
    decisions: history(database, 'decision', ({ flag }: Decision) => flag),
    signOffs: history(database, 'sign-off', ({ report }: SignOff) => report),
    corrections: history(database, 'correction', ({ report }: Correction) => report),
  };
}

function history<T extends { version: number }>(
  database: Database,
  kind: string,
  keyOf: (entry: T) => string,
): History<T> {
  return {
    async add(entry) {
      const key = keyOf(entry);
      return database.transaction(() => {
        const body = database.value<string | undefined>(
          'SELECT body FROM history WHERE kind = ? AND key = ? ORDER BY version DESC LIMIT 1',
          ...[kind, key],
        );
        const latest = body === undefined ? null : (JSON.parse(body) as T);
        if (entry.version !== (latest?.version ?? 0) + 1) return refused(entry, latest);
        database.run('INSERT INTO history VALUES (?, ?, ?, ?)', kind, key, entry.version, JSON.stringify(entry));
        return { kept: true };
      });
    },
    async of(key) {
      return database.jsonColumn<T>(
        'SELECT body AS x FROM history WHERE kind = ? AND key = ? ORDER BY version',
        ...[kind, key],
      );
    },
    async latest(keys) {
      const named = keys === undefined ? null : JSON.stringify(keys);
      const last = database.jsonColumn<T>(
        // the body that stands beside the highest version
        `SELECT body AS x, max(version) FROM history
         WHERE kind = ?1 AND (?2 IS NULL OR key IN (SELECT value FROM json_each(?2))) GROUP BY key`,
        ...[kind, named],
      );
      return new Map(last.map((entry) => [keyOf(entry), entry]));
    },
  };
}
