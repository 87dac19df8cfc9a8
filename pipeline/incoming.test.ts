import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { settings as specs } from '../schemas/settings.ts';
import { BroughtGone, bring, withBrought } from './incoming.ts';
import { jobId } from './job-id.ts';
import { folderObjects } from './objects/folder.ts';
import { resolveSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-incoming-'));
afterAll(() => rmSync(folder, { recursive: true }));
const objects = folderObjects(join(folder, 'data'));
const { values: settings } = resolveSettings({}, { [specs.fileMb.env]: '0.001' });

const jobFor = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { collection: 'default', path };
};

test('what is brought can be worked on after the file itself is gone, and is cleared away then', async () => {
  const job = jobFor('a.docx', 'báo cáo');
  expect(await bring({ objects, settings }, job)).toBeNull();
  rmSync(job.path);
  const seen: string[] = [];
  const work = async (path: string): Promise<void> => void seen.push(readFileSync(path, 'utf8'));
  expect(await withBrought(objects, job, work)).toBe(true);
  expect(seen).toEqual(['báo cáo']);
  expect(await objects.locate('incoming', jobId(job))).toBeNull();
  expect(await withBrought(objects, job, work)).toBe(false);
});

test('a newer version that is brought meanwhile is worked on as well', async () => {
  const job = jobFor('b.docx', 'trước');
  await bring({ objects, settings }, job);
  const seen: string[] = [];
  await withBrought(objects, job, async (path) => {
    seen.push(readFileSync(path, 'utf8'));
    if (seen.length > 1) return;
    jobFor('b.docx', 'sau');
    await bring({ objects, settings }, job);
  });
  expect(seen).toEqual(['trước', 'sau']);
});

test('who wakes up after another has ended the job leaves it at that', async () => {
  const job = jobFor('e.docx', 'báo cáo');
  await bring({ objects, settings }, job);
  const gone = withBrought(objects, job, async () => objects.remove('incoming', jobId(job)));
  expect(await gone).toBe(false);
  await bring({ objects, settings }, job);
  const tells = withBrought(objects, job, async () => {
    throw new BroughtGone();
  });
  expect(await tells).toBe(false);
});

test('work that fails leaves the bytes for the next attempt', async () => {
  const job = jobFor('c.docx', 'báo cáo');
  await bring({ objects, settings }, job);
  const failing = withBrought(objects, job, async () => {
    throw new Error('the store is away');
  });
  await expect(failing).rejects.toThrow('the store is away');
  expect(await objects.locate('incoming', jobId(job))).not.toBeNull();
});

test('what cannot be brought is named', async () => {
  expect(await bring({ objects, settings }, { collection: 'default', path: join(folder, 'none.docx') })).toBe(
    'missing',
  );
  expect(await bring({ objects, settings }, { collection: 'default', path: folder })).toBe('not-a-file');
  expect(await bring({ objects, settings }, jobFor('d.docx', 'x'.repeat(2_000)))).toBe('file-too-large');
});
