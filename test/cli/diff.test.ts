import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportText } from '../../pipeline/series/testing/half-years.ts';
import { Diff } from '../../schemas/diff.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-diff-'));
const at = (name: string) => join(folder, name);
const doisoat = (...args: string[]) => run([...args, '--data', at('data')]);
const version = (settled: string, directive: string) =>
  reportText({
    number: '31-BC/ĐU',
    day: '14 tháng 6 năm 2023',
    period: '6 tháng đầu năm 2023',
    lines: [
      `Thực hiện Quyết định số ${directive} của Bộ Chính trị, Đảng ủy đã ban hành kế hoạch.`,
      `Trong 6 tháng đầu năm 2023, toàn phường hòa giải thành ${settled} vụ việc.`,
    ],
  });

beforeAll(async () => {
  writeFileSync(at('draft.txt'), version('14', '217-QĐ/TW'));
  writeFileSync(at('final.txt'), version('12', '218-QĐ/TW'));
  await doisoat('ingest', at('draft.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a report of the store and a file: what changed, with both quotes', async () => {
  const { hits } = JSON.parse((await doisoat('search', 'hòa giải', '--json')).stdout);
  const id: string = hits[0].report.id;
  const { stdout, status } = await doisoat('diff', id.slice(0, 12), at('final.txt'), '--json');
  expect(status).toBe(0);
  const { figures, citations } = Diff.parse(JSON.parse(stdout));
  expect(figures).toMatchObject({ added: [], removed: [], changed: [{ old: { raw: '14' }, new: { raw: '12' } }] });
  expect(citations.changed).toMatchObject([{ old: { number: '217-QĐ/TW' }, new: { number: '218-QĐ/TW' } }]);

  const shown = (await doisoat('diff', at('draft.txt'), at('final.txt'))).stdout;
  for (const words of ['- vụ việc hòa giải thành: 14', '+ vụ việc hòa giải thành: 12', '217-QĐ/TW'])
    expect(shown).toContain(words);
  expect((await doisoat('diff', at('draft.txt'), at('draft.txt'))).stdout).toContain('Không có số liệu');
});

test.each([['0123abcd'], ['không-có.docx'], ['../x']])(
  '%s is neither a file nor a report: that is said',
  async (name) => {
    const { status, stderr } = await doisoat('diff', at('draft.txt'), name);
    expect([status, stderr]).toEqual([2, expect.stringContaining(name)]);
  },
);
