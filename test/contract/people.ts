import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AuditEntry, Credential, KeptAccount, SavedSearch } from '../../schemas/account.ts';
import { type People, savedSearchKey } from '../../search/people-port.ts';

const account = (change: Partial<KeptAccount> = {}): KeptAccount => ({
  name: 'lan',
  displayName: 'Trần Thị Lan',
  role: 'auditor',
  confined: false,
  disabled: false,
  language: null,
  created: '2023-07-01T08:00:00.000Z',
  version: 1,
  password: '$scrypt$ln=15,r=8,p=3$salt$hash',
  subject: null,
  failures: 0,
  lockedUntil: null,
  ...change,
});

const credential = (change: Partial<Credential> = {}): Credential => ({
  hash: 'ab'.repeat(32),
  version: 1,
  kind: 'session',
  account: 'lan',
  label: '',
  scopes: [],
  created: '2023-07-01T08:00:00.000Z',
  seen: '2023-07-01T08:00:00.000Z',
  expires: '2023-07-01T20:00:00.000Z',
  ...change,
});

const search = (change: Partial<SavedSearch> = {}): SavedSearch => ({
  account: 'lan',
  name: 'Đối thoại',
  version: 1,
  query: 'đối thoại',
  filters: { place: 'Hải Phòng' },
  saved: '2023-07-01T08:00:00.000Z',
  seen: null,
  ...change,
});

const reading = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  at: '2023-07-01T08:00:00.000Z',
  account: 'lan',
  action: 'open',
  collection: 'An Khánh',
  report: 'a'.repeat(64),
  ...change,
});

/** `open` brings a store of people in which there is nobody. */
export function peopleContract(name: string, open: () => Promise<{ people: People; close(): Promise<void> }>): void {
  describe(`the people of ${name}`, () => {
    let people: People;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ people, close } = await open());
    });
    afterEach(() => close());

    test('there is nobody yet', async () => {
      expect(await people.accounts.get('lan')).toBeNull();
      expect(await people.accounts.list()).toEqual([]);
      expect(await people.accounts.remove('lan')).toBe(false);
      expect(await people.audit.list({}, { offset: 0, limit: 10 })).toEqual({ total: 0, entries: [] });
    });

    test('a name is taken once', async () => {
      const both = await Promise.all([
        people.accounts.put(account()),
        people.accounts.put(account({ displayName: 'Người khác' })),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await people.accounts.list()).toHaveLength(1);
    });

    test('a change is made to the state that was read, or not at all', async () => {
      await people.accounts.put(account());
      expect(await people.accounts.put(account({ version: 2, role: 'reader' }))).toBe(true);
      expect(await people.accounts.put(account({ version: 2, role: 'administrator' }))).toBe(false);
      expect(await people.accounts.put(account({ version: 4, role: 'administrator' }))).toBe(false);
      expect(await people.accounts.put(account({ version: 1, role: 'administrator' }))).toBe(false);
      expect(await people.accounts.get('lan')).toEqual(account({ version: 2, role: 'reader' }));
    });

    test('no attempt of many at once goes uncounted', async () => {
      await people.accounts.put(account());
      const count = async (): Promise<void> => {
        const found = (await people.accounts.get('lan'))!;
        const next = { ...found, version: found.version + 1, failures: found.failures + 1 };
        if (!(await people.accounts.put(next))) await count();
      };
      await Promise.all(Array.from({ length: 8 }, count));
      expect(await people.accounts.get('lan')).toMatchObject({ failures: 8, version: 9 });
    });

    test('what is used once is taken by one', async () => {
      await people.credentials.put(credential({ kind: 'setup', account: '' }));
      const taken = await Promise.all([1, 2, 3].map(() => people.credentials.remove(credential().hash)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await people.credentials.get(credential().hash)).toBeNull();
    });

    test('a removed thing can be put again from the beginning', async () => {
      await people.rules.put({ collection: 'An Khánh', version: 1, roles: [], accounts: ['lan'], audited: true });
      expect(await people.rules.remove('An Khánh')).toBe(true);
      const again = { collection: 'An Khánh', version: 1, roles: ['auditor' as const], accounts: [], audited: false };
      expect(await people.rules.put(again)).toBe(true);
      expect(await people.rules.list()).toEqual([again]);
    });

    test('lists are in the order of keys, of one owner where one is named', async () => {
      const hashes = ['cc', 'aa', 'bb'].map((pair) => pair.repeat(32));
      for (const [i, hash] of hashes.entries())
        await people.credentials.put(credential({ hash, account: i === 1 ? 'binh' : 'lan' }));
      expect((await people.credentials.list()).map(({ hash }) => hash)).toEqual([...hashes].sort());
      expect((await people.credentials.list('lan')).map(({ hash }) => hash[0])).toEqual(['b', 'c']);
      expect(await people.credentials.list('nobody')).toEqual([]);
    });

    test('searches of one name by two people are two', async () => {
      await people.searches.put(search());
      await people.searches.put(search({ account: 'binh', query: 'hòa giải' }));
      expect(await people.searches.list('lan')).toEqual([search()]);
      expect(await people.searches.get(savedSearchKey({ account: 'binh', name: 'Đối thoại' }))).toMatchObject({
        query: 'hòa giải',
      });
    });

    test('readings are told newest first, by account and collection', async () => {
      const [first, second, third] = [
        reading(),
        reading({ account: 'binh', action: 'search', report: null }),
        reading({ at: '2023-07-01T09:00:00.000Z', collection: 'Vĩnh Ngọc' }),
      ];
      await people.audit.add([first, second]);
      await people.audit.add([third]);
      await people.audit.add([]);
      const all = { offset: 0, limit: 10 };
      expect(await people.audit.list({}, all)).toEqual({ total: 3, entries: [third, second, first] });
      expect(await people.audit.list({}, { offset: 1, limit: 1 })).toEqual({ total: 3, entries: [second] });
      expect(await people.audit.list({ account: 'lan' }, all)).toEqual({ total: 2, entries: [third, first] });
      expect((await people.audit.list({ account: 'lan', collection: 'An Khánh' }, all)).entries).toEqual([first]);
    });
  });
}
