import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CollectionRule, Role } from '../../schemas/account.ts';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import { openSqliteStore, type SqliteStore } from '../../search/sqlite/store.ts';
import { askerOf, noteReading } from './access.ts';
import {
  accountOfSubject,
  addAccount,
  changeAccount,
  changing,
  listAccounts,
  type NewAccount,
  setPassword,
} from './accounts.ts';
import {
  bearerOf,
  endSession,
  issueToken,
  listTokens,
  openSession,
  revokeToken,
  sweepCredentials,
} from './credentials.ts';
import { isSetup, offerSetup, useSetup } from './first-administrator.ts';
import { hashPassword, isOutdated, isPassword } from './password.ts';
import { signIn } from './sign-in.ts';

const start = new Date('2023-07-01T08:00:00.000Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const PASSWORD = 'đò ngang Vĩnh Ngọc';

let store: SqliteStore;
beforeEach(() => {
  store = openSqliteStore(':memory:');
});
afterEach(() => store.close());

const add = (name: string, more: Partial<NewAccount> = {}) =>
  addAccount(store.people, { name, role: 'auditor', password: PASSWORD, ...more }, start);
const enter = (password: string, minutes = 0, name = 'lan') => signIn(store.people, { name, password }, after(minutes));

describe('passwords', () => {
  test('are kept as a salted hash with its parameters', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/=]{24}\$[\w+/=]{44}$/);
    expect(one).not.toBe(other);
    expect(await isPassword(PASSWORD, one)).toBe(true);
    expect(await isPassword(PASSWORD.normalize('NFD'), one)).toBe(true);
    expect(await isPassword(PASSWORD.toUpperCase(), one)).toBe(false);
    expect(await isPassword(PASSWORD, null)).toBe(false);
  });

  test('kept with less work is known, and kept anew when its owner comes', async () => {
    const weaker = '$scrypt$ln=10,r=8,p=1$';
    await add('lan');
    const { scryptSync } = await import('node:crypto');
    const salt = Buffer.alloc(16, 7);
    const hash = scryptSync(PASSWORD.normalize('NFC'), salt, 32, { N: 1024, r: 8, p: 1 });
    const kept = `${weaker}${salt.toString('base64')}$${hash.toString('base64')}`;
    expect(isOutdated(kept)).toBe(true);
    await changing(store.people, 'lan', async (account) => ({ ...account, password: kept }));
    expect(await enter(PASSWORD)).toMatchObject({ outcome: 'signed-in' });
    expect(isOutdated((await store.people.accounts.get('lan'))!.password!)).toBe(false);
    expect(await enter(PASSWORD)).toMatchObject({ outcome: 'signed-in' });
  });

  test.each(['', 'chín letters'.slice(0, 9), 'x'.repeat(501), 'ẫ'.normalize('NFD').repeat(9)])(
    '%j cannot be one',
    async (password) => {
      await expect(add('lan', { password })).rejects.toMatchObject({ code: 'weak-password' });
      expect(await listAccounts(store.people)).toEqual([]);
    },
  );
});

describe('accounts', () => {
  test('are shown without what must not leave the store', async () => {
    await add('Lan', { displayName: 'Trần Thị Lan' });
    const shown = await listAccounts(store.people);
    expect(shown).toMatchObject([{ name: 'lan', displayName: 'Trần Thị Lan', role: 'auditor', disabled: false }]);
    expect(JSON.stringify(shown)).not.toMatch(/scrypt|password|subject/);
  });

  test.each(['', ' ', '../lan', 'lan\n', 'l'.repeat(101), '<script>', 'Lan Anh'])('%j is no name', async (name) => {
    const attempt = add(name);
    if (name.trim() === 'lan') await expect(attempt).resolves.toMatchObject({ name: 'lan' });
    else await expect(attempt).rejects.toMatchObject({ code: 'bad-name' });
  });

  test('one name is one account, however it is written', async () => {
    await add('lan');
    await expect(add('LAN')).rejects.toMatchObject({ code: 'name-taken' });
  });

  test('somebody is always left to manage the others', async () => {
    await add('lan', { role: 'administrator' });
    await expect(changeAccount(store.people, 'lan', { role: 'reader' })).rejects.toMatchObject({
      code: 'last-administrator',
    });
    await expect(changeAccount(store.people, 'lan', { disabled: true })).rejects.toMatchObject({
      code: 'last-administrator',
    });
    await add('binh', { role: 'administrator' });
    expect(await changeAccount(store.people, 'lan', { disabled: true })).toMatchObject({ disabled: true });
    await expect(changeAccount(store.people, 'khong-ai', {})).rejects.toMatchObject({ code: 'no-account' });
  });

  test('a person whom another service knows has no password', async () => {
    const subject = 'https://danh-tinh.example 42';
    await addAccount(store.people, { name: 'lan', role: 'reader', subject }, start);
    expect(await accountOfSubject(store.people, subject)).toMatchObject({ name: 'lan' });
    expect(await accountOfSubject(store.people, `${subject}1`)).toBeNull();
    expect(await enter('')).toEqual({ outcome: 'refused' });
    expect(await enter('null')).toEqual({ outcome: 'refused' });
  });
});

describe('signing in', () => {
  test('with the right password only, and not where the account is disabled', async () => {
    await add('lan');
    expect(await enter(PASSWORD)).toMatchObject({ outcome: 'signed-in', account: { name: 'lan' } });
    expect(await enter(`${PASSWORD} `)).toEqual({ outcome: 'refused' });
    expect(await enter(PASSWORD, 0, 'binh')).toEqual({ outcome: 'refused' });
    expect(await enter(PASSWORD, 0, '../../lan')).toEqual({ outcome: 'refused' });
    await add('quan-tri', { role: 'administrator' });
    await changeAccount(store.people, 'lan', { disabled: true });
    expect(await enter(PASSWORD)).toEqual({ outcome: 'refused' });
  });

  test('is locked after five wrong attempts, longer each time, and opens again', async () => {
    await add('lan');
    for (let i = 0; i < 5; i++) expect(await enter('sai mật khẩu')).toEqual({ outcome: 'refused' });
    expect(await enter(PASSWORD)).toEqual({ outcome: 'locked', until: after(1) });
    expect(await enter('sai mật khẩu', 1)).toEqual({ outcome: 'refused' });
    expect(await enter(PASSWORD, 2)).toEqual({ outcome: 'locked', until: after(3) });
    expect(await enter(PASSWORD, 3)).toMatchObject({ outcome: 'signed-in' });
    expect(await enter('sai mật khẩu', 3)).toEqual({ outcome: 'refused' });
    expect(await enter(PASSWORD, 3)).toMatchObject({ outcome: 'signed-in' });
  });

  test('many attempts at once are no way around the lock', async () => {
    await add('lan');
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => enter(`mật khẩu đoán ${i}`)));
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toHaveLength(5);
    expect(outcomes.filter(({ outcome }) => outcome === 'locked')).toHaveLength(7);
  });
});

describe('sessions and tokens', () => {
  test('a session lasts while it is used, and a working day at most', async () => {
    const account = await add('lan');
    const secret = await openSession(store.people, account, start);
    const who = async (minutes: number) => (await bearerOf(store.people, 'session', secret, after(minutes)))?.account;
    for (let minutes = 0; minutes < 12 * 60; minutes += 100) expect(await who(minutes)).toEqual(account);
    expect(await who(12 * 60)).toBeUndefined();
    const idle = await openSession(store.people, account, start);
    expect(await bearerOf(store.people, 'session', idle, after(119))).not.toBeNull();
    expect(await bearerOf(store.people, 'session', idle, after(119 + 120))).toBeNull();
    expect(await store.people.credentials.list()).toEqual([]);
  });

  test('the store holds no secret', async () => {
    const account = await add('lan');
    const secrets = [
      await openSession(store.people, account, start),
      await issueToken(store.people, account, { label: 'kịch bản', scopes: ['read'], days: 30 }, start),
    ];
    const kept = JSON.stringify([await store.people.credentials.list(), await store.people.accounts.list()]);
    for (const secret of [...secrets, PASSWORD]) expect(kept).not.toContain(secret);
    expect(new Set(secrets).size).toBe(2);
    expect(secrets[0]).toMatch(/^[\w-]{43}$/);
  });

  test('end with the session, a new password, the account', async () => {
    const account = await add('lan');
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => openSession(store.people, account, start)));
    const isIn = async (secret: string) => (await bearerOf(store.people, 'session', secret, start)) !== null;
    await endSession(store.people, first!);
    expect([await isIn(first!), await isIn(second!)]).toEqual([false, true]);
    await setPassword(store.people, 'lan', 'một mật khẩu khác');
    expect(await isIn(second!)).toBe(false);
    expect(await isIn(third!)).toBe(false);
    expect(await enter('một mật khẩu khác')).toMatchObject({ outcome: 'signed-in' });
    const fourth = await openSession(store.people, account, start);
    await changeAccount(store.people, 'lan', { disabled: true });
    expect(await isIn(fourth)).toBe(false);
  });

  test('a token does what its scopes say until it is revoked or over, and is no session', async () => {
    const [lan, binh] = [await add('lan'), await add('binh')];
    const secret = await issueToken(store.people, lan, { label: 'kịch bản', scopes: ['read'], days: 1 }, start);
    expect(await bearerOf(store.people, 'token', secret, start)).toEqual({ account: lan, scopes: ['read'] });
    expect(await bearerOf(store.people, 'session', secret, start)).toBeNull();
    await endSession(store.people, secret);
    const [token] = await listTokens(store.people, 'lan', start);
    expect(token).toMatchObject({ label: 'kịch bản' });
    expect(await revokeToken(store.people, binh.name, token!.hash)).toBe(false);
    expect(await bearerOf(store.people, 'token', secret, after(24 * 60 - 1))).not.toBeNull();
    expect(await revokeToken(store.people, lan.name, token!.hash)).toBe(true);
    expect(await bearerOf(store.people, 'token', secret, start)).toBeNull();
    await issueToken(store.people, lan, { label: 'cũ', scopes: [], days: 1 }, start);
    await sweepCredentials(store.people, after(24 * 60));
    expect(await store.people.credentials.list()).toEqual([]);
  });
});

describe('the first administrator', () => {
  test('comes by a link that works once', async () => {
    const earlier = await offerSetup(store.people, start);
    const secret = (await offerSetup(store.people, start))!;
    expect(await isSetup(store.people, earlier!, start)).toBe(false);
    expect(await isSetup(store.people, secret, start)).toBe(true);
    const use = (name: string, password = PASSWORD) => useSetup(store.people, secret, { name, password }, start);
    await expect(use('lan', 'ngắn')).rejects.toMatchObject({ code: 'weak-password' });
    const both = await Promise.allSettled([use('lan'), use('binh')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listAccounts(store.people)).toMatchObject([{ role: 'administrator', disabled: false }]);
    await expect(use('hoa')).rejects.toMatchObject({ code: 'setup-over' });
    expect(await offerSetup(store.people, start)).toBeNull();
  });

  test('a link is over after a day, or once there is an account', async () => {
    const secret = (await offerSetup(store.people, start))!;
    expect(await isSetup(store.people, secret, after(24 * 60 - 1))).toBe(true);
    expect(await isSetup(store.people, secret, after(24 * 60))).toBe(false);
    await add('lan');
    expect(await isSetup(store.people, secret, start)).toBe(false);
    expect(await isSetup(store.people, 'x', start)).toBe(false);
  });
});

describe('what an account sees', () => {
  const filed = (collection: string, sha256: string): LedgerEntry => ({
    collection,
    path: `/${collection}/a.docx`,
    sha256,
    size: 1,
    state: 'indexed',
    reason: null,
    detail: null,
    duplicateOf: null,
    pipelineVersion: '1',
    attempts: 1,
    updated: null,
  });
  const rule = (collection: string, change: Partial<CollectionRule>) =>
    store.people.rules.put({ collection, version: 1, roles: [], accounts: [], audited: false, ...change });
  const sees = async (name: string, role: Role, confined = false) => {
    const account = await addAccount(store.people, { name, role, confined }, start);
    return (await askerOf(store.people, store.ledger, account)).collections;
  };
  beforeEach(async () => {
    await store.ledger.write([
      filed('An Khánh', 'a'.repeat(64)),
      filed('Vĩnh Ngọc', 'b'.repeat(64)),
      filed('chung', 'a'.repeat(64)),
    ]);
  });

  test('without rules: everything, unless it is confined', async () => {
    expect(await sees('r', 'reader')).toBeNull();
    expect(await sees('c', 'reader', true)).toEqual([]);
  });

  test('a ward sees its own, others what is open to their role, an administrator all', async () => {
    await rule('An Khánh', { accounts: ['an-khanh'] });
    await rule('Vĩnh Ngọc', { accounts: ['vinh-ngoc', 'lan'], roles: ['auditor'] });
    expect(await sees('an-khanh', 'reader', true)).toEqual(['An Khánh']);
    expect(await sees('vinh-ngoc', 'auditor', true)).toEqual(['Vĩnh Ngọc']);
    expect(await sees('confined-auditor', 'auditor', true)).toEqual([]);
    expect(await sees('hoa', 'reader')).toEqual(['chung']);
    expect(await sees('lan', 'reader')).toEqual(['Vĩnh Ngọc', 'chung']);
    expect(await sees('binh', 'auditor')).toEqual(['Vĩnh Ngọc', 'chung']);
    expect(await sees('quan-tri', 'administrator')).toBeNull();
  });

  test('readings of audited collections are written down, of those that were seen', async () => {
    await rule('An Khánh', { roles: ['reader'], audited: true });
    await rule('Vĩnh Ngọc', { roles: ['auditor'], audited: true });
    const asker = { collections: ['An Khánh', 'chung'] };
    const note = (action: 'open' | 'search', report: string | null) =>
      noteReading(store.people, store.ledger, { account: 'lan', action, report, asker }, start);
    await note('search', null);
    await note('open', 'a'.repeat(64));
    await note('open', 'b'.repeat(64));
    const { entries } = await store.people.audit.list({}, { offset: 0, limit: 10 });
    expect(entries.map(({ action, collection, report }) => `${action} ${collection} ${report?.[0]}`)).toEqual([
      'open An Khánh a',
      'search An Khánh undefined',
    ]);
  });
});
