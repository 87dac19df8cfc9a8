import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change, CorrectionRequest } from '../../schemas/correction.ts';
import type { RecordKind } from '../../search/port.ts';
import { parseQuery } from '../../search/query/parse.ts';
import { trace } from '../../search/trace.ts';
import { entryFor } from '../../test/contract/store.ts';
import { type Home, openHome } from '../compose.ts';
import { keepReading } from '../readings.ts';
import { comparablesOf, reconcile } from '../reconcile.ts';
import { reindex } from '../reindex.ts';
import { removeReport } from '../remove.ts';
import { resolveSettings } from '../settings.ts';
import { extractBytes } from '../stages.ts';
import { applyCorrections } from './apply.ts';
import { correctReport } from './correct.ts';

const everybody = { collections: null };
const all = { offset: 0, limit: 100 };
const now = new Date('2024-07-01T08:00:00.000Z');

const letterhead = (number: string, day: number): string[] => [
  'HUYỆN ỦY CÔ TÔ',
  'ĐẢNG ỦY XÃ ĐỒNG TIẾN',
  `Số ${number}`,
  `Đồng Tiến, ngày ${day} tháng 6 năm 2024`,
];
/** 12 dialogues in the one report, 15 in the other: two reports of one half year. */
const body = (dialogues: number): string[] => [
  'BÁO CÁO',
  dialogues === 12
    ? 'kết quả công tác dân vận 6 tháng đầu năm 2024'
    : 'kết quả thực hiện Quy chế dân chủ ở cơ sở 6 tháng đầu năm 2024',
  'I. KẾT QUẢ',
  ...(dialogues === 12
    ? []
    : ['Ban Chỉ đạo họp thường kỳ, phân công từng đồng chí theo dõi các thôn, nghe phản ánh tại chỗ.']),
  `Trong 6 tháng đầu năm 2024, toàn xã tổ chức ${dialogues} cuộc đối thoại trực tiếp với Nhân dân về xây dựng nông thôn mới.`,
  'Toàn xã có 134 đoàn viên, gồm 98 đoàn viên khối thôn và 21 đoàn viên khối trường học.',
  'Thực hiện Nghị quyết số 08-NQ/HU về chuyển đổi số, các chi bộ đã họp thôn.',
];

let folder: string;
let home: Home;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-corrections-'));
  home = await openHome(resolveSettings({ data: join(folder, 'data') }, {}).values);
});
afterEach(async () => {
  await home.close();
  rmSync(folder, { recursive: true });
});

/** Reads and writes a report as an ingest does; returns its id. */
async function ingest(name: string, lines: string[]): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  const extraction = await extractBytes(name, readFileSync(path), { maxPages: 10 });
  await keepReading(home.objects, extraction, path);
  const read = { ...extraction, sha256: extraction.sha256! };
  const indexed = { extraction: read, comparables: comparablesOf(read), collection: 'chung', path };
  await home.store.put(indexed, entryFor(indexed));
  await reconcile(home.store);
  return read.sha256;
}

const correct = (
  report: string,
  change: CorrectionRequest['change'],
  version = 0,
  asker: typeof everybody | { collections: string[] } = everybody,
) => correctReport(home, asker, { report, change, version }, 'Trần Thị Lan', now);
const records = async <K extends Exclude<RecordKind, 'flags'>>(report: string, kind: K) =>
  (await home.store.list(everybody, kind, { report }, all)).records;
const extraction = async (report: string) => (await home.store.report(everybody, report))!.extraction;
const flagsOf = async (report: string) => (await extraction(report)).flags.map(({ id, kind }) => ({ id, kind }));

test('a reading without corrections is what it was; so are records made anew from its blocks', async () => {
  const path = new URL('../../fixtures/documents/an-khanh-2023.docx', import.meta.url);
  const read = await extractBytes('a.docx', readFileSync(path), { maxPages: 100 });
  const named = { ...read, sha256: read.sha256! };
  expect(await applyCorrections(named, [])).toBe(named);
  const same: Change = { what: 'header', set: { number: read.report.number } };
  const entry = { report: named.sha256, by: 'Lan', at: now.toISOString(), undoes: null, comment: null };
  expect(await applyCorrections(named, [{ ...entry, version: 1, change: same }])).toEqual(named);
});

describe('a corrected header', () => {
  const known = ['xã Đồng Tiến', 'huyện Cô Tô', 'tỉnh Quảng Ninh'];

  test('counts in search, traces and checks, and in what is derived from it', async () => {
    await ingest('a.txt', [...letterhead('45-BC/ĐU', 14), ...body(12)]);
    const bare = await ingest('b.txt', body(15));
    expect((await extraction(bare)).report).toMatchObject({ number: null, units: [], date: null });
    expect((await home.store.comparisons!.flags(everybody, {}, all)).total).toBe(0);

    const set = { number: '47-BC/ĐU', date: '2024-06-18', issuer: 'Đảng ủy xã Đồng Tiến', place: known.join(', ') };
    expect(await correct(bare, { what: 'header', set })).toMatchObject({ outcome: 'kept', applied: true });
    const { report, citations } = await extraction(bare);
    expect(report).toMatchObject({ number: '47-BC/ĐU', date: '2024-06-18' });
    expect(report.units.map(({ name }) => name)).toEqual(known.toReversed());
    const found = await home.store.search(everybody, parseQuery('place:"Cô Tô" đối thoại'), all);
    expect(new Set(found.hits.map((hit) => hit.report.id))).toContain(bare);
    // the body whose resolution it is lies in the place the person named
    const there = await trace(home.store, everybody, '08-NQ/HU');
    expect(there.directive?.reports).toBe(2);
    expect(citations.map(({ directive }) => directive)).toContain(there.directive?.identity);
    const { records: across } = await home.store.comparisons!.flags(everybody, {}, all);
    expect(across).toMatchObject([{ kind: 'cross-report', stated: '15 cuộc' }]);
  });

  test('leaves flags what they are called, so that decisions stay with them', async () => {
    const id = await ingest('a.txt', [...letterhead('45-BC/ĐU', 14), ...body(12)]);
    const before = await flagsOf(id);
    expect(before).toMatchObject([{ kind: 'parts-total' }]);
    await correct(id, { what: 'header', set: { issuer: 'Ban Chấp hành Đảng bộ xã', period: 'quý II năm 2024' } });
    expect(await flagsOf(id)).toEqual(before);
    expect((await extraction(id)).report).toMatchObject({
      issuer: 'Ban Chấp hành Đảng bộ xã',
      period: { from: '2024-04-01', to: '2024-06-30' },
    });
  });

  test('may say that the report does not say it', async () => {
    const id = await ingest('a.txt', [...letterhead('45-BC/ĐU', 14), ...body(12)]);
    await correct(id, { what: 'header', set: { number: null, period: null, place: null } });
    expect((await extraction(id)).report).toMatchObject({ number: null, period: null, units: [] });
  });

  test.each([
    [{ place: 'xã Không Có Thật' }, 'place'],
    [{ period: 'một lúc nào đó' }, 'period'],
  ])('that names nothing is refused: %j', async (set, what) => {
    const id = await ingest('a.txt', body(12));
    expect(await correct(id, { what: 'header', set })).toEqual({ outcome: 'unknown', what });
    expect(await home.desk.corrections.of(id)).toEqual([]);
  });
});

describe('corrected records', () => {
  test('one that is rejected is nowhere, until that is taken back', async () => {
    const id = await ingest('a.txt', body(12));
    const [figure] = await records(id, 'indicators');
    const before = (await records(id, 'indicators')).length;
    const rejected = { what: 'reject', kind: 'indicators', record: figure!.id } as const;
    expect(await correct(id, rejected)).toMatchObject({ outcome: 'kept', applied: true });
    expect(await records(id, 'indicators')).toHaveLength(before - 1);
    expect(await correct(id, rejected, 1)).toEqual({ outcome: 'unknown', what: 'record' });
    expect(await correct(id, { what: 'undo', version: 1 }, 1)).toMatchObject({ outcome: 'kept', applied: true });
    expect(await records(id, 'indicators')).toHaveLength(before);
    expect(await correct(id, { what: 'undo', version: 1 }, 2)).toEqual({ outcome: 'unknown', what: 'correction' });
    expect(await home.desk.corrections.of(id)).toHaveLength(2);
  });

  test('a citation is linked to another document, and no more to the one it was', async () => {
    const id = await ingest('a.txt', [...letterhead('45-BC/ĐU', 14), ...body(12)]);
    const citation = (await records(id, 'citations')).find(({ number }) => number === '08-NQ/HU');
    const link = { what: 'link', citation: citation!.id, number: '08-NQ/TU', directive: 'TU@22|NQ|8' } as const;
    expect(await correct(id, link)).toMatchObject({ outcome: 'kept' });
    expect((await trace(home.store, everybody, '08-NQ/TU')).mentions).toHaveLength(1);
    expect((await trace(home.store, everybody, '08-NQ/HU')).mentions).toHaveLength(0);
    const loose = { what: 'link', citation: citation!.id, number: null, directive: null } as const;
    expect(await correct(id, loose, 1)).toMatchObject({ outcome: 'kept' });
    expect((await trace(home.store, everybody, '08-NQ/TU')).mentions).toHaveLength(0);
  });

  test('a figure that was misread contradicts no other report any more', async () => {
    await ingest('a.txt', [...letterhead('45-BC/ĐU', 14), ...body(12)]);
    const id = await ingest('b.txt', [...letterhead('47-BC/ĐU', 18), ...body(15)]);
    const across = async () => (await home.store.comparisons!.flags(everybody, {}, all)).total;
    expect(await across()).toBe(1);
    const figure = (await records(id, 'indicators')).find(({ value }) => value === 15)!;
    await correct(id, { what: 'figure', indicator: figure.id, value: 12, unit: figure.unit });
    expect((await records(id, 'indicators')).find((one) => one.id === figure.id)).toMatchObject({
      value: 12,
      raw: '15',
    });
    expect(await across()).toBe(0);
  });
});

describe('corrections', () => {
  const header = { what: 'header', set: { number: '99-BC/ĐU' } } as const;
  const numberOf = async (id: string) => (await extraction(id)).report.number;

  test('stay when the report is read again, indexed again, taken out and put back', async () => {
    const lines = [...letterhead('45-BC/ĐU', 14), ...body(12)];
    const id = await ingest('a.txt', lines);
    await correct(id, header);
    expect(await numberOf(id)).toBe('99-BC/ĐU');
    await ingest('again.txt', lines);
    expect(await numberOf(id)).toBe('99-BC/ĐU');
    await reindex(home);
    expect(await numberOf(id)).toBe('99-BC/ĐU');
    await removeReport(home, id);
    await ingest('a.txt', lines);
    expect(await numberOf(id)).toBe('99-BC/ĐU');
  });

  test('by two people at once: one is kept, the other is told; neither is lost', async () => {
    const id = await ingest('a.txt', body(12));
    const other = { what: 'header', set: { signer: 'Phạm Văn Bình' } } as const;
    const outcomes = await Promise.all([correct(id, header), correct(id, other)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'kept']);
    await correct(id, outcomes[0]!.outcome === 'kept' ? other : header, 1);
    expect((await extraction(id)).report).toMatchObject({ number: '99-BC/ĐU', signer: 'Phạm Văn Bình' });
  });

  test('one made while the report is being written counts as well', async () => {
    const id = await ingest('a.txt', body(12));
    await removeReport(home, id);
    const writing = ingest('a.txt', body(12));
    await home.desk.corrections.add({
      report: id,
      version: 1,
      by: 'Lan',
      at: now.toISOString(),
      undoes: null,
      comment: null,
      change: header,
    });
    await writing;
    expect(await numberOf(id)).toBe('99-BC/ĐU');
  });

  test('of a report that is not there, or that is not shown to whoever asks, are refused', async () => {
    const id = await ingest('a.txt', body(12));
    expect(await correct(id, header, 0, { collections: ['khác'] })).toEqual({ outcome: 'unknown', what: 'report' });
    expect(await correct('f'.repeat(64), header)).toEqual({ outcome: 'unknown', what: 'report' });
    expect(await correct(id, { what: 'reject', kind: 'issues', record: 'x' })).toEqual({
      outcome: 'unknown',
      what: 'record',
    });
  });

  test('wait for the next ingest where the reading is gone', async () => {
    const id = await ingest('a.txt', body(12));
    rmSync(join(folder, 'data/readings'), { recursive: true });
    expect(await correct(id, header)).toMatchObject({ outcome: 'kept', applied: false });
    expect(await numberOf(id)).toBeNull();
    await ingest('a.txt', body(12));
    expect(await numberOf(id)).toBe('99-BC/ĐU');
  });
});
