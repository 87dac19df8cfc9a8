import type { Page, RecordFilter, Store } from '../../search/port.ts';
import { paint, reportLine, shortId } from './format.ts';
import { everybody, type Session, withStore } from './session.ts';

/** Contradictions between reports that closed themselves: which, between which reports, and why. */
export async function printClosed(session: Session, { report, kind }: RecordFilter, page: Page): Promise<undefined> {
  const { messages, print } = session;
  const filter = { ...(report !== undefined && { report }), ...(kind !== undefined && { kind }) };
  await withStore(session, async ({ store }) => {
    const found = await store.comparisons.closed(everybody, filter, page);
    if (session.json) return session.printJson(found);
    if (found.total === 0) return print(messages.flags.noneClosed);
    for (const { id, kind, reports, reason, report, by } of found.records) {
      const [about, now] = await Promise.all([nameOf(session, store, report), nameOf(session, store, by)]);
      print(`${paint('bold', messages.flags.kinds[kind])} · ${reports.map(shortId).join(' ↔ ')} · ${id}`);
      print(`  ${messages.flags.closedFor[reason](about, now)}`);
    }
    return print(messages.records.shown(found.records.length, found.total));
  });
  return undefined;
}

/** What the report is called while it is there; of one that is gone only its id is known. */
async function nameOf({ messages }: Session, store: Store, id: string | null): Promise<string> {
  if (id === null) return '';
  const there = await store.report(everybody, id);
  return there ? reportLine(there, shortId(id), messages) : shortId(id);
}
