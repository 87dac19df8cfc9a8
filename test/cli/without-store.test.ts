import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckSummary, Extraction } from '../../schemas/extraction.ts';
import { badFiles, PRINTED_SAMPLE, SAMPLE, writeBadFiles } from './bad-files.ts';
import { jsonLines, run } from './run.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-cli-'));
  writeBadFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('extract', () => {
  it('prints one valid object a file, in the order given, whatever the file is', async () => {
    const bad = Object.keys(badFiles).map((name) => join(folder, name));
    const files = [SAMPLE, ...bad, PRINTED_SAMPLE, join(folder, 'nowhere.pdf')];
    const { status, stdout, stderr } = await run(['extract', ...files, '--json']);
    const extractions = jsonLines(stdout).map((line) => Extraction.parse(line));
    expect(extractions.map(({ source }) => source)).toEqual(files);
    expect(extractions.map(({ status, diagnostics }) => (status === 'failed' ? diagnostics[0]?.code : status))).toEqual(
      ['complete', ...Object.values(badFiles).map(({ code }) => code), 'complete', 'missing'],
    );
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('cuts every quote from the text it stands in', async () => {
    const { stdout, status } = await run(['extract', SAMPLE, PRINTED_SAMPLE, '--json']);
    expect(status).toBe(0);
    for (const line of jsonLines(stdout)) {
      const { blocks, citations, relations, indicators, issues, flags } = Extraction.parse(line);
      const text = new Map(blocks.map((block) => [block.id, block.text]));
      const records = [...citations, ...relations, ...indicators, ...issues, ...flags.flatMap((flag) => flag.evidence)];
      expect(citations.length).toBeGreaterThan(0);
      for (const { block, start, end, quote } of records) expect(text.get(block)?.slice(start, end)).toBe(quote);
      for (const { id, text: whole, table } of blocks)
        for (const cell of table?.cells ?? []) expect(whole.slice(cell.start, cell.end), id).toBe(cell.text);
    }
  });

  it('says the same twice, byte for byte', async () => {
    const args = ['extract', SAMPLE, PRINTED_SAMPLE, '--json'];
    expect((await run(args)).stdout).toBe((await run([...args, '--concurrency', '1'])).stdout);
  });

  it('tells a person in either language what is wrong with a file and what to do', async () => {
    const file = join(folder, 'password.pdf');
    expect((await run(['extract', file])).stdout).toMatch(/mật khẩu/);
    expect((await run(['extract', file, '--lang', 'en'])).stdout).toMatch(/password/);
  });
});

describe('check', () => {
  it('ends with 3 where a report surely contradicts itself, and with a summary as its last object', async () => {
    const { status, stdout } = await run(['check', SAMPLE, '--json']);
    const lines = jsonLines(stdout);
    expect(Extraction.parse(lines[0]).flags.some((flag) => flag.certain)).toBe(true);
    expect(CheckSummary.parse(lines[1])).toEqual({ crossFlags: [], reports: 1 });
    expect(status).toBe(3);
  });

  it('goes through a folder and names what could not be read', async () => {
    const { status, stdout } = await run(['check', folder, '--json']);
    const lines = jsonLines(stdout);
    expect(lines.slice(0, -1).map((line) => Extraction.parse(line).diagnostics[0]?.code)).toEqual(
      Object.values(badFiles).map(({ code }) => code),
    );
    expect(lines.at(-1)).toEqual({ crossFlags: [], reports: 0 });
    expect(status).toBe(1);
  });

  it('tells a report in which nothing could be checked from one without contradictions', async () => {
    const text = join(mkdtempSync(join(tmpdir(), 'doisoat-words-')), 'lời.txt');
    writeFileSync(text, 'Nhân dân trên địa bàn phấn khởi, tin tưởng vào sự lãnh đạo của Đảng.\n');
    expect((await run(['check', text])).stdout).toMatch(/chưa kiểm tra được phép tính nào/);
    const data = join(dirname(text), 'data');
    await run(['ingest', text, '--data', data]);
    expect((await run(['flags', '--data', data])).stdout).toMatch(/không có nghĩa là số liệu đúng/);
    rmSync(dirname(text), { recursive: true });
  });
});

describe('wrong usage', () => {
  it.each([
    [['extract'], /file/],
    [['no-such-command'], /no-such-command/],
    [['serch'], /doisoat search/],
    [['search', 'x', '--limit', 'many'], /--limit/],
    [['search', 'x', '--lang', 'fr'], /DOISOAT_LANG/],
  ])('%j ends with 2 and says why on standard error', async (args, why) => {
    const { status, stdout, stderr } = await run([...args, '--data', join(folder, 'none')]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(why);
  });
});

describe('help', () => {
  it('teaches every command with examples, in Vietnamese first', async () => {
    const { stdout, status } = await run(['--help']);
    expect(status).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?=\[|<| {2})/gm)].map((match) => match[1] as string);
    expect(commands).toContain('ingest');
    for (const command of commands) {
      const help = await run([command, '--help']);
      expect(help.stdout, command).toMatch(/Ví dụ:\n {2}(?:npx |npm |doisoat )/);
      expect(help.status).toBe(0);
    }
  });
});

describe('schema', () => {
  it('exports the records as JSON Schema', async () => {
    const { stdout, status } = await run(['schema']);
    expect(status).toBe(0);
    const schema = JSON.parse(stdout) as { $schema?: string };
    expect(JSON.stringify(schema)).toContain('"claimsChecked"');
  });
});
