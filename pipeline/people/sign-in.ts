import type { Account } from '../../schemas/account.ts';
import type { People } from '../../search/people-port.ts';
import { AccountError } from './account-error.ts';
import { changing, shownAccount } from './accounts.ts';
import { hashPassword, isOutdated, isPassword } from './password.ts';

/** After so many attempts in a row the account is locked, longer with every further one. */
const FREE_ATTEMPTS = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 15 * 60_000;

export type SignIn =
  | { outcome: 'signed-in'; account: Account }
  /** No such account, a wrong password, a disabled account: which of these is not told. */
  | { outcome: 'refused' }
  | { outcome: 'locked'; until: Date };

/** An attempt is counted before it is looked at, so that many at once are no way around the lock. */
export async function signIn(
  people: Pick<People, 'accounts'>,
  { name, password }: { name: string; password: string },
  now: Date,
): Promise<SignIn> {
  const attempt = await counted(people, name, now);
  if (attempt instanceof Date) return { outcome: 'locked', until: attempt };
  const right = await isPassword(password, attempt?.password ?? null);
  if (!attempt || !right || attempt.disabled || attempt.password === null) return { outcome: 'refused' };
  const renewed = isOutdated(attempt.password) ? await hashPassword(password) : null;
  const account = await changing(people, attempt.name, async (kept) => ({
    ...kept,
    ...(renewed !== null && kept.password === attempt.password && { password: renewed }),
    failures: 0,
    lockedUntil: null,
  }));
  return { outcome: 'signed-in', account: shownAccount(account) };
}

/** The account with this attempt counted; until when it is locked; null where there is none. */
async function counted(people: Pick<People, 'accounts'>, name: string, now: Date) {
  try {
    return await changing(people, name, async (account) => {
      const { lockedUntil } = account;
      if (lockedUntil !== null && now < new Date(lockedUntil)) throw new Locked(new Date(lockedUntil));
      const failures = account.failures + 1;
      const beyond = failures - FREE_ATTEMPTS;
      const lockMs = Math.min(FIRST_LOCK_MS * 2 ** Math.max(beyond, 0), LONGEST_LOCK_MS);
      const next = beyond < 0 ? null : new Date(now.getTime() + lockMs).toISOString();
      return { ...account, failures, lockedUntil: next };
    });
  } catch (error) {
    if (error instanceof Locked) return error.until;
    if (error instanceof AccountError) return null;
    throw error;
  }
}

class Locked extends Error {
  readonly until: Date;
  constructor(until: Date) {
    super('locked');
    this.until = until;
  }
}
