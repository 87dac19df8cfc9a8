import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, start } from './run.ts';

// What an auditor does at the command line, and that all of it is still there after a backup was restored.

const folder = mkdtempSync(join(tmpdir(), 'doisoat-desk-'));
const doisoat = (...args: string[]) => run([...args, '--data', join(folder, 'data')]);
const json = async (...args: string[]) => JSON.parse((await doisoat(...args, '--json')).stdout);
const PASSWORD = 'cầu phao Vĩnh Ngọc';

/** A report whose parts do not add up; `total` is what it states. */
const report = (total: number): string =>
  [
    'ĐẢNG ỦY PHƯỜNG VĨNH NGỌC',
    'Số 21-BC/ĐU',
    'Vĩnh Ngọc, ngày 12 tháng 6 năm 2023',
    'BÁO CÁO',
    'kết quả công tác dân vận 6 tháng đầu năm 2023',
    `Phường có ${total} tổ chức cơ sở đảng, gồm 98 chi bộ tổ dân phố, 21 chi bộ trường học và 14 chi bộ doanh nghiệp.`,
  ].join('\n');

let flag: string;
beforeAll(async () => {
  writeFileSync(join(folder, 'report.txt'), report(134));
  await doisoat('ingest', join(folder, 'report.txt'));
  [{ id: flag }] = (await json('flags')).records;
});
afterAll(() => rmSync(folder, { recursive: true }));

const decide = (...args: string[]) => doisoat('flags', 'decide', flag, ...args);

/** Runs the command with a line on its standard input. */
async function withLine(line: string, ...args: string[]): Promise<{ status: number; said: string }> {
  const shell = ['sh', '-c', 'printf "%s\\n" "$LINE" | "$@"', 'sh'];
  const child = start([...args, '--data', join(folder, 'data')], { LINE: line }, shell);
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [status] = await once(child, 'close');
  return { status, said };
}

describe('a flag', () => {
  test('is open, with the id to decide on it by', async () => {
    const { stdout } = await doisoat('flags');
    expect(stdout).toContain(`Mã ${flag} · chưa kết luận`);
    expect((await json('flags', '--state', 'open')).records).toMatchObject([{ id: flag, state: 'open', version: 0 }]);
  });

  test.each([
    [['--state', 'confirmed'], '--by'],
    [['--by', 'Lan'], '--state'],
    [['--by', 'Lan', '--state', 'wrong'], 'open | confirmed | dismissed | fixed'],
    [['--by', 'Lan', '--state', 'dismissed'], '--reason'],
  ])('is not decided on by half: %j', async (args, missing) => {
    const { status, stderr } = await decide(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(missing);
    expect((await json('flags', 'history', flag)).history).toEqual([]);
  });

  test('that is not there cannot be decided on', async () => {
    const { status, stdout } = await doisoat('flags', 'decide', 'ffff', '--state', 'fixed', '--by', 'Lan');
    expect(status).toBe(2);
    expect(stdout).toContain('ffff');
    expect((await doisoat('flags', 'paint', flag)).status).toBe(2);
    expect((await doisoat('flags', 'decide')).status).toBe(2);
  });

  test('decided on by several people at once keeps what each of them was told is kept', async () => {
    const names = ['Lan', 'Bình', 'Hoa', 'Dũng'];
    const outcomes = await Promise.all(names.map((by) => decide('--state', 'confirmed', '--by', by, '--json')));
    const { history } = await json('flags', 'history', flag);
    const kept = outcomes.filter(({ status }) => status === 0).map(({ stdout }) => JSON.parse(stdout).decision);
    const told = outcomes.filter(({ status }) => status !== 0).map(({ stdout }) => JSON.parse(stdout));
    expect(kept.sort((a, b) => a.version - b.version)).toEqual(history);
    for (const { outcome, latest } of told) {
      expect(outcome).toBe('conflict');
      expect(history).toContainEqual(latest);
    }
  });

  test('is dismissed with a reason, and that is taken back', async () => {
    expect((await decide('--state', 'dismissed', '--reason', 'đếm hai lần', '--by', 'Lan')).status).toBe(0);
    expect((await json('flags', '--state', 'dismissed')).total).toBe(1);
    expect((await doisoat('flags', 'undo', flag, '--by', 'Bình')).stdout).toContain('xác nhận có sai');
    expect((await json('flags', '--state', 'dismissed')).total).toBe(0);
    const { stdout } = await doisoat('flags', 'history', flag);
    expect(stdout).toContain('lý do: đếm hai lần');
    expect(stdout).toMatch(/lấy lại lần \d/);
  });

  test('goes into a protocol that can be opened', async () => {
    for (const name of ['protocol.xlsx', 'protocol.docx']) {
      expect((await doisoat('protocol', join(folder, name))).stdout).toContain(name);
      expect(readFileSync(join(folder, name)).subarray(0, 2).toString()).toBe('PK');
    }
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    await book.xlsx.readFile(join(folder, 'protocol.xlsx'));
    const words = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
    for (const said of ['98 chi bộ tổ dân phố', 'xác nhận có sai', 'Độc lập - Tự do - Hạnh phúc'])
      expect(words).toContain(said);
    expect((await doisoat('protocol', join(folder, 'protocol.pdf'))).status).toBe(2);
    expect(existsSync(join(folder, 'protocol.pdf'))).toBe(false);
  });

  test('keeps its history when the report is read again, and is open again when its figures change', async () => {
    await doisoat('reindex');
    expect((await json('flags', '--state', 'confirmed')).total).toBe(1);
    writeFileSync(join(folder, 'report.txt'), report(136));
    await doisoat('ingest', join(folder, 'report.txt'));
    expect((await json('flags', '--state', 'confirmed')).total).toBe(0);
    expect((await json('flags')).records).toMatchObject([{ id: flag, reopenedBecause: 'figures-changed' }]);
    expect((await doisoat('flags')).stdout).toContain('mở lại vì số liệu đã thay đổi');
    writeFileSync(join(folder, 'report.txt'), report(134));
    await doisoat('ingest', join(folder, 'report.txt'));
    expect((await json('flags', '--state', 'confirmed')).total).toBe(1);
  });
});

describe('accounts and collections', () => {
  test('a password comes by standard input, never by the command line', async () => {
    const added = await withLine(
      PASSWORD,
      'accounts',
      'add',
      'lan',
      '--role',
      'administrator',
      '--name',
      'Trần Thị Lan',
    );
    expect(added).toMatchObject({ status: 0, said: expect.stringContaining('lan') });
    expect((await withLine('ngắn', 'accounts', 'add', 'hoa', '--role', 'reader')).status).toBe(2);
    expect((await withLine(PASSWORD, 'accounts', 'add', 'lan', '--role', 'reader')).status).toBe(2);
    expect((await withLine(PASSWORD, 'accounts', 'add', 'binh')).status).toBe(2);
    expect((await withLine(PASSWORD, 'accounts', 'add', 'binh', '--role', 'reader', '--confined')).status).toBe(0);
    expect((await withLine('', 'accounts', 'password', 'binh')).status).toBe(2);
    expect((await doisoat('accounts', 'disable', 'lan')).stderr).toContain('quản trị viên cuối cùng');
    expect((await doisoat('accounts', 'disable', 'binh')).status).toBe(0);
    const { stdout } = await doisoat('accounts', 'list', '--json');
    expect(JSON.parse(stdout).accounts).toMatchObject([
      { name: 'binh', role: 'reader', disabled: true, confined: true },
      { name: 'lan', displayName: 'Trần Thị Lan' },
    ]);
    expect(stdout).not.toMatch(/scrypt|password/);
  });

  test('who may see a collection', async () => {
    expect(
      (await doisoat('collections', 'restrict', 'default', '--roles', 'auditor', '--accounts', 'binh', '--audited'))
        .status,
    ).toBe(0);
    expect(await json('collections')).toEqual({
      collections: [
        {
          collection: 'default',
          rule: { collection: 'default', version: 1, roles: ['auditor'], accounts: ['binh'], audited: true },
        },
      ],
    });
    expect((await doisoat('collections', 'restrict', 'default', '--roles', 'boss')).status).toBe(2);
    expect((await doisoat('collections')).stdout).toContain('người đối soát, binh');
    await doisoat('collections', 'open', 'default');
    expect((await doisoat('collections')).stdout).toContain('mọi tài khoản');
  });
});

describe('what was misread', () => {
  test('is put right by a person, and that is taken back', async () => {
    const [{ report }] = (await json('flags')).records;
    const correct = (...args: string[]) => doisoat('correct', report.id.slice(0, 8), ...args);
    expect((await correct()).stdout).toContain('Chưa ai sửa');
    expect((await correct('number=9-BC/ĐU')).status).toBe(2);
    expect((await correct('colour=red', '--by', 'Lan')).stderr).toContain('issuer');
    expect((await correct('place=xã Không Có', '--by', 'Lan')).status).toBe(2);
    expect((await correct('number=9-BC/ĐU', 'date=1/7/2023', '--by', 'Lan')).status).toBe(0);
    expect((await json('flags')).records[0].report).toMatchObject({ number: '9-BC/ĐU', date: '2023-07-01' });
    expect((await json('flags', '--state', 'confirmed')).records).toMatchObject([{ id: flag }]);
    expect((await correct('undo=1', '--by', 'Bình')).status).toBe(0);
    expect((await json('flags')).records[0].report).toEqual(report);
    expect((await correct()).stdout).toMatch(/1\. number=9-BC\/ĐU.*\n2\. lấy lại lần 1/);
  });
});

test('a backup brings decisions and accounts along; the dump of the store holds neither', async () => {
  const before = [await json('flags', 'history', flag), await json('accounts', 'list')];
  await doisoat('backup', join(folder, 'backup'));
  await run(['restore', join(folder, 'backup'), '--data', join(folder, 'restored')]);
  const restored = async (...args: string[]) =>
    JSON.parse((await run([...args, '--json', '--data', join(folder, 'restored')])).stdout);
  expect([await restored('flags', 'history', flag), await restored('accounts', 'list')]).toEqual(before);
  const { stdout } = await doisoat('dump');
  expect(stdout).not.toMatch(/scrypt|Trần Thị Lan|đếm hai lần/);
  // the password stands nowhere in the files, only what was made of it
  expect(readFileSync(join(folder, 'backup/doisoat.db')).includes(PASSWORD)).toBe(false);
});
