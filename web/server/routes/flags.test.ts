import { afterAll, expect, test } from 'vitest';
import { listen } from '../testing/listening.ts';
import { sample, sampleHome } from '../testing/sample-home.ts';

const here = await sampleHome();
await here.ingest([sample('thuan-hoa-2025.docx'), sample('an-khanh-2023.docx'), sample('dien-chau-2023.docx')]);
const server = await listen(here);

afterAll(async () => {
  await server.close();
  await here.close();
  expect(server.log.read()).toBe(null);
});

interface Flag {
  id: string;
  state: string;
  version: number;
  certain: boolean;
  report: { id: string };
}
// biome-ignore lint/suspicious/noExplicitAny: answers are held against their schemas by the server itself
type Answer = any;
const get = async (path: string): Promise<Answer> => (await server.ask(path)).json();
const post = async (path: string, body: object): Promise<{ status: number; body: Answer }> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await server.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
};
const flags = async (query = ''): Promise<Flag[]> => (await get(`/api/flags?limit=200${query}`)).items;

test('of two auditors who decide at once neither is lost, and the second is told', async () => {
  const [{ id, version }] = (await flags()) as [Flag];
  const url = `/api/flags/${id}/decisions`;
  const answers = await Promise.all([
    post(url, { state: 'confirmed', comment: 'đã hỏi đơn vị', version }),
    post(url, { state: 'dismissed', reason: 'làm tròn', version }),
  ]);
  const [kept, refused] = answers.sort((a, b) => a.status - b.status) as [Answer, Answer];
  expect([kept.status, refused.status]).toEqual([201, 409]);
  expect(refused.body).toMatchObject({ code: 'changed-meanwhile', present: kept.body });
  // The second looks at what is there now and decides on top of it.
  const again = await post(url, { state: 'dismissed', reason: 'làm tròn', version: refused.body.present.version });
  expect(again.status).toBe(201);
  const { history, flag } = await get(`/api/flags/${id}`);
  expect(history).toHaveLength(2);
  expect(flag).toMatchObject({ state: 'dismissed', version: 2 });
});

test('a decision is taken back, and what was held before it is held again', async () => {
  const [{ id }] = (await flags('&state=dismissed')) as [Flag];
  const { flag } = await get(`/api/flags/${id}`);
  const undone = await post(`/api/flags/${id}/undo`, { version: flag.version });
  expect(undone.status).toBe(201);
  expect(undone.body.undoes).toBe(flag.version);
  expect((await post(`/api/flags/${id}/undo`, { version: flag.version })).body.code).toBe('changed-meanwhile');
});

test('one flag brings the place of each piece of evidence', async () => {
  const [{ id }] = (await flags()) as [Flag];
  const { places } = await get(`/api/flags/${id}`);
  for (const { report, block, start, end, quote } of places) {
    const { extraction } = await get(`/api/reports/${report}`);
    const text = extraction.blocks.find((one: { id: string }) => one.id === block).text;
    expect(text.slice(start, end)).toBe(quote);
  }
});

test('many are decided together, each with its own outcome', async () => {
  const open = await flags('&state=open');
  const asked = [...open.map(({ id, version }) => ({ id, version })), { id: 'không có', version: 0 }];
  expect((await post('/api/decisions', { flags: asked, state: 'dismissed' })).body.code).toBe('needs-reason');
  const before = await get('/api/flags/counts');
  const { body } = await post('/api/decisions', { flags: asked, state: 'fixed' });
  const outcomes = body.items.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual([...open.map(() => 'kept'), 'unknown']);
  expect(await flags('&state=open')).toEqual([]);
  const after = await get('/api/flags/counts');
  expect(after).toEqual({ ...before, decided: before.decided + open.length });
});

test('a dismissal says why', async () => {
  const [{ id, version }] = (await flags()) as [Flag];
  const { status, body } = await post(`/api/flags/${id}/decisions`, { state: 'dismissed', version });
  expect([status, body.code]).toEqual([400, 'invalid']);
});

test('a report is signed off with what there was to see', async () => {
  const [{ report }] = (await flags()) as [Flag];
  const url = `/api/reports/${report.id}/sign-off`;
  expect(await get(url)).toMatchObject({ signOff: null, upToDate: false });
  expect((await post(url, { version: 0 })).status).toBe(201);
  expect((await post(url, { version: 0 })).body.code).toBe('changed-meanwhile');
  expect(await get(url)).toMatchObject({ upToDate: true, added: [], changed: [] });
  expect((await post(`/api/reports/${'0'.repeat(64)}/sign-off`, { version: 0 })).status).toBe(404);
});
