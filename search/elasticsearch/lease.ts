import { setTimeout as pause } from 'node:timers/promises';
import { replace } from './bulk.ts';
import type { Server, Stored } from './server.ts';

/** Who reconciles says so again and again; whoever sees nothing new of him for this long takes his place. */
const LEASE_MS = 10_000;
const BEATS = 10;
const LOOKS = 40;

const LEASE = { index: 'writing', id: 'lease' } as const;

interface Lease {
  /** Counts up while it is held; null when it is free. */
  lease: number | null;
}

/** What its holder does must go on only while it is his. */
export interface Held {
  /** Throws `LeaseLost` where another may have taken it. */
  check(): void;
}

export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

interface Terms {
  /** Asked as soon as nobody else is at work. */
  isNeeded: () => Promise<boolean>;
  /** Ends the waiting for the others. */
  signal?: AbortSignal | undefined;
  leaseMs?: number | undefined;
}

/**
 * Does the work while no other process does any under the lease; null where it need not be done. No clock of another
 * machine plays a part: a lease is dead that does not change.
 */
export async function underLease<T>(
  server: Server,
  { isNeeded, signal, leaseMs = LEASE_MS }: Terms,
  work: (held: Held) => Promise<T>,
): Promise<T | null> {
  let seen = { turn: -1, since: 0 };
  while (!signal?.aborted) {
    const [there = null] = await server.get<Lease>([LEASE]);
    const turn = there?.at.if_seq_no ?? -1;
    if (seen.turn !== turn) seen = { turn, since: performance.now() };
    const isHeld = there !== null && there.source.lease !== null && performance.now() - seen.since < leaseMs;
    if (!isHeld) {
      if (!(await isNeeded())) return null;
      const taken = await replace<Lease>(server, LEASE.index, LEASE.id, { lease: 0 }, there);
      if (taken) return hold(server, taken, work, leaseMs);
    }
    await pause(leaseMs / LOOKS);
  }
  return null;
}

async function hold<T>(
  server: Server,
  taken: Stored<Lease>,
  work: (held: Held) => Promise<T>,
  leaseMs: number,
): Promise<T> {
  let own: Stored<Lease> | null = taken;
  let since = performance.now();
  let beating: Promise<void> | null = null;
  const beat = async (): Promise<void> => {
    const from = performance.now();
    own = own && (await replace(server, LEASE.index, LEASE.id, { lease: own.source.lease! + 1 }, own));
    since = from;
  };
  const beats = setInterval(() => {
    // A server that is away is met, and told, by the work itself.
    beating ??= beat()
      .catch(() => {})
      .finally(() => {
        beating = null;
      });
  }, leaseMs / BEATS).unref();
  const check = (): void => {
    if (!own || performance.now() - since > leaseMs / 2) throw new LeaseLost();
  };
  try {
    return await work({ check });
  } finally {
    clearInterval(beats);
    await beating;
    // Where this fails, the lease dies by itself.
    if (own) await replace<Lease>(server, LEASE.index, LEASE.id, { lease: null }, own).catch(() => {});
  }
}
