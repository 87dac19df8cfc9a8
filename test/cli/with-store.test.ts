import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badFiles, PRINTED_SAMPLE, SAMPLE, writeBadFiles } from './bad-files.ts';
import { jsonLines, run, start } from './run.ts';

let folder: string;
let data: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-store-'));
  mkdirSync(join(folder, 'in'));
  writeBadFiles(join(folder, 'in'));
  copyFileSync(SAMPLE, join(folder, 'in/report.docx'));
  copyFileSync(SAMPLE, join(folder, 'in/report-again.docx'));
  copyFileSync(PRINTED_SAMPLE, join(folder, 'in/printed.pdf'));
  data = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true }));

const doisoat = (...args: string[]) => run([...args, '--data', data]);
const json = async (...args: string[]) => JSON.parse((await doisoat(...args, '--json')).stdout);

describe('a folder of good and bad files', () => {
  it('gives each file a named outcome, and the good ones go in', async () => {
    const { status, stdout } = await doisoat('ingest', join(folder, 'in'), join(folder, 'nowhere'), '--json');
    expect(status).toBe(1);
    const states = new Map(
      (JSON.parse(stdout).files as { path: string; state: string; reason: string | null }[]).map((entry) => [
        entry.path.slice(folder.length + 1),
        entry.reason ?? entry.state,
      ]),
    );
    expect(Object.fromEntries(states)).toEqual({
      ...Object.fromEntries(Object.entries(badFiles).map(([name, { code }]) => [`in/${name}`, code])),
      nowhere: 'missing',
      'in/printed.pdf': 'indexed',
      // In the order of names the copy comes first; the later one is the duplicate.
      'in/report-again.docx': 'indexed',
      'in/report.docx': 'duplicate',
    });
    const { balance } = await json('jobs');
    expect(balance).toMatchObject({ files: 9, indexed: 2, duplicate: 1, failed: 6, queued: 0, reading: 0 });
  });

  it('writes nothing when it is run again', async () => {
    const before = (await doisoat('dump')).stdout;
    const ledger = await json('jobs', '--limit', '100');
    await doisoat('ingest', join(folder, 'in'), join(folder, 'nowhere'));
    expect((await doisoat('dump')).stdout).toBe(before);
    expect(await json('jobs', '--limit', '100')).toEqual(ledger);
  });

  it('finds words with and without accents, exact ones first', async () => {
    const exact = await json('search', 'người', 'dân', 'bức', 'xúc');
    const folded = await json('search', 'nguoi', 'dan', 'buc', 'xuc');
    const reports = (found: typeof exact) => [
      ...new Set(found.hits.map((hit: { report: { id: string } }) => hit.report.id)),
    ];
    expect(folded.total).toBeGreaterThan(0);
    expect(reports(folded).sort()).toEqual(reports(exact).sort());
    for (const { text, highlights } of folded.hits)
      for (const [from, to] of highlights) expect(text.slice(from, to)).toMatch(/người|dân|bức|xúc/i);
  });

  it('traces a directive under any spelling of its number', async () => {
    const traced = await json('trace', '25-NQ/TW');
    expect(traced.mentions.length).toBeGreaterThan(0);
    for (const spelling of ['25 NQ/TW', '25-nq/tw', '25 - NQ / TW'])
      expect(await json('trace', spelling)).toEqual(traced);
  });

  it('answers with both places of a contradiction, with pages or sections', async () => {
    const { records } = await json('flags', '--certain');
    expect(records.length).toBeGreaterThan(0);
    for (const flag of records) {
      expect(flag.evidence.length).toBeGreaterThan(1);
      expect(flag.page ?? flag.section).not.toBeNull();
    }
  });

  it('backs up and restores the same content', async () => {
    const backup = join(folder, 'backup');
    expect((await doisoat('backup', backup)).status).toBe(0);
    const restored = await run(['restore', backup, '--data', join(folder, 'restored')]);
    expect(restored.status).toBe(0);
    const dump = await run(['dump', '--data', join(folder, 'restored')]);
    expect(dump.stdout).toBe((await doisoat('dump')).stdout);
  });

  it('takes a report out with all that came from it', async () => {
    const { hits } = await json('search', 'phường');
    const id = hits[0].report.id as string;
    expect((await doisoat('remove', id)).status).toBe(0);
    expect((await doisoat('dump')).stdout).not.toContain(id);
    expect((await doisoat('show', id)).status).toBe(1);
  });
});

describe('an archive of reports', () => {
  it('goes in file by file, each under its path inside, and can be taken out and brought in again', async () => {
    const at = join(folder, 'archive-data');
    const zip = new JSZip();
    zip.file('xã/báo cáo.docx', readFileSync(SAMPLE));
    zip.file('cắt.docx', readFileSync(SAMPLE).subarray(0, 9000));
    zip.file('__MACOSX/xã/._báo cáo.docx', 'x');
    zip.file('trong.zip', 'x');
    const archive = join(folder, 'quý 2.zip');
    writeFileSync(archive, await zip.generateAsync({ type: 'uint8array' }));
    const home = async (...args: string[]) => run([...args, '--data', at]);
    const outcomes = async (): Promise<Record<string, string>> => {
      const { files } = JSON.parse((await home('jobs', '--json', '--limit', '100')).stdout);
      return Object.fromEntries(
        (files as { path: string; state: string; reason: string | null }[]).map(({ path, state, reason }) => [
          path.slice(folder.length + 1),
          reason ?? state,
        ]),
      );
    };
    const expected = {
      'quý 2.zip › cắt.docx': 'corrupt',
      'quý 2.zip › trong.zip': 'nested-archive',
      'quý 2.zip › xã/báo cáo.docx': 'indexed',
    };
    await home('ingest', archive);
    expect(await outcomes()).toEqual(expected);
    const dump = (await home('dump')).stdout;
    await home('retry');
    await home('reindex');
    expect(await outcomes()).toEqual(expected);
    expect((await home('dump')).stdout).toBe(dump);
    const { hits } = JSON.parse((await home('search', 'phường', '--json')).stdout);
    await home('remove', hits[0].report.id);
    expect(await outcomes()).not.toHaveProperty('quý 2.zip › xã/báo cáo.docx');
    await home('ingest', archive);
    expect((await home('dump')).stdout).toBe(dump);
  });
});

describe('an empty store', () => {
  it.each([['search', 'x'], ['trace', '1-NQ/TW'], ['flags'], ['jobs'], ['dump']])(
    '%s says that nothing was ingested, and how to',
    async (...args) => {
      const { status, stderr } = await run([...args, '--data', join(folder, 'nothing')]);
      expect(status).toBe(2);
      expect(stderr).toMatch(/doisoat ingest/);
    },
  );
});

describe('an ingest that is killed', () => {
  it('is carried on by running it again: nothing lost, nothing twice', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const files = 24;
    for (let i = 0; i < files; i++) writeFileSync(join(many, `${i}.docx`), await copyWith(String(i)));
    const undisturbed = join(folder, 'undisturbed');
    await run(['ingest', many, '--data', undisturbed]);

    const disturbed = join(folder, 'disturbed');
    for (const share of [0.1, 0.4, 0.7]) await killedAfter(share * files, many, disturbed);
    await run(['ingest', many, '--data', disturbed]);

    const [expected, found] = await Promise.all(
      [undisturbed, disturbed].map(async (at) => (await run(['dump', '--data', at])).stdout),
    );
    expect(found).toBe(expected);
    const { balance } = jsonLines<{ balance: object }>((await run(['jobs', '--json', '--data', disturbed])).stdout)[0]!;
    expect(balance).toMatchObject({ files, indexed: files, queued: 0, reading: 0 });
  });
});

/** The sample with one more property in it: other bytes, the same text. */
async function copyWith(property: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(readFileSync(SAMPLE));
  zip.file('docProps/copy.txt', property);
  return zip.generateAsync({ type: 'uint8array' });
}

/** Kills the whole program with SIGKILL once so many files are in the ledger for good. */
async function killedAfter(count: number, from: string, to: string): Promise<void> {
  const child = start(['ingest', from, '--data', to]);
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (child.exitCode === null) {
    const { stdout } = await run(['jobs', '--json', '--data', to]);
    if (stdout !== '' && (JSON.parse(stdout) as { balance: { indexed: number } }).balance.indexed >= count) break;
  }
  child.kill('SIGKILL');
  await ended;
}
