import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DecisionState, DeskFlag, FlagFile, SignOffStatus } from '../../schemas/decision.ts';
import type { Flag } from '../../schemas/flag.ts';
import type { Asker, IndexedReport } from '../../search/port.ts';
import { openSqliteStore, type SqliteStore } from '../../search/sqlite/store.ts';
import { sampleExtraction, sampleReports, shaOf } from '../../test/contract/sample-reports.ts';
import { entryFor, fill } from '../../test/contract/store.ts';
import { decideFlags, undoDecision } from './decide.ts';
import { countFlags, type FlagFilter, flagFile, listFlags } from './flags.ts';
import { signOff, signOffStatus } from './sign-off.ts';

const everybody: Asker = { collections: null };
const all = { offset: 0, limit: 100 };
const now = new Date('2023-07-01T08:00:00.000Z');
const later = new Date('2023-07-02T08:00:00.000Z');

let store: SqliteStore;
let reading: { store: SqliteStore; desk: SqliteStore['desk'] };
beforeEach(async () => {
  store = openSqliteStore(':memory:');
  reading = { store, desk: store.desk };
  await fill(store);
  await compareReports();
});
afterEach(() => store.close());

/** Reports 1 and 2 say something different under one key: a flag between them, beside 1f0 and 2f0 within them. */
async function compareReports(figures = 'A'): Promise<void> {
  for (const name of ['1', '2']) {
    const report = reportOf(name);
    const facts = [{ keys: ['figure:x'], value: '', fact: JSON.stringify({ name, figures }) }];
    const comparables = { age: name, sketch: '{}', bands: [], issuer: null, period: null, facts };
    await store.remove(shaOf(name));
    await store.put({ ...report, comparables }, entryFor(report));
  }
  await store.comparisons.reconcile(
    {
      isSame: () => false,
      flags: (_key, facts) => [
        {
          ...reportOf('1').extraction.flags[0]!,
          id: 'across',
          fingerprint: facts.join(),
          kind: 'cross-report',
          severity: 'warning',
          evidence: ['1', '2'].map((name) => {
            const { block, start, end, quote } = reportOf(name).extraction.flags[0]!.evidence[0]!;
            return { role: 'stated', block, start, end, quote, source: shaOf(name) };
          }),
        },
      ],
    },
    'waiting',
  );
}

function reportOf(name: string, change: Partial<Flag> = {}): IndexedReport {
  const sample = sampleReports.find((one) => one.name === name)!;
  const extraction = sampleExtraction(sample);
  const flags = extraction.flags.map((flag) => ({ ...flag, ...change }));
  const collection = sample.collections[0]!;
  return { extraction: { ...extraction, flags }, collection, path: `/${collection}/${name}.docx` };
}

const put = async (name: string, change: Partial<Flag>): Promise<void> => {
  const report = reportOf(name, change);
  await store.put(report, entryFor(report));
};

const listed = async (filter: FlagFilter = {}, page = all, asker = everybody): Promise<string> => {
  const { total, records } = await listFlags(reading, asker, filter, page);
  if (page === all) expect(records).toHaveLength(total);
  return records.map(({ id, state }) => `${id} ${state}`).join(', ');
};

const decide = (flag: string, version: number, state: DecisionState, more = {}) =>
  decideFlags(reading, everybody, [{ flag, version, state, ...more }], 'Trần Thị Lan', now).then(([one]) => one!);

describe('flags on the desk', () => {
  test('those within reports come first, those between reports after them, page by page', async () => {
    expect(await listed()).toBe('1f0 open, 2f0 open, across open');
    expect(await listed({}, { offset: 1, limit: 1 })).toBe('2f0 open');
    expect(await listed({}, { offset: 1, limit: 2 })).toBe('2f0 open, across open');
    expect(await listed({}, { offset: 2, limit: 2 })).toBe('across open');
    expect(await listed({}, { offset: 3, limit: 2 })).toBe('');
    const { records } = await listFlags(reading, everybody, {}, all);
    for (const flag of records) expect(DeskFlag.parse(flag)).toEqual(flag);
    expect(records.map(({ report, reports }) => `${report.id[0]} ${reports.map(({ id }) => id[0])}`)).toEqual([
      '1 1',
      '2 2',
      '1 1,2',
    ]);
  });

  test('are asked for by state, assignee and whatever else', async () => {
    await decide('1f0', 0, 'confirmed', { assignee: 'Lan' });
    await decide('across', 0, 'dismissed', { reason: 'hai kỳ khác nhau', assignee: 'Bình' });
    await decide('2f0', 0, 'open', { assignee: 'Lan' });
    expect(await listed({ state: 'confirmed' })).toBe('1f0 confirmed');
    expect(await listed({ state: 'dismissed' })).toBe('across dismissed');
    expect(await listed({ state: 'fixed' })).toBe('');
    expect(await listed({ state: 'open' })).toBe('2f0 open');
    expect(await listed({ assignee: 'Lan' })).toBe('1f0 confirmed, 2f0 open');
    expect(await listed({ assignee: 'Lan', state: 'open' })).toBe('2f0 open');
    expect(await listed({ assignee: 'Bình', state: 'open' })).toBe('');
    expect(await listed({ assignee: 'Bình', severity: 'warning' })).toBe('across dismissed');
    expect(await listed({ state: 'confirmed', certain: false })).toBe('');
    expect(await listed({ severity: 'error' })).toBe('1f0 confirmed');
  });

  test('one that somebody may not see is not there for them', async () => {
    const asker = { collections: ['phường'] };
    expect(await listed({}, all, asker)).toBe('');
    expect(await flagFile(reading, asker, '1f0')).toBeNull();
    expect(await decideFlags(reading, asker, [{ flag: '1f0', version: 0, state: 'confirmed' }], 'Lan', now)).toEqual([
      { flag: '1f0', outcome: 'unknown' },
    ]);
    expect(await reading.desk.decisions.of('1f0')).toEqual([]);
  });

  test('one flag brings the place of every piece of evidence and all that was said', async () => {
    await decide('across', 0, 'confirmed', { comment: 'đã gọi điện cho đơn vị' });
    const file = (await flagFile(reading, everybody, 'across'))!;
    expect(FlagFile.parse(file)).toEqual(file);
    expect(file.places.map(({ report, section, page }) => [report[0], section, page])).toEqual(
      ['1', '2'].map((name) => {
        const { blocks, flags } = reportOf(name).extraction;
        const block = blocks.find(({ id }) => id === flags[0]!.evidence[0]!.block)!;
        return [name, block.section, block.page];
      }),
    );
    expect(file.history).toMatchObject([{ by: 'Trần Thị Lan', comment: 'đã gọi điện cho đơn vị' }]);
    expect(await flagFile(reading, everybody, 'không có')).toBeNull();
  });

  test('counts tell what was decided', async () => {
    await decide('1f0', 0, 'confirmed');
    await decide('2f0', 0, 'open', { comment: 'chờ văn bản gốc' });
    expect(await countFlags(reading, everybody, {})).toMatchObject({ flagged: 3, decided: 1 });
    expect(await countFlags(reading, everybody, { report: shaOf('2') })).toMatchObject({ flagged: 2, decided: 0 });
  });
});

describe('decisions', () => {
  test('of two at once one is kept, and the other is told what was said', async () => {
    const [lan, binh] = await Promise.all([
      decideFlags(reading, everybody, [{ flag: '1f0', version: 0, state: 'confirmed' }], 'Lan', now),
      decideFlags(reading, everybody, [{ flag: '1f0', version: 0, state: 'fixed' }], 'Bình', now),
    ]);
    const outcomes = [...lan, ...binh];
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'kept']);
    const [kept] = await reading.desk.decisions.of('1f0');
    expect(outcomes.find(({ outcome }) => outcome === 'conflict')).toMatchObject({ latest: kept });
  });

  test('many together: each meets its own outcome', async () => {
    await decide('1f0', 0, 'confirmed');
    const requests = ['1f0', 'gone', '2f0'].map((flag) => ({ flag, version: 0, state: 'fixed' as const }));
    const outcomes = await decideFlags(reading, everybody, requests, 'Bình', now);
    expect(outcomes.map(({ flag, outcome }) => `${flag} ${outcome}`)).toEqual([
      '1f0 conflict',
      'gone unknown',
      '2f0 kept',
    ]);
  });

  test('what is not said stays: the assignee, and the reason of a state that stays', async () => {
    await decide('1f0', 0, 'dismissed', { reason: 'làm tròn', assignee: 'Lan' });
    expect(await decide('1f0', 1, 'dismissed', { comment: 'xem lại sau' })).toMatchObject({
      decision: { reason: 'làm tròn', assignee: 'Lan', comment: 'xem lại sau' },
    });
    expect(await decide('1f0', 2, 'confirmed', { assignee: null })).toMatchObject({
      decision: { reason: null, assignee: null, comment: null },
    });
  });

  test('are taken back one after another, and each taking back is an entry', async () => {
    await decide('1f0', 0, 'dismissed', { reason: 'làm tròn' });
    await decide('1f0', 1, 'confirmed');
    const undo = (version: number) => undoDecision(reading, everybody, { flag: '1f0', version }, 'Bình', later);
    expect(await undo(2)).toMatchObject({ decision: { state: 'dismissed', reason: 'làm tròn', undoes: 2 } });
    expect(await undo(2)).toMatchObject({ outcome: 'conflict', latest: { version: 3 } });
    expect(await undo(3)).toMatchObject({ decision: { state: 'open', undoes: 1, by: 'Bình' } });
    expect(await undo(4)).toEqual({ flag: '1f0', outcome: 'nothing-to-undo' });
    await decide('1f0', 4, 'fixed');
    expect(await undo(5)).toMatchObject({ decision: { state: 'open', undoes: 5 } });
    expect(await reading.desk.decisions.of('1f0')).toHaveLength(6);
  });

  test('stay with the flag when the report is read again, taken out and put back', async () => {
    await decide('1f0', 0, 'confirmed');
    await put('1', { stated: '26', message: { vi: 'Lời khác', en: 'Other words' } });
    expect(await listed({ state: 'confirmed' })).toBe('1f0 confirmed');
    await store.remove(shaOf('1'));
    expect(await listed({ state: 'confirmed' })).toBe('');
    await put('1', {});
    expect(await listed({ state: 'confirmed' })).toBe('1f0 confirmed');
  });

  test.each(['confirmed', 'dismissed', 'fixed'] as const)(
    'a flag that was %s is open again when its figures change, and says so',
    async (state) => {
      await decide('1f0', 0, state, { reason: 'đã xem', assignee: 'Lan' });
      await put('1', { fingerprint: '12+13=27' });
      expect(await listed({ state })).toBe('');
      expect(await listed({ state: 'open', kind: 'parts-total' })).toBe('1f0 open');
      expect(await listed({ state: 'open', assignee: 'Lan' })).toBe('1f0 open');
      const { flag, history } = (await flagFile(reading, everybody, '1f0'))!;
      expect(flag).toMatchObject({ reopenedBecause: 'figures-changed', assignee: 'Lan', decision: { state } });
      expect(history).toHaveLength(1);
      expect(await decide('1f0', 1, 'confirmed')).toMatchObject({ outcome: 'kept' });
      expect(await listed({ state: 'confirmed' })).toBe('1f0 confirmed');
    },
  );

  test('the same between two reports', async () => {
    await decide('across', 0, 'confirmed');
    await compareReports('A');
    expect(await listed({ state: 'confirmed' })).toBe('across confirmed');
    await compareReports('B');
    expect(await listed({ state: 'confirmed' })).toBe('');
    expect(await listed({ kind: 'cross-report' })).toBe('across open');
  });
});

describe('the sign-off of a report', () => {
  const sign = (version: number, signed = true, by = 'Lê Văn Bình') =>
    signOff(reading, everybody, { report: '1111', version, signed }, by, now);
  const status = async () => {
    const found = await signOffStatus(reading, everybody, shaOf('1'));
    expect(SignOffStatus.parse(found)).toEqual(found);
    return found!;
  };

  test('keeps what there was to see', async () => {
    expect(await status()).toMatchObject({ signOff: null, upToDate: false });
    await decide('1f0', 0, 'confirmed');
    expect(await sign(0)).toMatchObject({ outcome: 'kept' });
    const { signOff: kept, ...rest } = await status();
    expect(kept).toMatchObject({ by: 'Lê Văn Bình', counts: { flagged: 2, decided: 1 }, report: shaOf('1') });
    expect(Object.keys(kept!.flags).sort()).toEqual(['1f0', 'across']);
    expect(rest).toEqual({ added: [], changed: [], gone: [], upToDate: true });
  });

  test('is out of date with a new flag or changed figures, not with one that is gone', async () => {
    await sign(0);
    await put('1', { fingerprint: 'other' });
    // written without its comparables, the report is compared with none
    expect(await status()).toMatchObject({ changed: ['1f0'], added: [], upToDate: false });
    await sign(1);
    await put('1', { id: 'new', fingerprint: 'other' });
    expect(await status()).toMatchObject({ added: ['new'], gone: ['1f0'], upToDate: false });
    await sign(2);
    await store.put(
      { ...reportOf('1'), extraction: { ...reportOf('1').extraction, flags: [] } },
      entryFor(reportOf('1')),
    );
    expect(await status()).toMatchObject({ gone: ['new'], upToDate: true });
  });

  test('is given by one and taken back by name', async () => {
    const both = await Promise.all([sign(0), sign(0, true, 'Trần Thị Lan')]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'kept']);
    expect(await sign(1, false)).toMatchObject({ outcome: 'kept', signOff: { signed: false, undoes: 1 } });
    expect(await status()).toMatchObject({ upToDate: false, signOff: { signed: false } });
    expect(await signOff(reading, everybody, { report: 'ffff', version: 0, signed: true }, 'x', now)).toEqual({
      outcome: 'unknown',
    });
    expect(await signOffStatus(reading, { collections: [] }, shaOf('1'))).toBeNull();
  });
});
