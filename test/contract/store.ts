import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import { SearchResult, Trace } from '../../schemas/search.ts';
import type { Asker, IndexedReport, RecordFilter, ReportFilter, Store } from '../../search/port.ts';
import { parseQuery } from '../../search/query/parse.ts';
import { trace } from '../../search/trace.ts';
import { indexedReports, sampleExtraction, sampleReports, shaOf } from './sample-reports.ts';

const everybody: Asker = { collections: null };
const all = { offset: 0, limit: 100 };

export function entryFor({ extraction, collection, path }: IndexedReport): LedgerEntry {
  return {
    collection,
    path,
    sha256: extraction.sha256,
    size: 100,
    state: 'indexed',
    reason: null,
    detail: null,
    duplicateOf: null,
    pipelineVersion: extraction.pipelineVersion,
    attempts: 1,
    updated: '2023-07-01T00:00:00.000Z',
  };
}

export async function fill(store: Store): Promise<void> {
  for (const indexed of indexedReports()) await store.put(indexed, entryFor(indexed));
}

async function dumpOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of store.dump()) lines.push(line);
  return lines;
}

function indexed(
  name: string,
  change: Partial<IndexedReport> & { version?: string; text?: string } = {},
): IndexedReport {
  const { version = '1', text, ...rest } = change;
  const extraction = sampleExtraction(sampleReports.find((sample) => sample.name === name)!, version);
  if (text !== undefined) extraction.blocks[0]!.text = text;
  return { extraction, collection: 'chung', path: `/chung/${name}.docx`, ...rest };
}

/** What every adapter of `Store` does. `open` gives an empty one each time. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const idsFound = async (query: string, asker = everybody): Promise<string[]> => {
      const { hits } = await store.search(asker, parseQuery(query), all);
      return hits.map(({ report, block }) => `${report.id[0]}.${block}`);
    };
    const put = async (report: IndexedReport, change: Partial<LedgerEntry> = {}) =>
      store.put(report, { ...entryFor(report), ...change });

    test('an empty store answers everything with nothing', async () => {
      expect(await store.search(everybody, parseQuery('đối thoại'), all)).toMatchObject({ total: 0, hits: [] });
      expect(await store.list(everybody, 'flags', {}, all)).toEqual({ total: 0, records: [] });
      expect(await store.directives(everybody, {}, all)).toEqual({ total: 0, directives: [] });
      expect(await store.reports(everybody, all)).toEqual({ total: 0, reports: [] });
      expect(await store.report(everybody, 'abcd')).toBeNull();
      expect(await store.ledger.balance()).toMatchObject({ files: 0 });
      expect(await dumpOf(store)).toEqual([]);
      expect(await store.remove(shaOf('1'))).toBe(false);
    });

    test('put is written once; again it changes nothing', async () => {
      const report = indexed('1');
      expect(await put(report)).toBe('written');
      const before = await dumpOf(store);
      expect(await put(report, { updated: '2024-01-01T00:00:00.000Z' })).toBe('unchanged');
      expect(await dumpOf(store)).toEqual(before);
      expect((await store.ledger.get('chung', report.path))?.updated).toBe('2023-07-01T00:00:00.000Z');
    });

    test('a newer pipeline version replaces all records, an older one none', async () => {
      await put(indexed('1', { version: '9' }));
      expect(await put(indexed('1', { version: '10', text: 'Mở đầu mới' }))).toBe('written');
      expect(await idsFound('lãnh đạo')).toEqual([]);
      expect(await idsFound('"mở đầu mới"')).toEqual(['1.b1']);
      expect(await store.list(everybody, 'citations', {}, all)).toMatchObject({ total: 4 });
      expect(await put(indexed('1', { version: '9', text: 'Bản cũ' }))).toBe('newer-version-kept');
      expect(await idsFound('"mở đầu mới"')).toEqual(['1.b1']);
      expect(await idsFound('bản cũ')).toEqual([]);
      expect((await store.ledger.get('chung', '/chung/1.docx'))?.pipelineVersion).toBe('10');
    });

    test('another reading of the same version replaces the records', async () => {
      await put(indexed('7'));
      expect(await put(indexed('7', { text: 'Mở đầu mới' }))).toBe('written');
      expect(await idsFound('đề cương')).toEqual([]);
    });

    test('the same bytes in two collections are one report', async () => {
      await put(indexed('3'));
      expect(await put(indexed('3', { collection: 'phường', path: '/phường/x.docx' }))).toBe('written');
      expect((await store.reports(everybody, all)).total).toBe(1);
      const shown = await store.report({ collections: ['phường'] }, shaOf('3'));
      expect(shown).toMatchObject({ path: '/phường/x.docx', paths: ['/phường/x.docx'] });
      const { facets, total } = await store.search(everybody, parseQuery('điểm nóng'), all);
      expect(total).toBe(1);
      expect(facets.collection).toEqual([
        ['chung', 1],
        ['phường', 1],
      ]);
      expect(facets.issuer).toEqual([['Đảng ủy phường An Biên', 1]]);
    });

    test('a file with new bytes leaves nothing of the old ones', async () => {
      await put(indexed('1'));
      await put(indexed('2', { path: '/chung/1.docx' }));
      expect((await store.reports(everybody, all)).reports.map(({ id }) => id)).toEqual([shaOf('2')]);
      expect(await idsFound('lãnh đạo')).toEqual([]);
    });

    test('a duplicate is a place of the report; a file that fails loses it', async () => {
      const report = indexed('1');
      await put(report);
      const copy = {
        ...entryFor(report),
        path: '/chung/bản sao.docx',
        state: 'duplicate',
        duplicateOf: report.path,
      } as const;
      await store.ledger.write([copy]);
      expect((await store.report(everybody, shaOf('1')))?.paths).toEqual(['/chung/1.docx', '/chung/bản sao.docx']);
      await store.ledger.write([{ ...entryFor(report), state: 'failed', reason: 'secret-marking' }]);
      expect((await store.report(everybody, shaOf('1')))?.paths).toEqual(['/chung/bản sao.docx']);
      await store.ledger.write([{ ...copy, state: 'failed', reason: 'secret-marking', duplicateOf: null }]);
      expect(await store.report(everybody, shaOf('1'))).toBeNull();
      expect(await idsFound('đối thoại')).toEqual([]);
    });

    test('a file waiting to be read again is still found', async () => {
      const report = indexed('1');
      await put(report);
      await store.ledger.write([{ ...entryFor(report), state: 'queued', sha256: null }]);
      await store.ledger.write([{ ...entryFor(report), state: 'failed', sha256: null, reason: 'missing' }]);
      expect(await idsFound('lãnh đạo')).toEqual(['1.b1']);
    });

    test('remove takes out everything of a file', async () => {
      await fill(store);
      for (const { name } of sampleReports) expect(await store.remove(shaOf(name))).toBe(true);
      expect(await dumpOf(store)).toEqual([]);
      expect(await store.search(everybody, parseQuery('đối thoại'), all)).toMatchObject({ total: 0, hits: [] });
      for (const kind of ['citations', 'relations', 'indicators', 'issues', 'flags'] as const)
        expect(await store.list(everybody, kind, {}, all)).toEqual({ total: 0, records: [] });
      expect(await store.directives(everybody, {}, all)).toEqual({ total: 0, directives: [] });
      expect(await store.links(everybody, ['party|central|TW|QĐ|218|XI'])).toEqual([]);
      expect(await store.ledger.balance()).toMatchObject({ files: 0 });
      expect(await store.remove(shaOf('1'))).toBe(false);
    });

    test('reports come newest first, undated last, then by id', async () => {
      await fill(store);
      const { total, reports } = await store.reports(everybody, all);
      expect(total).toBe(8);
      expect(reports.map(({ id }) => id[0]).join('')).toBe('81523467');
      const page = await store.reports(everybody, { offset: 2, limit: 2 });
      expect(page.reports.map(({ id }) => id[0]).join('')).toBe('52');
      expect((await store.bodies(everybody)).map(({ report }) => report[0]).join('')).toBe('81523467');
    });

    test('one report by the beginning of its id, with all that was read', async () => {
      await fill(store);
      const report = await store.report(everybody, '4444');
      expect(report).toMatchObject({ id: shaOf('4'), number: '70-BC/ĐU', path: '/chung/4.docx' });
      expect(report?.paths).toEqual(['/chung/4.docx', '/phường/4.docx']);
      expect(report?.extraction).toEqual({
        ...sampleExtraction(sampleReports[3]!),
        source: '/chung/4.docx',
      });
      expect(await store.report(everybody, '444')).toBeNull();
      expect(await store.report(everybody, '%')).toBeNull();
    });

    test('nobody sees what lies outside their collections', async () => {
      await fill(store);
      const asker = { collections: ['chung'] };
      const nobody = { collections: [] };
      expect(await idsFound('sửa đổi')).toContain('8.b1');
      expect(await idsFound('sửa đổi', asker)).not.toContain('8.b1');
      expect(await store.report(asker, shaOf('8'))).toBeNull();
      expect((await store.reports(asker, all)).total).toBe(7);
      expect((await store.list(asker, 'relations', {}, all)).records.map(({ id }) => id)).not.toContain('8r0');
      const everyone = await store.directives(everybody, { number: '218-QĐ/TW' }, all);
      const some = await store.directives(asker, { number: '218-QĐ/TW' }, all);
      expect(everyone.directives[0]).toMatchObject({ reports: 4, mentions: 5 });
      expect(some.directives[0]).toMatchObject({ reports: 3, mentions: 4 });
      expect((await store.mentions(asker, ['party|central|TW|QĐ|218|', 'party|central|TW|QĐ|218|XI'], all)).total).toBe(
        4,
      );
      const { facets } = await store.search(asker, parseQuery('đối thoại'), all);
      expect(facets.collection?.map(([name]) => name)).toEqual(['chung']);
      expect((await store.search(nobody, parseQuery('đối thoại'), all)).total).toBe(0);
      expect((await store.list(nobody, 'flags', {}, all)).total).toBe(0);
      expect((await trace(store, nobody, '218-QĐ/TW')).directive).toBeNull();
    });

    const listed = async (
      kind: 'citations' | 'relations' | 'indicators' | 'issues' | 'flags',
      filter: Parameters<Store['list']>[2],
    ): Promise<string> => (await store.list(everybody, kind, filter, all)).records.map(({ id }) => id).join(' ');

    test('a place may be asked for within another, which tells homonyms apart', async () => {
      await fill(store);
      const found = async (within: string): Promise<string> => {
        const query = parseQuery('place="phường An Biên"');
        query.filters.place[0]!.within = within;
        return (await store.search(everybody, query, all)).hits.map(({ report }) => report.id[0]).join(' ');
      };
      expect(await found('quận Lê Chân')).toBe('3');
      expect(await found('QUAN LE CHAN')).toBe('3');
      expect(await found('Lê Chân')).toBe('');
      expect(await found('thị xã Đức Phổ')).toBe('');
    });

    test('lists of records, by every condition', async () => {
      await fill(store);
      expect(await listed('citations', {})).toBe('8c0 8c1 1c0 1c1 1c2 1c3 2c0 2c1 2c2 2c3 3c0 4c0 4c1 6c0 6c1');
      expect(await listed('citations', { directive: '218 QD TW' })).toBe('8c0 1c0 1c2 2c3 3c0');
      expect(await listed('citations', { directive: 'TU@51|NQ|8' })).toBe('4c0');
      expect(await listed('citations', { kind: 'Nghị quyết' })).toBe('1c3 4c0');
      expect(await listed('citations', { words: 'tinh uy' })).toBe('4c0');
      expect(await listed('relations', { directive: '47-KH/TU' })).toBe('1r1 2r0');
      expect(await listed('relations', { kind: 'thực hiện' })).toBe('1r0 2r0 4r0');
      expect(await listed('indicators', {})).toBe('1i0 1i1 3i0');
      expect(await listed('indicators', { words: 'dat thu hoi' })).toBe('1i1');
      expect(await listed('indicators', { words: 'ĐẤT' })).toBe('1i1');
      expect(await listed('indicators', { report: '3333' })).toBe('3i0');
      expect(await listed('indicators', { place: 'an bien' })).toBe('3i0');
      // Other units that are meant by the place: by their whole names, those of another chain left out.
      const meant = (within: string) => ({ place: 'phường Đức Phổ', places: [{ value: 'phường An Biên', within }] });
      expect(await listed('indicators', meant('quận Lê Chân'))).toBe('3i0');
      expect(await listed('indicators', meant('quận Hồng Bàng'))).toBe('');
      expect(await listed('indicators', { place: 'đức phổ', places: [{ value: 'an biên' }] })).toBe('');
      expect(await listed('indicators', { issuer: 'thành ủy' })).toBe('1i0 1i1');
      expect(await listed('indicators', { from: '2023-06-01' })).toBe('1i0 1i1');
      expect(await listed('indicators', { to: '2023-06-01' })).toBe('3i0');
      expect(await listed('indicators', { directive: '47-KH/TU' })).toBe('1i0 1i1');
      expect(await listed('issues', { topic: 'môi trường' })).toBe('2s0');
      expect(await listed('issues', { stance: 'mong muốn' })).toBe('3s0');
      expect(await listed('issues', { place: 'ho sen' })).toBe('3s0');
      expect(await listed('issues', { place: 'lê chân' })).toBe('2s0 3s0');
      expect(await listed('flags', { certain: true })).toBe('1f0');
      expect(await listed('flags', { certain: false })).toBe('2f0');
      expect(await listed('flags', { kind: 'percentage' })).toBe('2f0');
      expect(await listed('flags', { words: 'các phần cộng' })).toBe('1f0');
      expect(await listed('flags', { severity: 'error' })).toBe('1f0');
      expect(await listed('flags', { only: ['2f0'] })).toBe('2f0');
      expect(await listed('flags', { only: ['1f0 1-0', '2f0 other figures'] })).toBe('1f0');
      expect(await listed('flags', { only: [] })).toBe('');
      expect(await listed('flags', { except: ['1f0 1-0', '2f0 other figures'] })).toBe('2f0');
      expect(await listed('flags', { except: [] })).toBe('1f0 2f0');
      expect(await listed('flags', { only: ['1f0', '2f0'], except: ['2f0'], certain: true })).toBe('1f0');
      expect(await listed('issues', { certain: true })).toBe('');
      expect(await listed('flags', { words: '"; --' })).toBe('1f0 2f0');
    });

    test('a flag that several reports raise is told once, in the first of those asked for', async () => {
      const flags = indexed('1').extraction.flags.map((flag) => ({ ...flag, id: 'same' }));
      for (const name of ['1', '2', '4']) {
        const report = indexed(name);
        await put({ ...report, extraction: { ...report.extraction, flags: [...flags, { ...flags[0]!, id: name }] } });
      }
      const told = async (filter: RecordFilter, asker = everybody): Promise<string> => {
        const { total, records } = await store.list(asker, 'flags', filter, all);
        expect(records).toHaveLength(total);
        return records.map(({ id, report }) => `${id} of ${report.id[0]}`).join(', ');
      };
      expect(await told({})).toBe('same of 1, 1 of 1, 2 of 2, 4 of 4');
      expect(await told({ only: ['same'] })).toBe('same of 1');
      expect(await told({ report: '2222' })).toBe('same of 2, 2 of 2');
      expect(await told({ place: 'quang ngai' })).toBe('same of 4, 4 of 4');
      expect(await told({ to: '2023-06-01', certain: true })).toBe('same of 4, 4 of 4');
      await store.remove(shaOf('1'));
      expect(await told({ only: ['same'] })).toBe('same of 2');
    });

    test('what was checked is summed over the reports asked for', async () => {
      const checked = async (name: string, found: number, reason: string): Promise<void> => {
        const report = indexed(name);
        const byFate = { consistent: found - 3, flagged: 1, notCheckable: { [reason]: 2 } };
        const coverage = { claimsFound: found, claimsChecked: found - 2, byFate };
        await put({ ...report, extraction: { ...report.extraction, coverage } });
      };
      await checked('1', 10, 'open-list');
      await checked('2', 20, 'open-list');
      await checked('4', 40, 'perhaps-average');
      expect(await store.coverage(everybody, {})).toEqual({
        claimsFound: 70,
        claimsChecked: 64,
        byFate: { consistent: 61, flagged: 3, notCheckable: { 'open-list': 4, 'perhaps-average': 2 } },
      });
      const found = async (filter: ReportFilter, asker = everybody) =>
        (await store.coverage(asker, filter)).claimsFound;
      expect(await found({ report: '2222' })).toBe(20);
      expect(await found({ place: 'hai phong' })).toBe(30);
      expect(await found({ place: 'quảng ngãi', from: '2023-01-01' })).toBe(40);
      expect(await found({ directive: 'TU@51|NQ|8' })).toBe(40);
      expect(await found({ issuer: 'không ai' })).toBe(0);
      expect(await found({}, { collections: [] })).toBe(0);
    });

    test('lists say where a record stands, and page', async () => {
      await fill(store);
      const { total, records } = await store.list(everybody, 'citations', {}, { offset: 3, limit: 2 });
      expect(total).toBe(15);
      expect(records.map(({ id }) => id)).toEqual(['1c1', '1c2']);
      expect(records[0]).toMatchObject({
        quote: 'Kế hoạch số 47-KH/TU',
        page: 2,
        section: 'I.3',
        report: { id: shaOf('1'), number: '212-BC/TU', path: '/chung/1.docx' },
      });
    });

    test('directives: one per identity, unresolved numbers for themselves', async () => {
      await fill(store);
      const { total, directives } = await store.directives(everybody, {}, all);
      expect(total).toBe(9);
      expect(directives.map(({ identity, mentions }) => `${identity} ${mentions}`)).toEqual([
        'party|central|TW|QĐ|218|XI 5',
        'TU@31|KH|47 2',
        '#84qdtwdtn 1',
        'CP|NĐ|4|2015 1',
        'QU@LC|KH|31 1',
        'TU@31|NQ|8 1',
        'TU@51|NQ|8 1',
        'TW|QĐ|217 1',
        '~luat khieu nai 1',
      ]);
      expect(directives[0]).toEqual({
        identity: 'party|central|TW|QĐ|218|XI',
        number: '218-QĐ/TW',
        type: 'Quyết định',
        issuer: 'Bộ Chính trị',
        date: '2013-12-12',
        title: null,
        spellings: ['218-QĐ/TW'],
        reports: 4,
        mentions: 5,
      });
      expect(directives[8]).toMatchObject({ number: 'Luật Khiếu nại', spellings: [] });
      const found = async (filter: Parameters<Store['directives']>[1]) =>
        (await store.directives(everybody, filter, all)).directives.map(({ identity }) => identity);
      expect(await found({ number: '08-nq/tu' })).toEqual(['TU@31|NQ|8', 'TU@51|NQ|8']);
      expect(await found({ words: 'trung uong doan' })).toEqual(['#84qdtwdtn']);
      expect(await found({ number: 'luật khiếu nại' })).toEqual(['~luat khieu nai']);
      expect(await found({ number: '99-QĐ/TW' })).toEqual([]);
    });

    test('trace is the same for every spelling of the number', async () => {
      await fill(store);
      const traced = await trace(store, everybody, '218-QĐ/TW');
      expect(Trace.parse(traced)).toEqual(traced);
      for (const spelling of [
        '218-QD/TW',
        '218 QĐ/TW',
        '218qđ/tw',
        '218 qd tw',
        'Quyết định số 218-QĐ/TW',
        'party|central|TW|QĐ|218|XI',
      ])
        expect(await trace(store, everybody, spelling)).toEqual(traced);
      expect(traced.directive).toMatchObject({ number: '218-QĐ/TW', reports: 4, mentions: 5 });
      expect(
        traced.mentions.map(({ report, block, verb, modality }) => `${report.id[0]}.${block} ${verb} ${modality}`),
      ).toEqual([
        '8.b1 sửa đổi proposed',
        '1.b3 thực hiện done',
        '1.b4 triển khai done',
        '2.b5 null null',
        '3.b3 sơ kết planned',
      ]);
      expect(traced.mentions.map(({ quote }) => quote).slice(1, 3)).toEqual([
        'Thực hiện Quyết định số 218-QĐ/TW ngày 12/12/2013, các cấp ủy đã tiếp thu góp ý xây dựng Đảng.',
        'Kế hoạch số 47-KH/TU triển khai Quyết định số 218-QĐ/TW đến từng chi bộ.',
      ]);
      expect(traced.mentions[1]).toMatchObject({ actor: 'các cấp ủy', page: 2, section: 'I.2' });
      expect(traced.cascade).toEqual([
        { number: '47-KH/TU', via: 'triển khai', children: [{ number: '31-KH/QU', via: 'thực hiện', children: [] }] },
      ]);
      // Phổ Ninh's report names no period and is dated within the half-year; Quảng Ngãi reported on all of it.
      expect(traced.silent.map(({ unit, reports }) => `${unit.name} ${reports}`)).toEqual([
        'tỉnh Quảng Ngãi 1',
        'phường Phổ Ninh 1',
      ]);
    });

    test('one number of two provinces is two directives', async () => {
      await fill(store);
      const here = await trace(store, everybody, '08-NQ/TU', 'Quảng Ngãi');
      expect(here.directive?.identity).toBe('TU@51|NQ|8');
      expect(here.mentions.map(({ report }) => report.id[0])).toEqual(['4']);
      expect(here.others.map(({ identity }) => identity)).toEqual(['TU@31|NQ|8']);
      // of another province nobody expects to hear
      expect(here.silent.map(({ unit }) => unit.name)).toEqual([]);
      const there = await trace(store, everybody, '08-NQ/TU');
      expect(there.directive?.identity).toBe('TU@31|NQ|8');
      expect(there.others).toHaveLength(1);
    });

    test('trace without an answer, and of papers in a circle', async () => {
      await fill(store);
      expect((await trace(store, everybody, '999-QĐ/TW')).directive).toBeNull();
      expect((await trace(store, everybody, '')).directive).toBeNull();
      expect((await trace(store, everybody, '84-QĐ/TWĐTN')).directive?.number).toBe('84-QĐ/TWĐTN');
      const circle = indexed('2');
      circle.extraction.relations.push({
        ...circle.extraction.relations[0]!,
        id: 'back',
        from: '218-QĐ/TW',
        to: '31-KH/QU',
      });
      await put(circle);
      const { cascade } = await trace(store, everybody, '218-QĐ/TW');
      expect(cascade[0]?.children[0]).toEqual({ number: '31-KH/QU', via: 'thực hiện', children: [] });
    });

    test('a negated relation links nothing', async () => {
      await fill(store);
      expect(await store.links(everybody, ['CP|NĐ|4|2015'])).toEqual([]);
      expect(await store.links(everybody, ['party|central|TW|QĐ|218|XI'])).toEqual([
        { directive: 'TU@31|KH|47', number: '47-KH/TU', verb: 'triển khai' },
      ]);
    });

    test('letters that no person writes do no harm', async () => {
      const odd = indexed('1');
      const [first, second, third] = odd.extraction.blocks;
      first!.text = 'Nửa\ud83d cặp\u0000 và \u{1f600} cả 𝐀𝐁';
      second!.text = `${second!.text} ${'đ'.repeat(100_000)}`;
      third!.text = `${third!.text} "\\ \u2028 {[*]}`;
      odd.extraction.report = { ...odd.extraction.report, issuer: `Cơ quan ${'x'.repeat(40_000)}`, title: '\ud800' };
      await put(odd);
      expect(await idsFound('"nửa cặp và cả"')).toEqual(['1.b1']);
      expect(await idsFound('đđđ*')).toEqual(['1.b2']);
      expect(await idsFound('lãnh đạo issuer:"cơ quan"')).toEqual([]);
      expect(await idsFound('góp ý issuer:"cơ quan"')).toEqual(['1.b3']);
      const [hit] = (await store.search(everybody, parseQuery('nửa'), all)).hits;
      expect(hit?.text).toBe(first!.text.toWellFormed());
      expect((await store.report(everybody, '1111'))?.extraction.blocks).toEqual(odd.extraction.blocks);
    });

    test('answers have the shape of the schema', async () => {
      await fill(store);
      const result = await store.search(everybody, parseQuery('đối thoại trực tiếp'), all);
      expect(SearchResult.parse(result)).toEqual(result);
    });

    test('the ledger keeps, lists and balances', async () => {
      const report = indexed('1');
      const entry = entryFor(report);
      const entries: LedgerEntry[] = [
        { ...entry, path: '/b', state: 'queued', sha256: null, size: null },
        { ...entry, path: '/a', state: 'failed', reason: 'encrypted', detail: 'Tệp có mật khẩu' },
        { ...entry, path: '/c', collection: 'khác', state: 'partial' },
        { ...entry, path: '/d', state: 'duplicate', duplicateOf: '/e' },
      ];
      await store.ledger.write(entries);
      await store.ledger.write(entries);
      expect(await store.ledger.get('chung', '/a')).toEqual(entries[1]);
      expect(await store.ledger.get('khác', '/a')).toBeNull();
      const paths = async (filter: Parameters<Store['ledger']['list']>[0], page = all) =>
        (await store.ledger.list(filter, page)).map(({ path }) => path).join(' ');
      expect(await paths({})).toBe('/a /b /d /c');
      expect(await paths({ collection: 'chung' })).toBe('/a /b /d');
      expect(await paths({ state: 'failed' })).toBe('/a');
      expect(await paths({}, { offset: 1, limit: 2 })).toBe('/b /d');
      const balance = { files: 4, queued: 1, reading: 0, indexed: 0, partial: 1, failed: 1, duplicate: 1 };
      expect(await store.ledger.balance()).toEqual(balance);
      expect(await store.ledger.balance('khác')).toMatchObject({ files: 1, partial: 1 });
      expect(await store.ledger.collections()).toEqual(['chung', 'khác']);
      expect((await store.ledger.firstWithBytes('khác', entry.sha256!))?.path).toBe('/c');
      expect((await store.ledger.firstWithBytes('chung', entry.sha256!))?.path).toBe('/a');
      expect(await store.ledger.firstWithBytes('chung', shaOf('9'))).toBeNull();
    });

    test('the dump tells contents, not the way they came', async () => {
      await fill(store);
      const first = await dumpOf(store);
      for (const { name } of sampleReports) await store.remove(shaOf(name));
      for (const report of indexedReports().reverse()) {
        const moved = { ...report, path: `/nơi khác${report.path}` };
        moved.extraction.source = moved.path;
        await store.put(moved, { ...entryFor(moved), attempts: 3, updated: '2025-01-01T00:00:00.000Z' });
      }
      expect(await dumpOf(store)).toEqual(first);
      expect(first).toHaveLength(8 + 10);
    });

    test('health', async () => {
      await fill(store);
      const { kind, version, details, warnings } = await store.health();
      expect(kind).not.toBe('');
      expect(version).toMatch(/^\d+\./);
      expect(details.reports).toBe(8);
      expect(warnings).toEqual([]);
    });
  });
}
