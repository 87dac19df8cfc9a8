import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakFacts } from '../../evaluate/province/breaks.ts';
import { textOf } from '../../evaluate/province/paper.ts';
import { randomFrom, shuffled } from '../../evaluate/province/random.ts';
import { reportsOf } from '../../evaluate/province/reports.ts';
import { makeWorld } from '../../evaluate/province/world.ts';
import { compareReports, prepareReport } from '../../extractors/comparison/compare.ts';
import { comparablesOf, reconcile } from '../../pipeline/reconcile.ts';
import { extractBytes } from '../../pipeline/stages.ts';
import { ClosedFlag } from '../../schemas/flag.ts';
import type { IndexedReport, Store } from '../../search/port.ts';
import { entryFor } from './store.ts';

const everybody = { collections: null };
const all = { offset: 0, limit: 10_000 };

/** Half-year reports of one commune that tell how many disputes were settled. */
function reportText(number: number, day: number, about: string, settled: number, more: string[] = []): string {
  return [
    'HUYỆN ỦY CÔ TÔ',
    'ĐẢNG ỦY XÃ ĐỒNG TIẾN',
    '*',
    `Số ${number}-BC/ĐU`,
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    `Đồng Tiến, ngày ${day} tháng 6 năm 2024`,
    'BÁO CÁO',
    `kết quả ${about} 6 tháng đầu năm 2024`,
    '-----',
    'I. KẾT QUẢ',
    `Trong 6 tháng đầu năm 2024, toàn xã hòa giải thành ${settled} vụ việc tranh chấp đất đai.`,
    ...more,
    'T/M ĐẢNG ỦY',
    'BÍ THƯ',
    'Phạm Văn Bình',
  ].join('\n');
}

const first = reportText(45, 14, 'công tác dân vận', 9);
const second = reportText(51, 20, 'thực hiện Quy chế dân chủ ở cơ sở', 11);

type Read = IndexedReport['extraction'];

/** What every adapter keeps of contradictions that no longer hold. `open` gives an empty store each time. */
export function closedFlagsContract(name: string, openStore: () => Promise<Store>, seeds: readonly number[]): void {
  describe(`closed flags: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await openStore();
    });
    afterEach(() => store.close());

    async function put(text: string, path: string, given: Partial<IndexedReport> = {}, version = '1'): Promise<Read> {
      const read = await extractBytes('a.txt', Buffer.from(text), { maxPages: 10 });
      const extraction = { ...read, sha256: read.sha256!, source: read.sha256!, pipelineVersion: version };
      const indexed = { extraction, collection: 'chung', path, comparables: comparablesOf(extraction), ...given };
      await store.put(indexed, entryFor(indexed));
      return extraction;
    }

    async function open(): Promise<string[]> {
      await reconcile(store);
      return (await store.comparisons.flags(everybody, {}, all)).records.map(({ id }) => id);
    }

    async function closed(asker: { collections: string[] | null } = everybody): Promise<ClosedFlag[]> {
      const { total, records } = await store.comparisons.closed(asker, {}, all);
      expect(total).toBe(records.length);
      return records.map((one) => ClosedFlag.parse(one));
    }

    describe('a contradiction between reports closes with its reason', () => {
      let [a, b, flag] = ['', '', ''];
      beforeEach(async () => {
        a = (await put(first, '/a.txt')).sha256;
        b = (await put(second, '/b.txt')).sha256;
        const flags = await open();
        expect(flags).toHaveLength(1);
        flag = flags[0]!;
        expect(await closed()).toEqual([]);
      });

      test('when a report is removed; nothing of what it said is kept', async () => {
        await store.remove(a);
        expect(await open()).toEqual([]);
        const found = await closed();
        expect(found).toMatchObject([{ id: flag, kind: 'cross-report', reason: 'removed', report: a, by: null }]);
        expect(found[0]!.reports.toSorted()).toEqual([a, b].toSorted());
        expect(JSON.stringify(found)).not.toContain('tranh chấp');
        expect((await store.comparisons.closed(everybody, { report: b.slice(0, 8) }, all)).total).toBe(1);
        expect((await store.comparisons.closed(everybody, { kind: 'roll-up' }, all)).total).toBe(0);
      });

      test('when its file holds something else', async () => {
        const now = (await put(reportText(45, 14, 'công tác dân vận', 11), '/a.txt')).sha256;
        expect(await open()).toEqual([]);
        expect(await closed()).toMatchObject([{ id: flag, reason: 'replaced', report: a, by: now }]);
      });

      test('when a newer version of it counts', async () => {
        const long = Array.from(
          { length: 12 },
          (_, i) => `${i + 1}. Công tác tuyên truyền được đổi mới ở thôn số ${i}.`,
        );
        await store.remove(a);
        const draft = (await put(reportText(45, 14, 'công tác dân vận', 9, long), '/a.txt')).sha256;
        expect(await open()).toEqual([flag]);
        const print = (await put(reportText(45, 15, 'công tác dân vận', 11, long), '/c.txt')).sha256;
        expect(await open()).toEqual([]);
        expect(await closed()).toMatchObject([{ id: flag, reason: 'superseded', report: draft, by: print }]);
      });

      test('when a report is read anew', async () => {
        const read = await extractBytes('a.txt', Buffer.from(first), { maxPages: 10 });
        const extraction = { ...read, sha256: a, source: a, pipelineVersion: '2', indicators: [] };
        await put(first, '/a.txt', { extraction, comparables: comparablesOf(extraction) });
        expect(await open()).toEqual([]);
        expect(await closed()).toMatchObject([{ id: flag, reason: 'read-anew', report: a, by: null }]);
      });

      test('when another report comes between them', async () => {
        await put(reportText(48, 17, 'công tác mặt trận', 11), '/c.txt');
        const now = await open();
        expect(now).toHaveLength(1);
        expect(now).not.toContain(flag);
        expect(await closed()).toMatchObject([{ id: flag, reason: 'compared-otherwise', report: null, by: null }]);
      });

      test('and is no longer among the closed ones when it holds again', async () => {
        await store.remove(a);
        await open();
        await put(first, '/a.txt');
        expect(await open()).toEqual([flag]);
        expect(await closed()).toEqual([]);
      });

      test('and judging everything again closes nothing', async () => {
        await reconcile(store, 'all');
        expect(await closed()).toEqual([]);
      });
    });

    test('a closed contradiction is told only to those who might have seen it', async () => {
      const a = (await put(first, '/a.txt', { collection: 'mật' })).sha256;
      const b = (await put(second, '/b.txt')).sha256;
      await put(first, '/a.txt', { collection: 'chung' });
      await open();
      await store.remove(a);
      await open();
      expect((await closed({ collections: ['chung'] })).map(({ report }) => report)).toEqual([a]);
      expect(await closed({ collections: ['mật'] })).toEqual([]);
      await put(first, '/a.txt', { collection: 'mật' });
      await open();
      await store.remove(a);
      await open();
      expect(await closed({ collections: ['chung'] })).toEqual([]);
      expect((await closed({ collections: ['chung', 'mật'] })).map(({ reports }) => reports.length)).toEqual([2]);
      await store.remove(b);
      await open();
      expect(await closed()).toHaveLength(1);
    });

    test.each(seeds)('whatever comes, changes and goes, a contradiction is open or closed (seed %i)', async (seed) => {
      const random = randomFrom(seed);
      const world = makeWorld(random, [2024], 'Quảng Ninh');
      const reports = Array.from(reportsOf(world, random, [2024])).slice(0, 40);
      breakFacts(reports, 12, world, random);
      const there = new Map<string, Read>();
      const bring = async (path: string, text: string, version = '1'): Promise<void> => {
        there.set(path, await put(text, path, {}, version));
      };
      const seen = new Set<string>();
      for (const [i, report] of shuffled(random, reports).entries()) {
        const [path, text] = [`/${i}.txt`, textOf(report)];
        // Of some files there was another version before; some are read again by a newer program; some go.
        if (random() < 0.3) await bring(path, text.replace(/ 0?3 /u, ' 04 '));
        if (random() < 0.3) await reconcile(store);
        await bring(path, text);
        if (random() < 0.3) await bring(path, text, '2');
        const [gone] = random() < 0.25 ? shuffled(random, [...there.keys()]) : [];
        if (gone !== undefined) {
          await store.remove(there.get(gone)!.sha256);
          there.delete(gone);
        }
        if (random() < 0.4) continue;
        const now = await open();
        expect(now).toEqual(compareReports([...there.values()].map(prepareReport)).map(({ id }) => id));
        for (const id of now) seen.add(id);
        const over = (await closed()).map(({ id }) => id);
        // What came and went between two reconcilings was never told.
        for (const id of seen) expect(now.includes(id) !== over.includes(id)).toBe(true);
      }
      expect(seen.size).toBeGreaterThan(0);
    });
  });
}
