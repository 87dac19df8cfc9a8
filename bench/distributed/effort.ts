import { readFileSync } from 'node:fs';
import { elasticsearchUrl } from '../../test/services/addresses.ts';

/** What was spent so far; differences of two count. Other work on the machine has no part in it. */
export interface Effort {
  ms: number;
  /** Processor of our own processes that have ended (Linux only), and of the engine. */
  ownSeconds: number;
  engineSeconds: number;
  /** Requests that the engine was asked, by kind. */
  requests: Map<string, number>;
}

/** A second of `times` in /proc. */
const TICKS = 100;

export async function effortNow(): Promise<Effort> {
  const { process, requests } = await engine();
  return { ms: performance.now(), ownSeconds: childSeconds(), engineSeconds: process / 1000, requests };
}

export function effortBetween(before: Effort, after: Effort): Effort {
  const requests = new Map<string, number>();
  for (const [kind, count] of after.requests) {
    const more = count - (before.requests.get(kind) ?? 0);
    if (more > 0) requests.set(kind, more);
  }
  return {
    ms: after.ms - before.ms,
    ownSeconds: after.ownSeconds - before.ownSeconds,
    engineSeconds: after.engineSeconds - before.engineSeconds,
    requests,
  };
}

export const requestsIn = ({ requests }: Effort): number => [...requests.values()].reduce((sum, n) => sum + n, 0);

/** Children and theirs, once they have ended. */
function childSeconds(): number {
  const [, told = ''] = /\) (.*)/.exec(readFileSync('/proc/self/stat', 'latin1')) ?? [];
  const fields = told.split(' ').map(Number);
  return (fields[13]! + fields[14]!) / TICKS;
}

interface Route {
  requests?: { count: number };
}

async function engine(): Promise<{ process: number; requests: Map<string, number> }> {
  const answer = await fetch(`${elasticsearchUrl}/_nodes/stats/process,http`);
  const { nodes } = (await answer.json()) as {
    nodes: Record<string, { process: { cpu: { total_in_millis: number } }; http: { routes?: Record<string, Route> } }>;
  };
  const requests = new Map<string, number>();
  let cpu = 0;
  for (const { process, http } of Object.values(nodes)) {
    cpu += process.cpu.total_in_millis;
    for (const [route, { requests: asked }] of Object.entries(http.routes ?? {})) {
      const kind = route.split('/').findLast((part) => part.startsWith('_')) ?? route;
      requests.set(kind, (requests.get(kind) ?? 0) + (asked?.count ?? 0));
    }
  }
  return { process: cpu, requests };
}
