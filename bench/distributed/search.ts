import { search } from '../../search/elasticsearch/search.ts';
import { Server } from '../../search/elasticsearch/server.ts';
import { parseQuery } from '../../search/query/parse.ts';
import { start } from '../../test/cli/run.ts';
import { elasticsearchUrl } from '../../test/services/addresses.ts';
import { queries } from '../search.ts';
import { median, type Row } from '../table.ts';

const ROUNDS = 30;
const WARMING = 5;
const PAGE = { offset: 0, limit: 50 };

/** What the engine says that its own part of a question took. */
class TimedServer extends Server {
  took = 0;
  override async ask<T>(question: Parameters<typeof Server.prototype.ask<T>>[0]): Promise<T> {
    const answer = await super.ask(question);
    if (typeof answer === 'object' && answer !== null && 'took' in answer) this.took += Number(answer.took);
    return answer;
  }
}

/** Each search over HTTP, one user, right after the engine alone was asked with the same body. */
export async function searchOverHttp(settings: Record<string, string>, prefix: string): Promise<Row[]> {
  const server = new TimedServer(elasticsearchUrl, prefix);
  const child = start(['serve', '--port', '0'], settings);
  try {
    const address = await addressOf(child.stdout!);
    const asked = queries.map((query) => ({ query, took: [] as number[], http: [] as number[] }));
    for (let round = 0; round < ROUNDS + WARMING; round++) {
      for (const { query, took, http } of asked) {
        server.took = 0;
        await search(server, { collections: null }, parseQuery(query), PAGE);
        const ms = await millisecondsOf(
          `${address}/api/search?${new URLSearchParams({ q: query, limit: String(PAGE.limit) })}`,
        );
        if (round < WARMING) continue;
        took.push(server.took);
        http.push(ms);
      }
    }
    const told = asked.map(({ took, http }) => ({ p95: p95(http), limit: 1.5 * median(took) + 5 }));
    const within = told.filter(({ p95: own, limit }) => own <= limit).length;
    const all = asked.flatMap(({ http }) => http);
    const engine = asked.flatMap(({ took }) => took);
    return [
      {
        what: `search over HTTP, ${queries.length} questions × ${ROUNDS}`,
        value: `p95 ${p95(all).toFixed(1)} ms`,
        beside: `median ${median(all).toFixed(1)} ms; the engine's own took: median ${median(engine)} ms, p95 ${p95(engine)} ms`,
      },
      {
        what: 'questions whose p95 is within 1.5 × median took + 5 ms',
        value: `${within} of ${told.length}`,
        beside: told.map(({ p95: own, limit }) => `${own.toFixed(0)}/${limit.toFixed(0)}`).join(' '),
      },
    ];
  } finally {
    child.kill('SIGTERM');
    await server.close();
  }
}

async function millisecondsOf(url: string): Promise<number> {
  const from = performance.now();
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return performance.now() - from;
}

async function addressOf(told: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of told) {
    text += String(piece);
    const [address] = /http:\/\/[\d.:]+(?=\s)/.exec(text) ?? [];
    if (address) {
      told.resume();
      return address;
    }
  }
  throw new Error(`the server has ended: ${text}`);
}

const p95 = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)]!;
