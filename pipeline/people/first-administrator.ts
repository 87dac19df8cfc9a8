import type { Account } from '../../schemas/account.ts';
import type { People } from '../../search/people-port.ts';
import { AccountError } from './account-error.ts';
import { keepAccount, type NewAccount, newAccount } from './accounts.ts';
import { hashOf, isOver, issue } from './credentials.ts';

const LINK_MS = 24 * 60 * 60_000;

type Shelves = Pick<People, 'accounts' | 'credentials'>;

/** The secret of a link that makes the first administrator, in place of any before; null once there are accounts. */
export async function offerSetup(people: Shelves, now: Date): Promise<string | null> {
  if ((await people.accounts.list()).length > 0) return null;
  for (const { hash, kind } of await people.credentials.list(''))
    if (kind === 'setup') await people.credentials.remove(hash);
  return issue(people, { kind: 'setup', account: '', label: '', scopes: [] }, LINK_MS, now);
}

/** Whether the link still makes an administrator. */
export async function isSetup({ accounts, credentials }: Shelves, secret: string, now: Date): Promise<boolean> {
  const credential = await credentials.get(hashOf(secret));
  if (credential?.kind !== 'setup' || isOver(credential, now)) return false;
  return (await accounts.list()).length === 0;
}

/** The link works once: of two who use it one becomes administrator. */
export async function useSetup(
  people: Shelves,
  secret: string,
  who: Pick<NewAccount, 'name' | 'displayName'> & { password: string },
  now: Date,
): Promise<Account> {
  if (!(await isSetup(people, secret, now))) throw new AccountError('setup-over');
  // A name or password that cannot be taken leaves the link as it is.
  const account = await newAccount({ ...who, role: 'administrator' }, now);
  if (!(await people.credentials.remove(hashOf(secret)))) throw new AccountError('setup-over');
  return keepAccount(people, account);
}
