import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import type { Asker, RecordFilter, RecordKind, Store } from '../../search/port.ts';
import { openSqliteStore } from '../../search/sqlite/store.ts';
import { trace } from '../../search/trace.ts';
import { elasticsearchUrl, forgetIndices, uniquePrefix } from '../services/addresses.ts';
import { manyReports } from './many-reports.ts';
import { indexedReports } from './sample-reports.ts';
import { entryFor } from './store.ts';

const prefix = uniquePrefix();
const folder = mkdtempSync(join(tmpdir(), 'doisoat-homes-'));
let elasticsearch: Store;
let sqlite: Store;

beforeAll(async () => {
  elasticsearch = await openElasticsearchStore(elasticsearchUrl, { prefix });
  sqlite = openSqliteStore(join(folder, 'store.db'));
  for (const report of [...indexedReports(), ...manyReports()]) {
    await sqlite.put(report, entryFor(report));
    await elasticsearch.put(report, entryFor(report));
  }
});
afterAll(async () => {
  await Promise.all([elasticsearch.close(), sqlite.close()]);
  await forgetIndices(prefix);
  rmSync(folder, { recursive: true });
});

/** As JSON: the order of keys is part of what a command prints. */
async function alike(question: (store: Store) => Promise<unknown>): Promise<void> {
  const [one, other] = await Promise.all([question(elasticsearch), question(sqlite)]);
  expect(JSON.stringify(one, null, 1)).toBe(JSON.stringify(other, null, 1));
}

const askers: Asker[] = [{ collections: null }, { collections: ['chung'] }, { collections: ['phường', 'tỉnh'] }];
const pages = [
  { offset: 0, limit: 500 },
  { offset: 3, limit: 4 },
];
const kinds: RecordKind[] = ['citations', 'relations', 'indicators', 'issues', 'flags'];
const filters: RecordFilter[] = [
  {},
  { words: 'quyết định' },
  { words: 'ĐẤT thu hoi' },
  { words: '218' },
  { words: '!!' },
  { report: '1' },
  { report: '0a0a' },
  { place: 'hải phòng' },
  { place: 'lê chân an' },
  { place: 'hải chân' },
  { place: '' },
  { issuer: 'ủy' },
  { issuer: 'đảng uỷ' },
  { issuer: '' },
  { from: '2023-06-01' },
  { to: '2022-12-31' },
  { from: '2023-01-01', to: '2023-06-19' },
  { directive: '218 QD TW' },
  { directive: '217-QĐ/TW' },
  { directive: 'party|central|TW|QĐ|218|XI' },
  { directive: 'party|central|TW|QĐ|218|' },
  { directive: 'quy chế dân chủ ở cơ sở' },
  { topic: 'môi trường' },
  { stance: 'bức xúc' },
  { kind: 'Quyết định' },
  { kind: 'thực hiện' },
  { kind: 'percentage', certain: false },
  { certain: true },
];

describe('both homes list alike', () => {
  test.each(kinds)('%s', async (kind) => {
    for (const asker of askers)
      for (const filter of filters)
        for (const page of pages) await alike((store) => store.list(asker, kind, filter, page));
  });

  test.each(['218-QĐ/TW', '217 qd tw', '47-KH/TU', '08-NQ/TU', '4/2015/NĐ-CP', 'Luật Khiếu nại', '1-A/B', ''])(
    'directives and traces of “%s”',
    async (number) => {
      for (const asker of askers) {
        for (const page of pages) await alike((store) => store.directives(asker, { number }, page));
        await alike((store) => trace(store, asker, number));
        await alike((store) => trace(store, asker, number, 'Quảng Ngãi', 3));
      }
    },
  );

  test.each([undefined, 'trung uong', 'Quyết định', 'quy chế dân chủ', '218', '"', 'không có'])(
    'directives by “%s”',
    async (words) => {
      for (const asker of askers)
        for (const page of pages)
          await alike((store) => store.directives(asker, words === undefined ? {} : { words }, page));
    },
  );

  test('mentions and links', async () => {
    const { directives } = await sqlite.directives({ collections: null }, {}, { offset: 0, limit: 500 });
    const identities = directives.map(({ identity }) => identity);
    for (const asker of askers) {
      for (const page of [...pages, { offset: 0, limit: 0 }])
        await alike((store) => store.mentions(asker, identities, page));
      for (const identity of identities) await alike((store) => store.links(asker, [identity]));
      await alike((store) => store.links(asker, identities));
      await alike((store) => store.mentions(asker, [], { offset: 0, limit: 5 }));
    }
  });

  test('reports, bodies, one report, the ledger', async () => {
    for (const asker of askers) {
      for (const page of pages) await alike((store) => store.reports(asker, page));
      await alike((store) => store.bodies(asker));
      for (const id of ['1111', '0a0a0a', '0a', 'ffff', 'xyz']) await alike((store) => store.report(asker, id));
    }
    for (const page of pages) {
      await alike((store) => store.ledger.list({}, page));
      await alike((store) => store.ledger.list({ collection: 'tỉnh' }, page));
    }
    await alike((store) => store.ledger.balance());
    await alike((store) => store.ledger.balance('nội bộ'));
  });

  test('dumps are the same, byte for byte', async () => {
    await alike(async (store) => {
      const lines: string[] = [];
      for await (const line of store.dump()) lines.push(line);
      return lines;
    });
  });
});
