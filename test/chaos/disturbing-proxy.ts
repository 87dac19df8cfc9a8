import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Random } from '../../evaluate/province/random.ts';

const REFUSED = 0.25;
const REFUSED_ITEM = 0.2;
const LOST_ANSWER = 0.1;

/** Stands between workers and Elasticsearch, and makes trouble while it is told to. */
export interface DisturbingProxy {
  url: string;
  /** Until then: refuses requests and items of a bulk, and loses answers to what was carried out. */
  disturb(ms: number): void;
  /** The answer to the n-th request from now is lost, after it was carried out; 0 is the next one. */
  loseAnswer(n: number): void;
  /** How many requests there were since `loseAnswer`. */
  requests(): number;
  counts: { refusedRequests: number; refusedItems: number; lostAnswers: number };
  close(): Promise<void>;
}

export async function openDisturbingProxy(target: string, random: Random): Promise<DisturbingProxy> {
  const agent = new Agent({ keepAlive: true });
  const counts = { refusedRequests: 0, refusedItems: 0, lostAnswers: 0 };
  let until = 0;
  let lost = -1;
  let asked = 0;
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bytesOf(incoming);
    const loses = asked++ === lost;
    const disturbed = performance.now() < until;
    if (disturbed && random() < REFUSED) {
      counts.refusedRequests++;
      return refuse(outgoing, random() < 0.5 ? 429 : 503);
    }
    const bulk = disturbed && incoming.url?.split('?')[0]?.endsWith('/_bulk') ? splitBulk(body, random) : null;
    const answer = await forward(target, agent, incoming, bulk?.kept ?? body);
    if (loses || (disturbed && random() < LOST_ANSWER)) {
      counts.lostAnswers++;
      outgoing.destroy();
      return;
    }
    counts.refusedItems += bulk?.refused.length ?? 0;
    const told = bulk && answer.status === 200 ? withRefused(answer.body, bulk.refused) : answer.body;
    const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers;
    outgoing.writeHead(answer.status, { ...headers, 'content-length': told.length });
    outgoing.end(told);
  };
  const server = createServer((incoming, outgoing) => {
    // The real server is away: so is this one.
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    disturb(ms) {
      until = performance.now() + ms;
    },
    loseAnswer(n) {
      lost = n;
      asked = 0;
    },
    requests: () => asked,
    counts,
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(outgoing: ServerResponse, status: number): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
  outgoing.end(JSON.stringify({ error: { type: 'es_rejected_execution_exception', reason: 'queue is full' }, status }));
}

interface RefusedItem {
  at: number;
  item: object;
}

/** Takes some operations out of a bulk; at least one stays. */
function splitBulk(body: Buffer, random: Random): { kept: Buffer; refused: RefusedItem[] } {
  const lines = body.toString().trimEnd().split('\n');
  const kept: string[] = [];
  const refused: RefusedItem[] = [];
  for (let line = 0, at = 0; line < lines.length; at++) {
    const action = JSON.parse(lines[line]!) as Record<string, { _index: string; _id: string }>;
    const [name, { _index, _id }] = Object.entries(action)[0]!;
    const own = lines.slice(line, line + (name === 'delete' ? 1 : 2));
    line += own.length;
    if (kept.length === 0 || random() >= REFUSED_ITEM) kept.push(...own);
    else {
      const error = { type: 'es_rejected_execution_exception', reason: 'queue is full' };
      refused.push({ at, item: { [name]: { _index, _id, status: 429, error } } });
    }
  }
  return { kept: Buffer.from(`${kept.join('\n')}\n`), refused };
}

function withRefused(body: Buffer, refused: RefusedItem[]): Buffer {
  const answer = JSON.parse(body.toString()) as { errors: boolean; items: object[] };
  for (const { at, item } of refused) answer.items.splice(at, 0, item);
  if (refused.length > 0) answer.errors = true;
  return Buffer.from(JSON.stringify(answer));
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function forward(target: string, agent: Agent, { method, url, headers }: IncomingMessage, body: Buffer) {
  return new Promise<Answer>((resolve, reject) => {
    const { 'transfer-encoding': _, ...kept } = headers;
    const own = { ...kept, host: new URL(target).host, 'content-length': body.length };
    const asked = request(new URL(url ?? '/', target), { method: method ?? 'GET', headers: own, agent }, (response) => {
      bytesOf(response).then(
        (whole) => resolve({ status: response.statusCode ?? 500, headers: response.headers, body: whole }),
        reject,
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}
