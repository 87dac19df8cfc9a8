import type { LedgerEntry } from '../../schemas/ledger.ts';
import { compareVersions } from '../compare-versions.ts';
import { contentHash } from '../derive.ts';
import type { IndexedReport, PutOutcome } from '../port.ts';
import { compareText } from '../query/rank.ts';
import type { Placement } from './documents.ts';
import { takeWhere } from './find.ts';
import { type Row, readRows, rowId, writeRows } from './ledger.ts';
import type { Server } from './server.ts';
import { settle } from './settle.ts';
import { changeMarks, readMarks } from './writing.ts';

/** First the report is whole, then what lay at the path before is gone, and only then the ledger says `indexed`. */
export async function put(server: Server, indexed: IndexedReport, entry: LedgerEntry): Promise<PutOutcome> {
  const { extraction, comparables = null, ...place } = indexed;
  const content = contentHash(indexed);
  let keptVersion: string | null = null;
  const job = jobOf(place);
  const settled = settle(server, extraction.sha256, job, (known) => {
    const placements = withPlace(known?.placements ?? [], place);
    const order = known ? compareVersions(known.version, extraction.pipelineVersion) : -1;
    keptVersion = known && order > 0 ? known.version : null;
    const keeps = order > 0 || (order === 0 && known?.content === content);
    return keeps ? { placements } : { placements, reading: { extraction, comparables, content } };
  });
  const [written, rows] = await Promise.all([settled, readRows(server, [job])]);
  await clearPlace(server, place, rows.get(job)?.source.placed ?? null, extraction.sha256);
  const told = keptVersion === null ? entry : { ...entry, pipelineVersion: keptVersion };
  await writeRows(server, [{ entry: told, placed: extraction.sha256 }], rows);
  if (keptVersion !== null) return 'newer-version-kept';
  return written ? 'written' : 'unchanged';
}

/** Takes out everything that was read from these bytes, and every ledger row of them: those first, see docs/decisions. */
export async function remove(server: Server, sha: string): Promise<boolean> {
  const rows = await takeWhere(server, ['ledger'], { term: { sha256: sha } });
  const removed = await settle(server, sha, 'remove', () => ({ placements: [] }));
  // Whoever died while he wrote it, and never came back, has nothing left to hide.
  await changeMarks(server, (marks) => marks.filter(({ report }) => report !== sha));
  return removed || rows > 0;
}

const jobOf = ({ collection, path }: Placement): string => rowId(collection, path);

/** In order, each once. */
function withPlace(placements: readonly Placement[], { collection, path }: Placement): Placement[] {
  return [...withoutPlace(placements, { collection, path }), { collection, path }].sort(
    (a, b) => compareText(a.collection, b.collection) || compareText(a.path, b.path),
  );
}

function withoutPlace(placements: readonly Placement[], { collection, path }: Placement): Placement[] {
  return placements.filter((one) => one.collection !== collection || one.path !== path);
}

/** The report that lay at this path lies there no more, unless it is `sha`; one that lies nowhere is taken out. */
async function clearPlace(server: Server, place: Placement, before: string | null, sha: string | null): Promise<void> {
  if (before !== null && before !== sha) await displace(server, place, before, sha);
}

async function displace(server: Server, place: Placement, sha: string, successor: string | null): Promise<void> {
  await settle(server, sha, jobOf(place), (known) => ({
    placements: withoutPlace(known?.placements ?? [], place),
    successor,
  }));
}

/**
 * A file that turns out to hold the same bytes as another lies where it lies; one that can no longer be read holds no
 * report. Of a file whose bytes are unknown (it could not be opened) nothing is concluded.
 */
export async function settlePlaces(server: Server, entries: readonly LedgerEntry[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const entry of entries) rows.push(await settlePlace(server, entry));
  return rows;
}

async function settlePlace(server: Server, entry: LedgerEntry): Promise<Row> {
  const { state, sha256, collection, path } = entry;
  const place = { collection, path };
  if (state === 'failed') await repairOwn(server, place);
  if (sha256 === null || (state !== 'failed' && state !== 'duplicate')) return { entry };
  const job = jobOf(place);
  const before = (await readRows(server, [job])).get(job)?.source.placed ?? null;
  if (state === 'failed') {
    await clearPlace(server, place, before, null);
    // a process that died before it could write the ledger may have left it at this path
    await displace(server, place, sha256, null);
    return { entry, placed: null };
  }
  let placed = false;
  await settle(server, sha256, job, (known) => {
    placed = known !== null;
    return { placements: known ? withPlace(known.placements, place) : [] };
  });
  await clearPlace(server, place, before, placed ? sha256 : null);
  return { entry, placed: placed ? sha256 : null };
}

/** Nobody will write anew what a process began to write for this file before it died, so it is put right as it is. */
async function repairOwn(server: Server, place: Placement): Promise<void> {
  const marks = await readMarks(server);
  for (const { report, job, state } of marks?.source.marks ?? []) {
    if (job === jobOf(place) && state !== 'written')
      await settle(server, report, job, (known) => ({ placements: known ? known.placements : [] }));
  }
}
