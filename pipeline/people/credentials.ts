import { createHash, randomBytes } from 'node:crypto';
import type { Account, Credential, Scope } from '../../schemas/account.ts';
import type { People } from '../../search/people-port.ts';
import { shownAccount } from './accounts.ts';

const SECRET_BYTES = 32;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A session ends when nobody has asked anything for so long, and after a working day in any case. */
const IDLE_MS = 120 * MINUTE_MS;
const SESSION_MS = 12 * 60 * MINUTE_MS;
/** Being seen is written down no more often than this. */
const SEEN_MS = MINUTE_MS;

/** Of a bearer that is let in: who it is, and what it may do (null: all that the account may). */
export interface Bearer {
  account: Account;
  scopes: readonly Scope[] | null;
}

type Shelves = Pick<People, 'accounts' | 'credentials'>;

/** Returns the secret of the session, which stands nowhere else. */
export function openSession(people: Shelves, { name }: Account, now: Date): Promise<string> {
  return issue(people, { kind: 'session', account: name, label: '', scopes: [] }, SESSION_MS, now);
}

/** Returns the secret of the token, which is shown this once. */
export function issueToken(
  people: Shelves,
  { name }: Account,
  { label, scopes, days }: { label: string; scopes: Scope[]; days: number },
  now: Date,
): Promise<string> {
  return issue(people, { kind: 'token', account: name, label, scopes }, days * DAY_MS, now);
}

/** A secret of another kind, an old one, or one of an account that is no longer: null. */
export async function bearerOf(
  { accounts, credentials }: Shelves,
  kind: 'session' | 'token',
  secret: string,
  now: Date,
): Promise<Bearer | null> {
  const credential = await credentials.get(hashOf(secret));
  if (credential?.kind !== kind) return null;
  if (isOver(credential, now)) {
    await credentials.remove(credential.hash);
    return null;
  }
  const account = await accounts.get(credential.account);
  if (!account || account.disabled) return null;
  if (now.getTime() - Date.parse(credential.seen) >= SEEN_MS)
    await credentials.put({ ...credential, version: credential.version + 1, seen: now.toISOString() });
  return { account: shownAccount(account), scopes: kind === 'token' ? credential.scopes : null };
}

export async function endSession({ credentials }: Shelves, secret: string): Promise<void> {
  const hash = hashOf(secret);
  if ((await credentials.get(hash))?.kind === 'session') await credentials.remove(hash);
}

/** Tokens of an account without their secrets; each is named by its hash. */
export async function listTokens({ credentials }: Shelves, account: string, now: Date): Promise<Credential[]> {
  return (await credentials.list(account)).filter((one) => one.kind === 'token' && !isOver(one, now));
}

/** False where this account has no such token. */
export async function revokeToken({ credentials }: Shelves, account: string, hash: string): Promise<boolean> {
  const token = await credentials.get(hash);
  return token?.kind === 'token' && token.account === account && credentials.remove(hash);
}

/** Takes out what no longer lets anybody in. */
export async function sweepCredentials({ credentials }: Shelves, now: Date): Promise<void> {
  for (const credential of await credentials.list())
    if (isOver(credential, now)) await credentials.remove(credential.hash);
}

export async function issue(
  { credentials }: Pick<People, 'credentials'>,
  what: Pick<Credential, 'kind' | 'account' | 'label' | 'scopes'>,
  lifeMs: number,
  now: Date,
): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const created = now.toISOString();
  const expires = new Date(now.getTime() + lifeMs).toISOString();
  await credentials.put({ hash: hashOf(secret), version: 1, ...what, created, seen: created, expires });
  return secret;
}

/** Secrets are 256 bits of chance: one plain hash is enough to keep them, and finds them again. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function isOver({ kind, seen, expires }: Credential, now: Date): boolean {
  const idle = kind === 'session' && now.getTime() - Date.parse(seen) >= IDLE_MS;
  return idle || now.getTime() >= Date.parse(expires);
}
