import type { LedgerBalance, LedgerEntry } from '../../../schemas/ledger.ts';
import type { Asker, Ledger, Page } from '../../../search/port.ts';
import { shownEntry } from '../people/shown-paths.ts';

type Filter = { state?: LedgerEntry['state']; collection?: string };

const NOTHING: LedgerBalance = { files: 0, queued: 0, reading: 0, indexed: 0, partial: 0, failed: 0, duplicate: 0 };

/** The balance of what the asker may see. */
export async function balanceFor(ledger: Ledger, { collections }: Asker, collection?: string): Promise<LedgerBalance> {
  if (collections === null) return ledger.balance(collection);
  const total = { ...NOTHING };
  for (const own of collections) {
    if (collection !== undefined && own !== collection) continue;
    const balance = await ledger.balance(own);
    for (const state of Object.keys(total) as (keyof LedgerBalance)[]) total[state] += balance[state];
  }
  return total;
}

/** Rows of the ledger that the asker may see, in the order of the ledger. */
export async function entriesFor(ledger: Ledger, asker: Asker, filter: Filter, page: Page): Promise<LedgerEntry[]> {
  return (await ownEntries(ledger, asker, filter, page)).map((entry) => shownEntry(asker, entry));
}

async function ownEntries(
  ledger: Ledger,
  { collections }: Asker,
  filter: Filter,
  { offset, limit }: Page,
): Promise<LedgerEntry[]> {
  if (collections === null) return ledger.list(filter, { offset, limit });
  const entries: LedgerEntry[] = [];
  let before = offset;
  for (const collection of [...collections].sort()) {
    if (filter.collection !== undefined && collection !== filter.collection) continue;
    const balance = await ledger.balance(collection);
    const here = balance[filter.state ?? 'files'];
    if (before < here) {
      const page = { offset: before, limit: limit - entries.length };
      entries.push(...(await ledger.list({ ...filter, collection }, page)));
    }
    before = Math.max(0, before - here);
    if (entries.length === limit) break;
  }
  return entries;
}
