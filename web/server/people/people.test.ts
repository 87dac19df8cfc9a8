import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { issueToken } from '../../../pipeline/people/credentials.ts';
import { offerSetup } from '../../../pipeline/people/first-administrator.ts';
import { Role, Scope } from '../../../schemas/account.ts';
import { buildApp } from '../app.ts';
import { sample, sampleHome } from '../testing/sample-home.ts';
import { CSRF_HEADER } from './csrf.ts';

const here = await sampleHome();
const { people } = here.home;
const log = new PassThrough();
const password = 'mật khẩu đủ dài';
let clock = new Date();

await here.ingest([sample('thuan-hoa-2025.docx')], 'chung');
await here.ingest([sample('an-khanh-2023.docx')], 'mật của tỉnh');
const app = await buildApp({ ...here, version: 'test', log, checked: true, now: () => clock });

afterAll(async () => {
  await app.close();
  await here.close();
  expect(log.read()).toBe(null);
});

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface Call {
  method?: Method;
  url: string;
  body?: object;
  headers?: Record<string, string>;
}
const call = ({ method = 'GET', url, body, headers = {} }: Call) =>
  app.inject({ method, url, headers: { host: 'doisoat.example', ...headers }, ...(body && { payload: body }) });

/** Attempts from one address are limited; people sit at many. */
let addresses = 0;
const anyAddress = (): string => `10.0.${addresses++ >> 8}.${addresses & 255}`;

/** Headers of a person who has signed in. */
async function signedIn(name: string): Promise<Record<string, string>> {
  const headers = { 'x-forwarded-for': anyAddress() };
  const answer = await call({ method: 'POST', url: '/api/session', body: { name, password }, headers });
  expect(answer.statusCode).toBe(200);
  const [cookie] = answer.cookies;
  return { cookie: `${cookie?.name}=${cookie?.value}`, [CSRF_HEADER]: answer.json().csrf };
}

test('the first administrator is made by a link that works once', async () => {
  const local = { host: 'localhost:8410' };
  const secret = await offerSetup(people, clock);
  const { csrf, role, hasAccounts } = (await call({ url: '/api/session', headers: local })).json();
  expect({ role, hasAccounts }).toEqual({ role: 'administrator', hasAccounts: false });
  const headers = { ...local, [CSRF_HEADER]: csrf };
  const who = { name: 'quan.tri', displayName: 'Nguyễn Thị Quản Trị', password };
  const attempt = (url: string, body: object) => call({ method: 'POST', url, body, headers });
  expect((await attempt('/api/setup/guessed', who)).json()).toMatchObject({ status: 410, code: 'setup-over' });
  expect((await attempt(`/api/setup/${secret}`, { ...who, password: 'ngắn' })).json().code).toBe('weak-password');
  expect((await attempt(`/api/setup/${secret}`, { ...who, name: 'Nguyễn' })).json().code).toBe('bad-name');
  const made = await attempt(`/api/setup/${secret}`, who);
  expect(made.json()).toMatchObject({ name: 'quan.tri', displayName: 'Nguyễn Thị Quản Trị', role: 'administrator' });
  expect(made.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  expect((await call({ url: `/api/setup/${secret}` })).json().code).toBe('setup-over');
  // From here on nobody is let in for sitting at this machine.
  expect((await call({ url: '/api/reports', headers: local })).json().code).toBe('not-signed-in');
});

test('accounts of every role are made by the administrator', async () => {
  const headers = await signedIn('quan.tri');
  for (const [name, role, confined] of [
    ['doc', 'reader', false],
    ['kiem', 'auditor', false],
    ['phuong', 'auditor', true],
  ]) {
    const body = { name, role, confined, password };
    expect((await call({ method: 'POST', url: '/api/accounts', headers, body })).statusCode).toBe(200);
  }
  const again = { name: 'doc', role: 'reader', password };
  expect((await call({ method: 'POST', url: '/api/accounts', headers, body: again })).json().code).toBe('name-taken');
  const { items } = (await call({ url: '/api/accounts', headers })).json();
  expect(items).toHaveLength(4);
  expect(JSON.stringify(items)).not.toContain('scrypt');
  const last = { method: 'PATCH', url: '/api/accounts/quan.tri', headers, body: { role: 'reader' } } as const;
  expect((await call(last)).json()).toMatchObject({ status: 409, code: 'last-administrator' });
});

/** Every route with its rule, as the server itself knows them. */
const routes = app.routeRules.filter(({ url, method }) => url.startsWith('/api/') && method !== 'HEAD');
const asked = ({ method, url }: { method: string; url: string }): Call => ({
  method: method as Method,
  url: url.replace(/:\w+/g, 'x'),
});

describe('who may do what', () => {
  test('is said of every route', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    // What changes anything says what a token must be for.
    const silent = routes.filter(({ method, access, scope }) => method !== 'GET' && access !== 'everybody' && !scope);
    expect(silent).toEqual([]);
  });

  test('nobody, without signing in', async () => {
    for (const route of routes) {
      const { statusCode } = await call(asked(route));
      if (route.access === 'everybody') expect([route.url, statusCode]).not.toEqual([route.url, 401]);
      else expect([route.url, statusCode]).toEqual([route.url, 401]);
    }
  });

  test.each([
    ['doc', 'reader'],
    ['kiem', 'auditor'],
    ['quan.tri', 'administrator'],
  ] as const)('%s, who is %s', async (name, role) => {
    for (const route of routes) {
      if (route.url === '/api/session' || route.url === '/api/events') continue;
      const { statusCode } = await call({ ...asked(route), headers: await signedInOnce(name) });
      const may =
        route.access === 'everybody' || Role.options.indexOf(role) >= Role.options.indexOf(route.access ?? 'reader');
      const refused = statusCode === 401 || statusCode === 403;
      if (!/password$/.test(route.url))
        expect([route.method, route.url, refused]).toEqual([route.method, route.url, !may]);
    }
  });

  test.each(Scope.options)('a token for «%s» of an administrator', async (scope) => {
    const account = (await people.accounts.get('quan.tri'))!;
    const secret = await issueToken(people, account, { label: 'thử', scopes: [scope], days: 1 }, clock);
    for (const route of routes) {
      if (route.url === '/api/events' || route.access === 'everybody') continue;
      const { statusCode } = await call({ ...asked(route), headers: { authorization: `Bearer ${secret}` } });
      const may = (route.scope ?? 'read') === scope;
      expect([route.method, route.url, statusCode === 403]).toEqual([route.method, route.url, !may]);
    }
  });

  const sessions = new Map<string, Record<string, string>>();
  async function signedInOnce(name: string): Promise<Record<string, string>> {
    const known = sessions.get(name) ?? (await signedIn(name));
    sessions.set(name, known);
    return known;
  }
});

describe('signing in', () => {
  test('a wrong password and a name that nobody has are told alike', async () => {
    const wrong = await call({
      method: 'POST',
      url: '/api/session',
      body: { name: 'doc', password: 'đoán bừa một lần' },
    });
    const nobody = await call({ method: 'POST', url: '/api/session', body: { name: 'ai-do', password } });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual(nobody.json());
    expect(wrong.cookies).toEqual([]);
  });

  test('an account is locked after some attempts, and opens again', async () => {
    const attempt = (secret: string) =>
      call({
        method: 'POST',
        url: '/api/session',
        body: { name: 'doc', password: secret },
        // From many addresses, as those who guess do.
        headers: { 'x-forwarded-for': anyAddress() },
      });
    let last = await attempt('đoán bừa một lần');
    for (let n = 0; n < 10 && last.statusCode === 401; n++) last = await attempt('đoán bừa một lần');
    expect(last.json()).toMatchObject({ status: 429, code: 'locked' });
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect((await attempt(password)).statusCode).toBe(429);
    clock = new Date(clock.getTime() + 16 * 60_000);
    expect((await attempt(password)).statusCode).toBe(200);
  });

  test('many attempts from one address are too many, whoever is tried', async () => {
    const codes = new Set<string>();
    for (let n = 0; n < 35; n++) {
      const body = { name: `ai-${n}`, password: 'x' };
      const headers = { 'x-forwarded-for': '192.0.2.7' };
      codes.add((await call({ method: 'POST', url: '/api/session', body, headers })).json().code);
    }
    expect(codes).toEqual(new Set(['wrong-password', 'too-many']));
  });

  test('a session ends when its owner signs out, and its cookie is worth nothing then', async () => {
    const headers = await signedIn('kiem');
    expect((await call({ url: '/api/session', headers })).json()).toMatchObject({ name: 'kiem', role: 'auditor' });
    expect((await call({ method: 'DELETE', url: '/api/session', headers })).statusCode).toBe(204);
    expect((await call({ url: '/api/reports', headers })).json().code).toBe('not-signed-in');
  });

  test('a new password ends the sessions of before', async () => {
    const [old, headers] = [await signedIn('kiem'), await signedIn('kiem')];
    const change = { present: password, password: 'mật khẩu mới hơn' };
    const url = '/api/session/password';
    const wrong = { ...change, present: 'không phải' };
    expect((await call({ method: 'PUT', url, headers, body: wrong })).json().code).toBe('wrong-password');
    const changed = await call({ method: 'PUT', url, headers, body: change });
    expect(changed.statusCode).toBe(200);
    expect((await call({ url: '/api/reports', headers: old })).statusCode).toBe(401);
    const [cookie] = changed.cookies;
    expect((await call({ url: '/api/reports', headers: { cookie: `doisoat=${cookie?.value}` } })).statusCode).toBe(200);
    const back = { cookie: `doisoat=${cookie?.value}`, [CSRF_HEADER]: changed.json().csrf };
    const again = { present: change.password, password };
    expect((await call({ method: 'PUT', url, headers: back, body: again })).statusCode).toBe(200);
  });

  test('over TLS the cookie goes over TLS alone', async () => {
    const answer = await call({
      method: 'POST',
      url: '/api/session',
      body: { name: 'kiem', password },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(answer.cookies[0]).toMatchObject({ secure: true });
  });
});

describe('requests that no page of ours has sent', () => {
  test.each<[string, Record<string, string>, string]>([
    ['without the token of the page', { [CSRF_HEADER]: '' }, 'csrf'],
    ['with the token of another session', { [CSRF_HEADER]: 'x'.repeat(43) }, 'csrf'],
    ['from another site', { origin: 'https://evil.example' }, 'cross-site'],
    ['from another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 'cross-site'],
    ['from no site at all', { origin: 'null' }, 'cross-site'],
  ])('%s', async (_, sent, code) => {
    const headers = { ...(await signedIn('quan.tri')), ...sent };
    const body = { roles: [], accounts: [], audited: false, version: 0 };
    const answer = await call({ method: 'PUT', url: '/api/collections/chung/rule', headers, body });
    expect(answer.json()).toMatchObject({ status: 403, code });
    expect(await people.rules.get('chung')).toBe(null);
  });

  test('another site cannot sign somebody in', async () => {
    const headers = { origin: 'https://evil.example' };
    const answer = await call({ method: 'POST', url: '/api/session', body: { name: 'kiem', password }, headers });
    expect(answer.json().code).toBe('cross-site');
  });

  test('a token that was revoked', async () => {
    const headers = await signedIn('kiem');
    const body = { label: 'máy in', scopes: ['read'], days: 30 };
    const { secret } = (await call({ method: 'POST', url: '/api/tokens', headers, body })).json();
    const bearer = { authorization: `Bearer ${secret}` };
    expect((await call({ url: '/api/reports', headers: bearer })).statusCode).toBe(200);
    const [token] = (await call({ url: '/api/tokens', headers })).json().items;
    expect(JSON.stringify(token)).not.toContain(secret);
    expect((await call({ method: 'DELETE', url: `/api/tokens/${token.hash}`, headers })).statusCode).toBe(204);
    expect((await call({ url: '/api/reports', headers: bearer })).json().code).toBe('bad-token');
  });
});

describe('the folders that files lie in', () => {
  const folder = sample('').slice(0, -1);
  const answersOf = async (name: string): Promise<string> => {
    const headers = await signedIn(name);
    const get = async (url: string): Promise<string> => (await call({ url, headers })).body;
    const { items } = JSON.parse(await get('/api/reports'));
    const [{ id }] = items;
    const lists = ['citations', 'relations', 'indicators', 'issues', 'flags', 'jobs', 'search?q=dan', `reports/${id}`];
    const papers = [
      'directives/trace?number=218-QĐ/TW',
      'series?concept=dân',
      'exports/hits.csv?q=dan',
      'series.csv?concept=dân',
    ];
    const told = await Promise.all([...lists, ...papers].map((path) => get(`/api/${encodeURI(path)}`)));
    return [JSON.stringify(items), ...told].join('\n');
  };

  test('are told to administrators alone, files by name to everybody', async () => {
    expect(await answersOf('quan.tri')).toContain(folder);
    for (const name of ['kiem', 'doc']) {
      const told = await answersOf(name);
      expect(told).toContain('thuan-hoa-2025.docx');
      expect(told).not.toContain(folder);
      expect(told).not.toContain(here.folder);
    }
  });
});

describe('collections', () => {
  const closed = encodeURIComponent('mật của tỉnh');

  test('are seen by those whom their rule names, in every list', async () => {
    const headers = await signedIn('quan.tri');
    const rule = { roles: [], accounts: ['phuong'], audited: true, version: 0 };
    const url = `/api/collections/${closed}/rule`;
    expect((await call({ method: 'PUT', url, headers, body: rule })).statusCode).toBe(200);
    expect((await call({ method: 'PUT', url, headers, body: rule })).json()).toMatchObject({
      ...{ code: 'changed-meanwhile', present: { version: 1 } },
    });
    const seen = async (name: string) => {
      const own = await signedIn(name);
      const get = async (path: string) => (await call({ url: path, headers: own })).json();
      const { items } = await get('/api/reports');
      const found = await get('/api/search?q=dan&limit=200');
      const jobs = name === 'doc' ? null : (await get('/api/jobs')).items.length;
      const collections = (await get('/api/collections')).items.map(
        ({ collection }: { collection: string }) => collection,
      );
      const hits = new Set(found.items.map(({ report }: { report: { id: string } }) => report.id)).size;
      const directives = (await get('/api/directives')).total;
      return { reports: items.length, hits, jobs, collections, directives: directives > 0 };
    };
    const all = { reports: 2, hits: 2, collections: ['chung', 'mật của tỉnh'], directives: true };
    const open = { reports: 1, hits: 1, collections: ['chung'], directives: true };
    expect(await seen('quan.tri')).toEqual({ ...all, jobs: 2 });
    expect(await seen('kiem')).toEqual({ ...open, jobs: 1 });
    expect(await seen('doc')).toEqual({ ...open, jobs: null });
    expect(await seen('phuong')).toEqual({ ...open, jobs: 1, collections: ['mật của tỉnh'] });
  });

  test('a report of a closed one is not found, and nothing can be put into it', async () => {
    const hidden = (await here.home.store.reports({ collections: ['mật của tỉnh'] }, { offset: 0, limit: 1 }))
      .reports[0]!;
    const headers = await signedIn('kiem');
    for (const path of ['', '/original', '/rendered'])
      expect((await call({ url: `/api/reports/${hidden.id}${path}`, headers })).json().code).toBe('not-found');
    const upload = { method: 'POST', url: `/api/files?collection=${closed}` } as const;
    const form = { ...headers, 'content-type': 'multipart/form-data; boundary=x' };
    expect((await call({ ...upload, headers: form })).json().code).toBe('forbidden');
  });

  test('readings of an audited one are written down, those of others are not', async () => {
    const headers = await signedIn('phuong');
    const { items } = (await call({ url: '/api/reports', headers })).json();
    await call({ url: `/api/reports/${items[0].id}/original`, headers });
    const admin = await signedIn('quan.tri');
    const { items: entries } = (await call({ url: '/api/audit?account=phuong', headers: admin })).json();
    expect(entries[0]).toMatchObject({ action: 'download', collection: 'mật của tỉnh', report: items[0].id });
    expect(new Set(entries.map(({ collection }: { collection: string }) => collection))).toEqual(
      new Set(['mật của tỉnh']),
    );
    const { items: others } = (await call({ url: '/api/audit?account=kiem', headers: admin })).json();
    expect(others).toEqual([]);
  });
});
