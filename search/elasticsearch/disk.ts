import type { Server } from './server.ts';

/** Marks of a disk, the fullest first: at `flood` the server refuses every writing, at `high` it moves indices away. */
const marks = ['flood_stage', 'high', 'low'] as const;
const names = { flood_stage: 'flood', high: 'high', low: 'low' } as const;
const SETTINGS = 'cluster.routing.allocation.disk';

interface Disk {
  total: number;
  available: number;
}

/** A warning for the fullest disk that holds indices, in the server's own terms. */
export async function diskWarnings(server: Server): Promise<string[]> {
  const [stats, told] = await Promise.all([
    server.ask((client) => client.nodes.stats({ metric: ['fs'] })),
    server.ask((client) => client.cluster.getSettings({ include_defaults: true, flat_settings: true })),
  ]);
  const all: Record<string, unknown> = { ...told.defaults, ...told.persistent, ...told.transient };
  if (String(all[`${SETTINGS}.threshold_enabled`]) === 'false') return [];
  const disks = Object.values(stats.nodes).flatMap(({ fs }): Disk[] => {
    const { total_in_bytes: total, available_in_bytes: available } = fs?.total ?? {};
    return total === undefined || available === undefined ? [] : [{ total, available }];
  });
  const setting = (name: string): string => String(all[`${SETTINGS}.watermark.${name}`] ?? '');
  const reached = marks.find((mark) =>
    disks.some((disk) => disk.available < spaceToLeave(disk.total, setting(mark), setting(`${mark}.max_headroom`))),
  );
  return reached ? [`disk-${names[reached]}`] : [];
}

/** `85%` or `0.85` is how full the disk may be, but no more than `headroom` need be left; `20gb` is what must be left. */
export function spaceToLeave(total: number, watermark: string, headroom: string): number {
  const share = /^([\d.]+)(%?)$/.exec(watermark);
  if (!share) return bytesOf(watermark) ?? 0;
  const full = Number(share[1]) / (share[2] ? 100 : 1);
  return Math.min(total * (1 - full), bytesOf(headroom) ?? Number.POSITIVE_INFINITY);
}

const units: Record<string, number> = { b: 1, kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40, pb: 2 ** 50 };

function bytesOf(size: string): number | null {
  const [, number, unit] = /^([\d.]+)([kmgtp]?b)$/.exec(size.toLowerCase()) ?? [];
  return number === undefined || unit === undefined ? null : Number(number) * units[unit]!;
}
