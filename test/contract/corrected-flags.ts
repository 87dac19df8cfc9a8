import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Home } from '../../pipeline/compose.ts';
import { correctReport } from '../../pipeline/corrections/correct.ts';
import { correctedStore } from '../../pipeline/corrections/corrected-store.ts';
import { decideFlags } from '../../pipeline/desk/decide.ts';
import { listFlags } from '../../pipeline/desk/flags.ts';
import { folderObjects } from '../../pipeline/objects/folder.ts';
import type { Objects } from '../../pipeline/ports.ts';
import { keepReading } from '../../pipeline/readings.ts';
import { comparablesOf, reconcile } from '../../pipeline/reconcile.ts';
import { reindex } from '../../pipeline/reindex.ts';
import { extractBytes } from '../../pipeline/stages.ts';
import type { CorrectionRequest } from '../../schemas/correction.ts';
import type { Store } from '../../search/port.ts';
import { entryFor } from './store.ts';

const everybody = { collections: null };
const all = { offset: 0, limit: 100 };
const now = new Date('2024-07-01T08:00:00.000Z');

const report = (number: string, about: string, dialogues: number): string =>
  [
    'HUYỆN ỦY CÔ TÔ',
    'ĐẢNG ỦY XÃ ĐỒNG TIẾN',
    `Số ${number}`,
    'Đồng Tiến, ngày 14 tháng 6 năm 2024',
    'BÁO CÁO',
    `kết quả ${about} 6 tháng đầu năm 2024`,
    'I. KẾT QUẢ',
    `Các chi bộ đã học tập, quán triệt nội dung ${about} tại từng thôn, từng tổ.`,
    `Trong 6 tháng đầu năm 2024, toàn xã tổ chức ${dialogues} cuộc đối thoại trực tiếp với Nhân dân.`,
  ].join('\n');

/** What a person decided about a contradiction between two reports, when the header of one is corrected afterwards. */
export function correctedFlagsContract(name: string, open: () => Promise<Store & Pick<Home, 'desk'>>): void {
  describe(`decisions between corrected reports: ${name}`, () => {
    let folder: string;
    let home: Pick<Home, 'desk'> & { store: Store; objects: Objects; queue: Pick<Home['queue'], 'alone'> };
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'doisoat-corrected-'));
      const store = await open();
      home = {
        store: correctedStore(store, store.desk.corrections),
        desk: store.desk,
        objects: folderObjects(join(folder, 'objects')),
        queue: { alone: (_, work) => work() },
      };
    });
    afterEach(async () => {
      await home.store.close();
      rmSync(folder, { recursive: true });
    });

    async function ingest(file: string, text: string): Promise<string> {
      const path = join(folder, file);
      writeFileSync(path, text);
      const extraction = await extractBytes(file, Buffer.from(text), { maxPages: 10 });
      await keepReading(home.objects, extraction, path);
      const read = { ...extraction, sha256: extraction.sha256! };
      const indexed = { extraction: read, comparables: comparablesOf(read), collection: 'chung', path };
      await home.store.put(indexed, entryFor(indexed));
      await reconcile(home.store);
      return read.sha256;
    }
    const across = async () => {
      const { records } = await listFlags(home, everybody, { kind: 'cross-report' }, all);
      return records.map(({ id, state, reopenedBecause, stated }) => ({ id, state, reopenedBecause, stated }));
    };
    const correct = (id: string, change: CorrectionRequest['change']) =>
      correctReport(home, everybody, { report: id, change, version: 0 }, 'Trần Thị Lan', now);

    test('it stays attached, over re-indexing as well', async () => {
      await ingest('a.txt', report('45-BC/ĐU', 'công tác dân vận', 12));
      const id = await ingest('b.txt', report('47-BC/ĐU', 'thực hiện Quy chế dân chủ ở cơ sở', 15));
      const [flag] = await across();
      await decideFlags(home, everybody, [{ flag: flag!.id, version: 0, state: 'confirmed' }], 'Lan', now);
      const decided = [{ ...flag!, state: 'confirmed' }];
      expect(await across()).toEqual(decided);
      const set = { title: 'kết quả giám sát', issuer: 'Ban Chấp hành Đảng bộ xã Đồng Tiến', number: '74-BC/ĐU' };
      expect(await correct(id, { what: 'header', set })).toMatchObject({ outcome: 'kept', applied: true });
      expect(await across()).toEqual(decided);
      await reindex(home);
      expect(await across()).toEqual(decided);
    });
  });
}
