import { afterAll, expect, test } from 'vitest';
import { listen } from '../testing/listening.ts';
import { sample, sampleHome } from '../testing/sample-home.ts';

const here = await sampleHome();
await here.ingest([sample('an-khanh-2023.docx')]);
const server = await listen(here);

afterAll(async () => {
  await server.close();
  await here.close();
  expect(server.log.read()).toBe(null);
});

// biome-ignore lint/suspicious/noExplicitAny: answers are held against their schemas by the server itself
type Answer = any;
const ask = async (method: string, path: string, body?: object): Promise<{ status: number; body: Answer }> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await server.ask(path, { method, ...(body && { headers, body: JSON.stringify(body) }) });
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
};
const report = async (): Promise<Answer> => (await ask('GET', '/api/reports')).body.items[0];

test('a corrected header is found, told in the history, and taken back', async () => {
  const before = await report();
  const url = `/api/reports/${before.id}/corrections`;
  const set = { number: '361-BC/ĐU', place: 'thành phố Hải Phòng', period: 'năm 2022' };
  const made = await ask('POST', url, { change: { what: 'header', set }, version: 0, comment: 'theo bản giấy' });
  expect(made).toMatchObject({ status: 201, body: { applied: true, correction: { version: 1 } } });
  expect(await report()).toMatchObject({ number: '361-BC/ĐU', units: [{ name: 'thành phố Hải Phòng' }] });
  const found = await ask('GET', `/api/search?q=${encodeURIComponent('place:"Hải Phòng" đối thoại')}`);
  expect(found.body.total).toBeGreaterThan(0);
  const late = await ask('POST', url, { change: { what: 'header', set }, version: 0 });
  expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', present: made.body.correction } });
  expect((await ask('POST', url, { change: { what: 'undo', version: 1 }, version: 1 })).status).toBe(201);
  expect(await report()).toEqual(before);
  expect((await ask('GET', url)).body.items).toMatchObject([{ comment: 'theo bản giấy' }, { undoes: 1 }]);
});

test('a rejected figure is gone', async () => {
  const { id } = await report();
  const figures = async () => (await ask('GET', '/api/indicators?limit=200')).body;
  const { total, items } = await figures();
  const change = { what: 'reject', kind: 'indicators', record: items[0].id };
  expect((await ask('POST', `/api/reports/${id}/corrections`, { change, version: 2 })).status).toBe(201);
  expect((await figures()).total).toBe(total - 1);
});

test.each([
  [{ what: 'header', set: { place: 'xã Không Có Thật' } }, 400, 'no-place'],
  [{ what: 'header', set: { period: 'lúc nào đó' } }, 400, 'no-period'],
  [{ what: 'header', set: {} }, 400, 'invalid'],
  [{ what: 'header', set: { date: '31/02/2023' } }, 400, 'invalid'],
  [{ what: 'reject', kind: 'flags', record: 'x' }, 400, 'invalid'],
  [{ what: 'reject', kind: 'issues', record: '../../x' }, 404, 'not-found'],
  [{ what: 'undo', version: 99 }, 404, 'not-found'],
])('%j is refused', async (change, status, code) => {
  const { id } = await report();
  const { items } = (await ask('GET', `/api/reports/${id}/corrections`)).body;
  const answer = await ask('POST', `/api/reports/${id}/corrections`, { change, version: items.length });
  expect(answer).toMatchObject({ status, body: { code } });
  expect((await ask('POST', '/api/reports/ffff/corrections', { change, version: 0 })).status).toBeGreaterThanOrEqual(
    400,
  );
});

test('a search is saved, looked at again, and forgotten', async () => {
  const url = `/api/searches/${encodeURIComponent('Đối thoại / «mới»')}`;
  const wanted = { query: 'đối thoại', filters: { place: 'An Khánh' }, version: 0, seen: null };
  expect(await ask('PUT', url, wanted)).toMatchObject({ status: 200, body: { version: 1, seen: null } });
  expect(await ask('PUT', url, wanted)).toMatchObject({ status: 409, body: { present: { version: 1 } } });
  const seen = await ask('PUT', url, { ...wanted, version: 1, seen: 7 });
  expect(seen.body).toMatchObject({ version: 2, seen: { total: 7 } });
  expect((await ask('GET', '/api/searches')).body.items).toEqual([seen.body]);
  expect((await ask('DELETE', url)).status).toBe(204);
  expect((await ask('DELETE', url)).status).toBe(404);
  expect((await ask('GET', '/api/searches')).body.items).toEqual([]);
});
