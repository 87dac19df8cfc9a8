import type { Comparisons, Judge } from '../port.ts';
import { compareText } from '../query/rank.ts';
import { bulk, type Operation } from './bulk.ts';
import { closedFlags, closer } from './closings.ts';
import { copiesOf, regroup } from './copies.ts';
import { crossFlags } from './cross-flags.ts';
import { scan } from './find.ts';
import { judgeKeys, type KeyFlags } from './judging.ts';
import { type Held, LeaseLost, underLease } from './lease.ts';
import type { Server } from './server.ts';
import { settledWaiting, waitingOperation } from './waiting.ts';
import { publish, whole } from './writing.ts';

/** Reports whose copies are looked for in one question, and reports and keys that are judged in one go. */
const GROUPED_TOGETHER = 50;
const JUDGED_TOGETHER = 200;
const KEYS_TOGETHER = 1_000;
const TOUCHED_TOGETHER = 500;

/** `leaseMs`: how long one who died keeps others from reconciling. */
export function elasticsearchComparisons(server: Server, leaseMs?: number): Comparisons {
  return {
    async reconcile(judge, which, signal) {
      if (which === 'all') await touchAll(server);
      for (;;) {
        try {
          const isNeeded = async () => !signal?.aborted && (await isWaiting(server));
          const work = (held: Held) => reconcileWaiting(server, judge, held, signal);
          return (await underLease(server, { isNeeded, signal, leaseMs }, work)) ?? 0;
        } catch (error) {
          if (!(error instanceof LeaseLost)) throw error;
        }
      }
    },
    flags: (asker, filter, page) => crossFlags(server, asker, filter, page),
    closed: (asker, filter, page) => closedFlags(server, asker, filter, page),
    copies: (report) => copiesOf(server, report),
  };
}

/** Whether any key waits of reports that nobody is writing; what was written is shown first, whoever wrote it. */
async function isWaiting(server: Server): Promise<boolean> {
  await publish(server);
  await server.refresh(['waiting']);
  const { count } = await server.ask((client) =>
    client.count({ index: server.alias('waiting'), query: whole(server) }),
  );
  return count > 0;
}

/** First all groups of copies, then the keys: nobody is told that a report contradicts its own draft. */
async function reconcileWaiting(server: Server, judge: Judge, held: Held, signal?: AbortSignal): Promise<number> {
  await server.refresh(['copies', 'crossflags', 'closedflags']);
  for await (const few of settledWaiting(server, true, GROUPED_TOGETHER)) {
    if (signal?.aborted) return 0;
    await regroup(server, judge, held, [...new Set(few.map(({ source }) => source.report))]);
    // what was written again meanwhile goes on waiting
    await bulk(
      server,
      few.map((before) => ({
        index: 'waiting',
        id: before.id,
        document: { ...before.source, stale: false },
        before,
      })),
    );
  }
  const close = closer(server);
  let judged = 0;
  for await (const few of settledWaiting(server, false, JUDGED_TOGETHER)) {
    if (signal?.aborted) break;
    const keys = [...new Set(few.flatMap(({ source }) => source.keys))].sort(compareText);
    for (let at = 0; at < keys.length; at += KEYS_TOGETHER)
      await judgeKeys(server, judge, held, close, keys.slice(at, at + KEYS_TOGETHER));
    judged += keys.length;
    // What no longer waits is seen: whoever dies after this leaves nothing that the next one would not look at.
    await server.see('copies', 'crossflags', 'closedflags');
    await bulk(
      server,
      few.map((before) => ({ index: 'waiting', id: before.id, document: null, before })),
    );
  }
  return judged;
}

/** Every report and every key waits. */
async function touchAll(server: Server): Promise<void> {
  const few: Operation[] = [];
  const touch = async (operation: Operation): Promise<void> => {
    few.push(operation);
    if (few.length >= TOUCHED_TOGETHER) await bulk(server, few.splice(0));
  };
  const everything = { query: { match_all: {} }, sort: ['report'], fields: ['report', 'keys'] };
  for (const index of ['reports', 'copies'] as const)
    for await (const { source } of scan<{ report: string }>(server, index, everything))
      await touch(waitingOperation(source.report, []));
  let own: { report: string; keys: string[] } = { report: '', keys: [] };
  for await (const { source } of scan<typeof own>(server, 'comparables', everything)) {
    if (source.report !== own.report) {
      await touch(waitingOperation(own.report, own.keys, { stale: false }));
      own = { report: source.report, keys: [] };
    }
    own.keys.push(...source.keys);
  }
  await touch(waitingOperation(own.report, own.keys, { stale: false }));
  // also keys that nobody has a fact of any more
  const flagged = { query: { exists: { field: 'reports' } }, sort: ['key'], fields: ['key'] };
  for await (const { source } of scan<KeyFlags>(server, 'crossflags', flagged))
    await touch(waitingOperation('', [source.key], { stale: false }));
  await bulk(server, few);
}
