import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import jszip from 'jszip';
import { afterAll, describe, expect, test } from 'vitest';
import { contentDisposition } from './content-disposition.ts';
import { listen } from './testing/listening.ts';
import { sample, sampleHome } from './testing/sample-home.ts';
import { wordFile } from './testing/word-file.ts';

const here = await sampleHome();
await here.ingest([sample('thuan-hoa-2025.docx')]);
const server = await listen(here, { headersMs: 600, silenceMs: 5_000, answerMs: 3_000 });
const { hostname, port } = new URL(server.address);

afterAll(async () => {
  await server.close();
  await here.close();
  expect(server.log.read()).toBe(null);
});

const problem = async (answer: Response): Promise<string> => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const { status, code, title, detail } = (await answer.json()) as Record<string, unknown>;
  expect(status).toBe(answer.status);
  expect([title, detail].every((text) => typeof text === 'string' && text.length > 0)).toBe(true);
  return `${status} ${code}`;
};
const post = (path: string, body: string, type = 'application/json') =>
  server.ask(path, { method: 'POST', body, headers: { 'content-type': type } });

/** What comes back for bytes as they are, without a client that would put them right; `''` where nothing does. */
function raw(...pieces: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('utf8').on('data', (piece) => {
      text += piece;
    });
    socket.on('error', () => {}).on('close', () => resolve(text));
    for (const piece of pieces) socket.write(piece);
  });
}

describe('too much', () => {
  test('a question of 10 MB', async () => {
    const answer = await raw(
      `GET /api/search?q=${'a'.repeat(10_000_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 .*"code":"address-too-long"/s);
  });

  test('a question that fits but is longer than anyone types', async () => {
    expect(await problem(await server.ask(`/api/search?q=${'a+'.repeat(5_000)}`))).toBe('400 query-too-long');
  });

  test('a body of 10 MB', async () => {
    expect(await problem(await post('/api/decisions', 'x'.repeat(10_000_000)))).toBe('413 too-large');
  });

  test('a body that is nested without end', async () => {
    expect(await problem(await post('/api/decisions', '['.repeat(400_000)))).toBe('400 bad-json');
  });

  test('a cursor beyond every list, and one that is none', async () => {
    const far = Buffer.from('o999999999').toString('base64url');
    expect(await (await server.ask(`/api/search?q=dan&cursor=${far}`)).json()).toMatchObject({ items: [], next: null });
    expect(await problem(await server.ask('/api/search?q=dan&cursor=-1'))).toBe('400 invalid');
    expect(await problem(await server.ask('/api/search?q=dan&limit=100000'))).toBe('400 invalid');
  });
});

describe('too slow', () => {
  test('headers that come drop by drop', async () => {
    expect(await raw('GET /api/reports HTTP/1.1\r\nHost: local')).toMatch(/^HTTP\/1\.1 408 .*"code":"too-slow"/s);
  });

  test('a body that never ends', async () => {
    const { csrf } = (await (await server.ask('/api/session')).json()) as { csrf: string };
    const head = `POST /api/decisions HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\nx-csrf-token: ${csrf}\r\n`;
    const answer = await raw(`${head}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"a":`);
    expect(answer).toMatch(/^HTTP\/1\.1 408 .*"code":"too-slow"/s);
  });

  test('a connection that says nothing is closed', async () => {
    expect(await raw()).not.toContain(' 200 ');
  });
});

describe('ways out of a folder', () => {
  test.each([
    ['/api/reports/..%2f..%2f..%2fetc%2fpasswd/original', '400 invalid'],
    ['/api/reports/%2e%2e/original', '400 invalid'],
    ['/api/reports/%zz/original', '400 malformed'],
    ['/api/reports/%00/original', '400 invalid'],
  ])('%s', async (path, code) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    const [status, name] = code.split(' ');
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*"code":"(?:${name})"`, 's'));
  });

  test.each([
    '/assets/../../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/....//package.json',
    '/assets//etc/passwd',
  ])('%s', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).not.toMatch(/"dependencies"|root:/);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:4|503)/);
  });
});

describe('requests that are none', () => {
  test('rubbish', async () => {
    expect(await raw('rubbish\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"code":"malformed"/s);
  });

  test('two lengths in one request', async () => {
    const head = 'POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n';
    expect(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400/);
  });

  test.each([
    ['text/plain', '415 unsupported-type'],
    ['application/xml', '415 unsupported-type'],
    ['application/x-www-form-urlencoded', '415 unsupported-type'],
  ])('a body of %s', async (type, code) => {
    expect(await problem(await post('/api/decisions', 'a=b', type))).toBe(code);
  });

  test('JSON that would change what every object has', async () => {
    expect(await problem(await post('/api/decisions', '{"__proto__":{"role":"administrator"}}'))).toMatch(/^400/);
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });

  test('JSON where files belong, and files without an edge', async () => {
    expect(await problem(await post('/api/files', '{}'))).toBe('415 unsupported-type');
    expect(await problem(await post('/api/files', 'x', 'multipart/form-data'))).toMatch(/^4/);
  });

  test('a parameter that nobody knows, and one given twice', async () => {
    expect(await problem(await server.ask('/api/reports?q=a'))).toBe('400 invalid');
    expect(await problem(await server.ask('/api/reports?limit=1&limit=2'))).toBe('400 invalid');
  });

  test('an address that is none, and a method it does not have', async () => {
    expect(await problem(await server.ask('/api/nothing'))).toBe('404 no-route');
    const answer = await server.ask('/api/reports', { method: 'DELETE' });
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect(await problem(answer)).toBe('405 method-not-allowed');
  });
});

describe('other names for this machine', () => {
  test.each(['Host: evil.example', 'Host: 127.0.0.1.evil.example', 'Host: localhost\r\nX-Forwarded-For: 192.0.2.1'])(
    '%j',
    async (headers) => {
      const answer = await raw(`GET /api/reports HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 421 .*"code":"wrong-host"/s);
    },
  );
});

describe('what reports bring along', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';

  test('a document with script in its words, its links and its name does nothing', async () => {
    const bytes = await wordFile([script, 'Xã có 12 cuộc đối thoại trực tiếp.'], 'javascript:alert(1)');
    const name = `"><script>alert(1)<\u2215script>.docx`;
    const { items } = (await (await server.upload({ [name]: bytes })).json()) as { items: { path: string }[] };
    expect(items[0]?.path).not.toMatch(/[<>"]/);
    const hit = await found('/api/search?q=alert');
    expect(hit.text).toContain(script);
    const { html } = (await (await server.ask(`/api/reports/${hit.report.id}/rendered`)).json()) as { html: string };
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<(?!\/?(?:p|strong|em|table|tr|t[dh]|[ou]l|li|h\d|br|sup|sub)>)|javascript:/i);
  });

  test('an archive that unpacks to more than anyone has is an outcome, and the server goes on', async () => {
    const zip = new jszip();
    zip.file('word/document.xml', Buffer.alloc(60_000_000));
    const bomb = new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }));
    await server.upload({ 'bom.docx': bomb });
    for (;;) {
      const { items } = (await (await server.ask('/api/jobs?state=failed')).json()) as { items: { path: string }[] };
      if (items.some(({ path }) => path.endsWith('bom.docx'))) break;
      await sleep(100);
    }
    expect((await server.ask('/healthz')).status).toBe(200);
  });

  test('a name cannot end its header or hide what it is', () => {
    const header = contentDisposition('báo cáo"\r\nSet-Cookie: a=b\u202e.docx');
    expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w%.~!#$&+^`|-]*$/);
    expect(decodeURIComponent(header.split("''")[1]!)).toBe('báo cáo___Set-Cookie_ a=b_.docx');
  });

  async function found(path: string): Promise<{ text: string; report: { id: string } }> {
    for (;;) {
      const { items } = (await (await server.ask(path)).json()) as {
        items: { text: string; report: { id: string } }[];
      };
      if (items[0]) return items[0];
      await sleep(100);
    }
  }
});

test('every answer forbids scripts of others, frames and guesses of types', async () => {
  for (const path of ['/', '/api/reports', '/api/nothing', '/api/reports?limit=x', '/healthz', '/bao-cao/x']) {
    const { headers } = await server.ask(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(?:inline|eval)'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBe(null);
  }
});
