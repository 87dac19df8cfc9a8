import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { addAccount } from '../../../pipeline/people/accounts.ts';
import { buildApp } from '../app.ts';
import { sampleHome } from '../testing/sample-home.ts';

/** A service that signs everybody in as the person of the day. */
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const codes = new Map<string, { nonce: string; challenge: string }>();
let person = 'lan';
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const service = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
  const json = (body: object): void => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  };
  if (pathname === '/.well-known/openid-configuration')
    return json({
      ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
      ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'] },
      id_token_signing_alg_values_supported: ['RS256'],
    });
  if (pathname === '/keys') return json({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), alg: 'RS256' }] });
  if (pathname === '/authorize') {
    const code = String(codes.size);
    codes.set(code, { nonce: searchParams.get('nonce')!, challenge: searchParams.get('code_challenge')! });
    const back = new URL(searchParams.get('redirect_uri')!);
    back.search = new URLSearchParams({ code, state: searchParams.get('state')! }).toString();
    return response.writeHead(302, { location: back.href }).end();
  }
  let text = '';
  for await (const piece of request) text += piece;
  const form = new URLSearchParams(text);
  const known = codes.get(form.get('code')!);
  codes.delete(form.get('code')!);
  const challenge = createHash('sha256').update(form.get('code_verifier')!).digest('base64url');
  if (known?.challenge !== challenge) {
    response.statusCode = 400;
    return json({ error: 'invalid_grant' });
  }
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: person, aud: 'doisoat', nonce: known.nonce, iat: now, exp: now + 60 };
  const unsigned = `${encoded({ alg: 'RS256' })}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(unsigned), keys.privateKey).toString('base64url');
  json({ access_token: 'x', token_type: 'bearer', id_token: `${unsigned}.${signature}` });
});
await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;

const here = await sampleHome();
const settings = { ...here.settings, openidIssuer: issuer, openidClient: 'doisoat', openidSecret: 'bí mật' };
const log = new PassThrough();
const app = await buildApp({ home: here.home, settings, version: 'test', log, checked: true });
await addAccount(here.home.people, { name: 'lan', role: 'auditor', subject: `${issuer} lan` }, new Date());

afterAll(async () => {
  await app.close();
  service.close();
  await here.close();
  expect(log.read()).toBe(null);
});

const get = (url: string, cookie = '') =>
  app.inject({ url, headers: { host: 'doisoat.example', ...(cookie && { cookie }) } });

/** Through the service and back: the address to come back to, and the cookie to bring along. */
async function begun(): Promise<{ back: string; cookie: string }> {
  const started = await get('/api/openid');
  expect(started.statusCode).toBe(302);
  const [state] = started.cookies;
  expect(state).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/api/openid' });
  const there = await fetch(String(started.headers.location), { redirect: 'manual' });
  const { pathname, search } = new URL(there.headers.get('location')!);
  return { back: pathname + search, cookie: `${state?.name}=${state?.value}` };
}

test('somebody whom the service knows is signed in, once', async () => {
  const { back, cookie } = await begun();
  const answer = await get(back, cookie);
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/']);
  const session = answer.cookies.find(({ name }) => name === 'doisoat');
  expect((await get('/api/session', `doisoat=${session?.value}`)).json()).toMatchObject({
    name: 'lan',
    role: 'auditor',
  });
  expect((await get(back, cookie)).json().code).toBe('unknown-person');
});

test('a sign-in that another browser began, or nobody, is refused', async () => {
  const { back, cookie } = await begun();
  expect((await get(back)).json().code).toBe('unknown-person');
  expect((await get('/api/openid/back?state=guessed&code=1', cookie)).json().code).toBe('unknown-person');
});

test('somebody whom only the service knows is refused', async () => {
  person = 'khách';
  const { back, cookie } = await begun();
  const answer = await get(back, cookie);
  expect(answer.json()).toMatchObject({ status: 401, code: 'unknown-person' });
  expect(answer.cookies.some(({ name }) => name === 'doisoat')).toBe(false);
});
