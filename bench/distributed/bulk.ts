import { Client } from '@elastic/elasticsearch';
import { textOf } from '../../evaluate/province/paper.ts';
import { makeProvince } from '../../evaluate/province/province.ts';
import { store as put, readText } from '../../evaluate/province/stored.ts';
import { comparablesOf } from '../../pipeline/reconcile.ts';
import { indexNames } from '../../search/elasticsearch/mappings.ts';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import type { IndexedReport } from '../../search/port.ts';
import { elasticsearchUrl } from '../../test/services/addresses.ts';
import { median, type Row, timed } from '../table.ts';

/** As many as a worker with one reading process has in hand. */
const IN_HAND = 12;
const ROUNDS = 3;
const REQUEST_CHARACTERS = 4_000_000;
/** No index has more documents of so few reports. */
const ALL = 100_000;

/** Documents a second: reports as the store writes them, and the very same documents as plain `_bulk` requests. */
export async function bulkRate(reports: number, uniquePrefix: () => string): Promise<Row[]> {
  const client = new Client({ node: elasticsearchUrl });
  const read = await Promise.all(makeProvince(2, reports).reports.map((report) => readText(textOf(report))));
  const indexed = read.map((extraction, i): IndexedReport => {
    const comparables = comparablesOf(extraction);
    return { extraction, comparables, collection: 'chung', path: `/${i}.docx` };
  });
  const rounds: { ours: number; plain: number }[] = [];
  let documents = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const [own, other] = [uniquePrefix(), uniquePrefix()];
    await makeIndices(other);
    const ours = await putAll(client, own, indexed);
    const requests = await requestsFor(client, own, other);
    documents = requests.reduce((sum, { count }) => sum + count, 0);
    const plain = await timed(async () => {
      for (const { body } of requests) await send(body);
      await client.indices.refresh({ index: `${other}-*` });
    });
    rounds.push({ ours: documents / ours, plain: documents / plain });
  }
  await client.close();
  const share = median(rounds.map(({ ours, plain }) => ours / plain));
  return [
    {
      what: `${documents} documents of ${reports} reports, as the store writes them`,
      value: perSecond(median(rounds.map(({ ours }) => ours))),
      beside: `× ${share.toFixed(2)} of plain _bulk, which gets them made and written out`,
    },
    { what: 'the same as plain _bulk requests', value: perSecond(median(rounds.map(({ plain }) => plain))) },
  ];
}

const perSecond = (perMs: number): string => `${(perMs * 1000).toFixed(0)} documents/s`;

async function makeIndices(prefix: string): Promise<void> {
  await (await openElasticsearchStore(elasticsearchUrl, { prefix })).close();
}

/** Milliseconds until all can be found. */
async function putAll(client: Client, prefix: string, indexed: IndexedReport[]): Promise<number> {
  const store = await openElasticsearchStore(elasticsearchUrl, { prefix });
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < indexed.length) await put(store, indexed[next++]!);
  };
  const ms = await timed(async () => {
    await Promise.all(Array.from({ length: IN_HAND }, hand));
    await client.indices.refresh({ index: `${prefix}-*` });
  });
  await store.close();
  return ms;
}

/** Everything that lies in the indices of one store, as requests that write it into those of another. */
async function requestsFor(client: Client, from: string, into: string): Promise<{ body: string; count: number }[]> {
  const requests: { body: string; count: number }[] = [];
  let lines: string[] = [];
  let characters = 0;
  const flush = (): void => {
    if (lines.length > 0) requests.push({ body: lines.join(''), count: lines.length });
    lines = [];
    characters = 0;
  };
  for (const name of indexNames) {
    const { hits } = await client.search({ index: `${from}-${name}`, size: ALL });
    for (const { _id, _source } of hits.hits) {
      const action = JSON.stringify({ index: { _index: `${into}-${name}`, _id } });
      lines.push(`${action}\n${JSON.stringify(_source)}\n`);
      characters += lines.at(-1)!.length;
      if (characters > REQUEST_CHARACTERS) flush();
    }
  }
  flush();
  return requests;
}

async function send(body: string): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const answer = await fetch(`${elasticsearchUrl}/_bulk`, { method: 'POST', headers, body });
  const { errors } = (await answer.json()) as { errors: boolean };
  if (errors) throw new Error('plain _bulk: an item was refused');
}
