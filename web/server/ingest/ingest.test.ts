import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../testing/listening.ts';
import { sample, sampleHome } from '../testing/sample-home.ts';

const here = await sampleHome();
let server: Listening = await listen(here);

afterAll(async () => {
  await server.close();
  await here.close();
  expect(server.log.read()).toBe(null);
});

const json = async <T = never>(answer: Response): Promise<T> => (await answer.json()) as T;
interface Jobs {
  balance: Record<string, number>;
  running: boolean;
  items: { path: string; state: string; reason: string | null }[];
}
const jobs = async (query = ''): Promise<Jobs> => json<Jobs>(await server.ask(`/api/jobs?limit=200${query}`));

async function settled(query = ''): Promise<Jobs> {
  for (;;) {
    const now = await jobs(query);
    if (now.balance.queued === 0 && now.balance.reading === 0) return now;
    await sleep(100);
  }
}

interface Item {
  name: string;
  outcome: string;
  path: string | null;
  reason: string | null;
}

describe('files that are sent', () => {
  test('are read, each with an outcome of its own', async () => {
    const answer = await server.upload({
      'báo cáo quý I.docx': new Uint8Array(await readFile(sample('thuan-hoa-2025.docx'))),
      'trống.docx': '',
      'không phải báo cáo.docx': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
    });
    expect(answer.status).toBe(200);
    const { items } = await json<{ items: Item[] }>(answer);
    expect(items.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ['báo cáo quý I.docx', 'queued', null],
      ['trống.docx', 'refused', 'empty'],
      ['không phải báo cáo.docx', 'queued', null],
    ]);
    const { balance, items: entries } = await settled();
    expect(balance).toMatchObject({ files: 2, indexed: 1, failed: 1 });
    expect(entries.find(({ path }) => path.endsWith('báo cáo quý I.docx'))?.state).toBe('indexed');
    const found = await json<{ total: number }>(await server.ask('/api/search?q=nhan+dan'));
    expect(found.total).toBeGreaterThan(0);
  });

  test('sent again, nothing is read again', async () => {
    const file = { 'báo cáo quý I.docx': new Uint8Array(await readFile(sample('thuan-hoa-2025.docx'))) };
    const { items } = await json<{ items: Item[] }>(await server.upload(file));
    expect(items.map(({ outcome }) => outcome)).toEqual(['known']);
    expect((await jobs()).balance.files).toBe(2);
  });

  test('two files of one name are two files', async () => {
    const first = await server.upload({ 'x.txt': 'Báo cáo thứ nhất của xã.' });
    const second = await server.upload({ 'x.txt': 'Báo cáo thứ hai của xã.' });
    const [a] = (await json<{ items: Item[] }>(first)).items;
    const [b] = (await json<{ items: Item[] }>(second)).items;
    expect(a?.path).not.toBe(b?.path);
    await settled();
  });

  test('a connection that breaks keeps what was whole and nothing else', async () => {
    const before = (await settled()).balance.files ?? 0;
    const { hostname, port } = new URL(server.address);
    const session = await json<{ csrf: string }>(await fetch(`${server.address}/api/session`));
    const part = (name: string, text: string): string =>
      `--edge\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n${text}\r\n`;
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /api/files HTTP/1.1\r\nHost: ${hostname}:${port}\r\nx-csrf-token: ${session.csrf}\r\n` +
        'Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: 100000\r\n\r\n',
    );
    socket.write(part('whole.txt', 'Báo cáo gửi trọn vẹn.') + part('half.txt', 'Báo cáo gửi dở').slice(0, -8));
    while (((await jobs()).balance.files ?? 0) === before) await sleep(50);
    socket.destroy();
    const { items } = await settled();
    expect(items.some(({ path }) => path.endsWith('whole.txt'))).toBe(true);
    expect(items.some(({ path }) => path.endsWith('half.txt'))).toBe(false);
  });

  test('what could not be read is read again when asked for', async () => {
    const retry = await server.ask('/api/jobs/retry', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ collection: 'default' }),
    });
    expect(await json<{ queued: number }>(retry)).toEqual({ queued: 1 });
    expect((await settled()).balance.failed).toBe(1);
  });
});

describe('progress', () => {
  test('is told as it is made', async () => {
    const stop = new AbortController();
    const feed = await server.ask('/api/events', { signal: stop.signal });
    expect(feed.headers.get('content-type')).toContain('text/event-stream');
    const told: { event: string; data: Record<string, unknown> }[] = [];
    const reading = (async () => {
      let text = '';
      for await (const piece of feed.body!.pipeThrough(new TextDecoderStream())) {
        text += piece;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
          if (event && data) told.push({ event, data: JSON.parse(data) });
          text = text.slice(end + 2);
        }
      }
    })().catch(() => {});
    await server.upload(
      { 'an-khanh.pdf': new Uint8Array(await readFile(sample('an-khanh-2023.pdf'))) },
      '?collection=xa',
    );
    const isSettled = ({ event, data }: (typeof told)[number]): boolean =>
      event === 'settled' && data.state === 'indexed';
    while (!told.some(isSettled)) await sleep(50);
    stop.abort();
    await reading;
    const page = told.find(({ event }) => event === 'page')?.data;
    expect(page).toMatchObject({ collection: 'xa' });
    expect(told.some(({ event, data }) => event === 'running' && data.running === true)).toBe(true);
    expect(told.some(({ event }) => event === 'balance')).toBe(true);
  });
});

describe('what was left', () => {
  test('by a server that was stopped is read by the next', async () => {
    const path = sample('tan-loi-2023.docx');
    await here.home.store.ledger.write([
      {
        ...{ collection: 'default', path, sha256: null, size: null, state: 'reading', reason: null, detail: null },
        ...{ duplicateOf: null, pipelineVersion: '', attempts: 1, updated: new Date().toISOString() },
      },
    ]);
    await server.close();
    server = await listen(here);
    await settled();
    expect((await here.home.store.ledger.get('default', path))?.state).toBe('indexed');
  });
});
