import { Account, AccountName, KeptAccount } from '../../schemas/account.ts';
import type { People } from '../../search/people-port.ts';
import { AccountError } from './account-error.ts';
import { hashPassword, isAcceptable } from './password.ts';

export interface NewAccount extends Pick<Account, 'name' | 'role'> {
  /** The name they sign in with where it is left out. */
  displayName?: string | undefined;
  confined?: boolean;
  /** Left out for a person whom another service knows, named by `subject`. */
  password?: string;
  subject?: string;
}

/** The account as others may see it. */
export function shownAccount(kept: KeptAccount): Account {
  return Object.fromEntries(Account.keyof().options.map((key) => [key, kept[key]])) as Account;
}

export async function listAccounts({ accounts }: Pick<People, 'accounts'>): Promise<Account[]> {
  return (await accounts.list()).map(shownAccount);
}

export async function addAccount(people: Pick<People, 'accounts'>, account: NewAccount, now: Date): Promise<Account> {
  return keepAccount(people, await newAccount(account, now));
}

export async function newAccount(
  { name, displayName, role, confined = false, password, subject }: NewAccount,
  now: Date,
): Promise<KeptAccount> {
  const hash = password === undefined ? null : await acceptedPassword(password);
  const account = {
    name: accountName(name),
    displayName: displayName ?? name,
    role,
    confined,
    disabled: false,
    language: null,
    created: now.toISOString(),
    version: 1,
    password: hash,
    subject: subject ?? null,
    failures: 0,
    lockedUntil: null,
  };
  const kept = KeptAccount.safeParse(account);
  if (!kept.success) throw new AccountError('bad-name');
  return kept.data;
}

export async function keepAccount({ accounts }: Pick<People, 'accounts'>, account: KeptAccount): Promise<Account> {
  if (!(await accounts.put(account))) throw new AccountError('name-taken');
  return shownAccount(account);
}

/** The account of a person whom another service knows by this name. */
export async function accountOfSubject(
  { accounts }: Pick<People, 'accounts'>,
  subject: string,
): Promise<Account | null> {
  const found = (await accounts.list()).find((account) => account.subject === subject);
  return found && !found.disabled ? shownAccount(found) : null;
}

export type AccountChange = Partial<Pick<Account, 'displayName' | 'role' | 'confined' | 'disabled' | 'language'>>;

/** Takes effect with the next request of that person. */
export async function changeAccount(people: Pick<People, 'accounts'>, name: string, change: AccountChange) {
  return shownAccount(
    await changing(people, name, async (account) => {
      const next = { ...account, ...change };
      if (manages(account) && !manages(next) && !(await isSomebodyElseManaging(people, account.name)))
        throw new AccountError('last-administrator');
      return next;
    }),
  );
}

/** A new password ends every session, unlocks the account, and is all that lets its owner in again. */
export async function setPassword(
  people: Pick<People, 'accounts' | 'credentials'>,
  name: string,
  password: string,
): Promise<void> {
  const hash = await acceptedPassword(password);
  const { name: account } = await changing(people, name, async (kept) => ({
    ...kept,
    password: hash,
    failures: 0,
    lockedUntil: null,
  }));
  for (const { hash: secret, kind } of await people.credentials.list(account))
    if (kind === 'session') await people.credentials.remove(secret);
}

/** Changes an account in the state it is in, however many others change it at the same time. */
export async function changing(
  { accounts }: Pick<People, 'accounts'>,
  name: string,
  change: (account: KeptAccount) => Promise<KeptAccount>,
): Promise<KeptAccount> {
  for (;;) {
    const account = await accounts.get(accountName(name));
    if (!account) throw new AccountError('no-account');
    const next = { ...(await change(account)), version: account.version + 1 };
    if (await accounts.put(next)) return next;
  }
}

export function accountName(text: string): string {
  const name = AccountName.safeParse(text);
  if (!name.success) throw new AccountError('bad-name');
  return name.data;
}

async function acceptedPassword(password: string): Promise<string> {
  if (!isAcceptable(password)) throw new AccountError('weak-password');
  return hashPassword(password);
}

const manages = ({ role, disabled }: KeptAccount): boolean => role === 'administrator' && !disabled;

async function isSomebodyElseManaging({ accounts }: Pick<People, 'accounts'>, name: string): Promise<boolean> {
  return (await accounts.list()).some((account) => account.name !== name && manages(account));
}
