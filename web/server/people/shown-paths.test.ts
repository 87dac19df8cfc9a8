import { expect, test } from 'vitest';
import type { LedgerEntry } from '../../../schemas/ledger.ts';
import { shownEntry, shownPath } from './shown-paths.ts';

test.each([
  ['/home/lan/bao-cao/a.docx', 'a.docx'],
  ['/data/uploads/ab/abcd/Báo cáo.pdf', 'Báo cáo.pdf'],
  ['/home/lan/quy-2.zip › xã/b.docx', 'quy-2.zip › xã/b.docx'],
  ['a.docx', 'a.docx'],
])('%s', (path, shown) => {
  expect(shownPath({ collections: null }, path)).toBe(shown);
  expect(shownPath({ collections: ['chung'], seesFolders: true }, path)).toBe(path);
});

test('a row of the ledger tells nothing of folders, whatever went wrong there', () => {
  const entry: LedgerEntry = {
    ...{ collection: 'chung', path: '/home/lan/b.docx', sha256: null, size: null, state: 'failed' },
    ...{
      reason: 'not-written',
      detail: "EACCES: permission denied, open '/var/kho/x'",
      duplicateOf: '/home/lan/a.docx',
    },
    ...{ pipelineVersion: '1', attempts: 3, updated: null },
  };
  const shown = shownEntry({ collections: null }, entry);
  expect(shown).toMatchObject({ path: 'b.docx', duplicateOf: 'a.docx', reason: 'not-written' });
  expect(JSON.stringify(shown)).not.toMatch(/home|var/);
  expect(shownEntry({ collections: null, seesFolders: true }, entry)).toBe(entry);
  expect(shownEntry({ collections: null }, { ...entry, reason: 'corrupt', detail: 'Tệp hỏng' }).detail).toBe(
    'Tệp hỏng',
  );
});
