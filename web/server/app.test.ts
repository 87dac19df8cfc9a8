import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { sample, sampleHome } from './testing/sample-home.ts';

const here = await sampleHome();
/** What the server tells of its own errors: nothing, in all of these tests. */
const log = new PassThrough();
await here.ingest([sample('thuan-hoa-2025.docx'), sample('an-khanh-2023.docx'), sample('an-khanh-2023.pdf')]);
const app = await buildApp({ home: here.home, settings: here.settings, version: 'test', log, checked: true });

afterAll(async () => {
  await app.close();
  await here.close();
  expect(log.read()).toBe(null);
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: 'localhost', ...headers } });

describe('search', () => {
  test('words and facets', async () => {
    const answer = await get(`/api/search?q=${encodeURIComponent('đối thoại')}&limit=3`);
    expect(answer.statusCode).toBe(200);
    const { total, items, next, facets } = answer.json();
    expect(items).toHaveLength(3);
    for (const { text, highlights } of items) {
      const [[start, end]] = highlights;
      expect(text.slice(start, end).toLowerCase()).toContain('đối thoại');
    }
    expect(total).toBe(facets.year.reduce((sum: number, [, count]: [string, number]) => sum + count, 0));
    expect(next).not.toBe(null);
  });

  test('the parts of an answer, one after the other, are the whole of it', async () => {
    const whole = (await get('/api/search?q=nhan+dan&limit=200')).json();
    const parts: unknown[] = [];
    for (let cursor = ''; ; ) {
      const part = (await get(`/api/search?q=nhan+dan&limit=7${cursor}`)).json();
      parts.push(...part.items);
      if (part.next === null) break;
      cursor = `&cursor=${part.next}`;
    }
    expect(parts).toEqual(whole.items);
    expect(whole.next).toBe(null);
  });

  test('the values of a facet are conditions, several of them alternatives', async () => {
    const { facets, total } = (await get('/api/search?q=dan')).json();
    const [[first, count], [second, more]] = facets.issuer;
    const one = `issuer=${encodeURIComponent(first)}`;
    expect((await get(`/api/search?q=dan&${one}`)).json().total).toBe(count);
    const both = `${one}&issuer=${encodeURIComponent(second)}`;
    expect((await get(`/api/search?q=dan&${both}`)).json().total).toBe(count + more);
    expect(count + more).toBeLessThanOrEqual(total);
  });

  test.each(['territory', 'level', 'topic', 'status'])(
    'every value of %s narrows to as many hits as it says',
    async (facet) => {
      const { facets } = (await get('/api/search?q=dan')).json();
      expect(facets[facet].length).toBeGreaterThan(0);
      const name = facet === 'territory' ? 'place' : facet;
      for (const [value, count] of facets[facet])
        expect((await get(`/api/search?q=dan&${name}=${encodeURIComponent(value)}`)).json()).toMatchObject({
          total: count,
        });
    },
  );

  test('hits by day, from either end', async () => {
    const days = async (sort: string): Promise<string[]> =>
      (await get(`/api/search?q=dan&limit=200&sort=${sort}`))
        .json()
        .items.map(({ report }: { report: { date: string } }) => report.date);
    const newest = await days('newest');
    expect(newest).toEqual([...newest].sort().reverse());
    expect(await days('oldest')).toEqual([...newest].sort());
    expect((await get('/api/search?q=dan&sort=best')).statusCode).toBe(400);
  });

  test('a long answer is sent packed to those who can unpack it, and tagged as the same', async () => {
    const url = '/api/search?q=dan&limit=200';
    const plain = await get(url);
    const sent = await get(url, { 'accept-encoding': 'gzip, br' });
    expect(sent.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(sent.rawPayload).toString()).toBe(plain.body);
    expect(sent.rawPayload.length).toBeLessThan(plain.body.length / 3);
    expect(sent.headers.etag).toBe(`W/${plain.headers.etag}`);
    const again = await get(url, { 'accept-encoding': 'gzip', 'if-none-match': String(sent.headers.etag) });
    expect({ status: again.statusCode, body: again.body }).toEqual({ status: 304, body: '' });
    for (const accepted of ['identity', 'gzip;q=0', ''])
      expect((await get(url, { 'accept-encoding': accepted })).body).toBe(plain.body);
    expect((await get('/api/session', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe(undefined);
  });

  test('what of a query could not be used is told', async () => {
    expect((await get('/api/search?q=dan+tu:hom-qua')).json().hints).toEqual([
      { code: 'bad-date', value: 'tu:hom-qua' },
    ]);
  });
});

describe('reports', () => {
  test('each of the list can be opened, with its copies', async () => {
    const { items, total } = (await get('/api/reports')).json();
    expect(total).toBe(3);
    for (const { id, number } of items) {
      const { head, extraction, copies } = (await get(`/api/reports/${id}`)).json();
      expect(head.number).toBe(number);
      expect(extraction.sha256).toBe(id);
      expect(copies).toHaveLength(number.includes('86-') ? 0 : 1);
    }
  });

  test('the original comes byte for byte, to be kept and not shown', async () => {
    const { items } = (await get('/api/reports')).json();
    const { id } = items.find(({ path }: { path: string }) => path.endsWith('thuan-hoa-2025.docx'));
    const answer = await get(`/api/reports/${id}/original`);
    expect(answer.rawPayload).toEqual(await readFile(sample('thuan-hoa-2025.docx')));
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    const part = await get(`/api/reports/${id}/original`, { range: 'bytes=0-3' });
    expect(part.statusCode).toBe(206);
    expect(part.body).toBe('PK\u0003\u0004');
  });

  test('a Word document is rendered, a PDF is not', async () => {
    const { items } = (await get('/api/reports')).json();
    for (const { id, path } of items) {
      const answer = await get(`/api/reports/${id}/rendered`);
      if (path.endsWith('.docx')) expect(answer.json().html).toContain('<strong>');
      else expect(answer.json()).toMatchObject({ status: 422, code: 'not-rendered' });
    }
  });

  test('an id that somebody guessed is not found', async () => {
    for (const path of ['', '/original', '/rendered']) {
      const answer = await get(`/api/reports/${'0'.repeat(64)}${path}`);
      expect(answer.statusCode).toBe(404);
      expect(answer.json().code).toBe('not-found');
    }
  });
});

describe('records', () => {
  test.each(['citations', 'relations', 'indicators', 'issues', 'flags'])(
    '%s are listed with their place',
    async (kind) => {
      const answer = await get(`/api/${kind}?limit=200`);
      expect(answer.statusCode).toBe(200);
      expect(answer.json().total).toBeGreaterThan(0);
    },
  );

  test('flags within reports and between them are one list', async () => {
    const whole = (await get('/api/flags?limit=200')).json();
    const single: unknown[] = [];
    for (let cursor = ''; ; ) {
      const { items, next } = (await get(`/api/flags?limit=1${cursor}`)).json();
      single.push(...items);
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(single).toEqual(whole.items);
    expect(whole.items).toHaveLength(whole.total);
  });

  test('conditions hold', async () => {
    const { items } = (await get('/api/flags?certain=true&limit=200')).json();
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ certain }: { certain: boolean }) => certain)).toBe(true);
  });
});

test('a directive is traced under any spelling of its number', async () => {
  const { items } = (await get('/api/directives?limit=1')).json();
  const { number, identity } = items[0];
  for (const spelling of [number, number.toLowerCase().replaceAll('đ', 'd'), identity]) {
    const trace = (await get(`/api/directives/trace?number=${encodeURIComponent(spelling)}`)).json();
    expect(trace.directive.identity).toBe(identity);
    expect(trace.mentions.length).toBeGreaterThan(0);
  }
});

test('the ledger balances', async () => {
  const { balance, total, items } = (await get('/api/jobs')).json();
  expect(total).toBe(3);
  expect(items).toHaveLength(3);
  expect(balance).toMatchObject({ files: 3, indexed: 3, failed: 0 });
});

describe('answers can be asked for again', () => {
  test('nothing is sent twice', async () => {
    const first = await get('/api/reports');
    const again = await get('/api/reports', { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect((await get('/api/reports', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });
});
