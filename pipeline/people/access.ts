import type { Account, AuditEntry, CollectionRule } from '../../schemas/account.ts';
import type { People } from '../../search/people-port.ts';
import type { Asker, Ledger } from '../../search/port.ts';

/** What an account sees: an administrator everything, the others by the rules of the collections. */
export async function askerOf(
  { rules }: Pick<People, 'rules'>,
  ledger: Pick<Ledger, 'collections'>,
  account: Account,
): Promise<Asker> {
  if (account.role === 'administrator') return { collections: null, seesFolders: true };
  const all = await rules.list();
  if (account.confined)
    return { collections: all.filter((rule) => isNamed(rule, account)).map(({ collection }) => collection) };
  const closed = new Set(all.filter((rule) => !admits(rule, account)).map(({ collection }) => collection));
  if (closed.size === 0) return { collections: null };
  return { collections: (await ledger.collections()).filter((collection) => !closed.has(collection)) };
}

const isNamed = ({ accounts }: CollectionRule, { name }: Account): boolean => accounts.includes(name);

const admits = (rule: CollectionRule, account: Account): boolean =>
  rule.roles.includes(account.role) || isNamed(rule, account);

/** Writes down that somebody has read what lies in audited collections: one report, or (null) all that was asked for. */
export async function noteReading(
  { rules, audit }: Pick<People, 'rules' | 'audit'>,
  ledger: Pick<Ledger, 'firstWithBytes'>,
  { asker, report, ...reading }: Omit<AuditEntry, 'at' | 'collection'> & { asker: Asker },
  now: Date,
): Promise<void> {
  const { collections } = asker;
  const entries: AuditEntry[] = [];
  for (const { collection, audited } of await rules.list()) {
    if (!audited || (collections !== null && !collections.includes(collection))) continue;
    if (report !== null && !(await ledger.firstWithBytes(collection, report))) continue;
    entries.push({ ...reading, at: now.toISOString(), collection, report });
  }
  if (entries.length > 0) await audit.add(entries);
}
