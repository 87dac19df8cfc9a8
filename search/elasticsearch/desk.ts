import type { Correction } from '../../schemas/correction.ts';
import type { Decision, SignOff } from '../../schemas/decision.ts';
import { type Desk, type History, refused } from '../desk-port.ts';
import { settledBy } from '../report-status.ts';
import { replace } from './bulk.ts';
import { scan } from './find.ts';
import { rowId } from './ledger.ts';
import type { Server } from './server.ts';
import { together } from './together.ts';

export function elasticsearchDesk(server: Server): Desk {
  const see = together(() => server.refresh(['history']));
  return {
    decisions: history(server, see, 'decision', ({ flag }: Decision) => flag),
    signOffs: history(server, see, 'sign-off', ({ report }: SignOff) => report),
    corrections: history(server, see, 'correction', ({ report }: Correction) => report),
  };
}

interface HistoryDocument<T> {
  kind: string;
  key: string;
  settles: string | null;
  entries: T[];
}

function history<T extends Decision | SignOff | Correction>(
  server: Server,
  see: () => Promise<void>,
  kind: string,
  keyOf: (entry: T) => string,
): History<T> {
  const read = (keys: readonly string[]) =>
    server.get<HistoryDocument<T>>(keys.map((key) => ({ index: 'history', id: rowId(kind, key) })));
  return {
    async add(entry) {
      const key = keyOf(entry);
      for (;;) {
        const [before = null] = await read([key]);
        const entries = before?.source.entries ?? [];
        const latest = entries.at(-1) ?? null;
        if (entry.version !== (latest?.version ?? 0) + 1) return refused(entry, latest);
        const document: HistoryDocument<T> = {
          ...{ kind, key, settles: settledBy(entry)?.name ?? null },
          entries: [...entries, entry],
        };
        if (await replace(server, 'history', rowId(kind, key), document, before)) return { kept: true };
      }
    },
    async of(key) {
      const [found] = await read([key]);
      return found?.source.entries ?? [];
    },
    async latest(keys) {
      const last = new Map<string, T>();
      const take = ({ key, entries }: HistoryDocument<T>): void => {
        last.set(key, entries.at(-1)!);
      };
      if (keys) for (const found of await read([...new Set(keys)])) if (found) take(found.source);
      if (keys) return last;
      await see();
      const all = { query: { term: { kind } }, sort: ['key'], fields: ['key', 'entries'] };
      for await (const { source } of scan<HistoryDocument<T>>(server, 'history', all)) take(source);
      return last;
    },
  };
}
