import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../pipeline/annotate/folded-text.ts';
import { Extraction } from '../../schemas/extraction.ts';
import { PRINTED_SAMPLE, SAMPLE } from './bad-files.ts';
import { jsonLines, run } from './run.ts';

const DOCUMENTS = fileURLToPath(new URL('../../fixtures/documents', import.meta.url));
const samples = readdirSync(DOCUMENTS).filter((name) => name.endsWith('.docx'));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-annotate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const unzip = async (path: string): Promise<Map<string, string>> => {
  const zip = await JSZip.loadAsync(readFileSync(path));
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  return new Map(await Promise.all(files.map(async (file) => [file.name, await file.async('string')] as const)));
};

const extracted = async (path: string): Promise<Extraction> =>
  Extraction.parse(jsonLines((await run(['extract', path, '--json'])).stdout)[0]);

/** Records without their ids, which are made from the bytes of the file. */
const said = ({ blocks, citations, relations, indicators, issues, flags, coverage }: Extraction): unknown =>
  JSON.parse(
    JSON.stringify({ blocks, citations, relations, indicators, issues, flags, coverage }, (_, value) =>
      typeof value === 'string' && /^[\da-f]{16}$/.test(value) ? '' : value,
    ),
  );

describe('check --annotate', () => {
  it.each(samples)('writes a comment at every place of evidence in %s and changes nothing else', async (name) => {
    const original = join(DOCUMENTS, name);
    const copy = join(folder, name);
    const { stdout, status } = await run(['check', original, '--annotate', copy, '--json']);
    const before = Extraction.parse(jsonLines(stdout)[0]);
    expect(status).toBe(before.flags.some(({ certain }) => certain) ? 3 : 0);
    expect(said(await extracted(copy))).toEqual(said(before));

    const evidence = before.flags.flatMap((flag) => flag.evidence);
    const [from, to] = await Promise.all([unzip(original), unzip(copy)]);
    const ids = [...(to.get('word/comments.xml') ?? '').matchAll(/<w:comment w:id="(\d+)" w:author="đối soát"/g)];
    expect(ids.length).toBe(evidence.length);
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
    const body = to.get('word/document.xml')!;
    const notes = new Set(before.blocks.flatMap(({ id, note }) => (note ? [id] : [])));
    for (const [i, [, id]] of ids.entries()) {
      const start = body.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
      const end = body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
      expect(start).toBeGreaterThan(0);
      expect(end).toBeGreaterThan(start);
      if (notes.has(evidence[i]!.block)) continue;
      const texts = [...body.slice(start, end).matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text);
      expect(fold(texts.join(''), 0, true).text).toBe(fold(evidence[i]!.quote).text);
    }
    for (const [part, content] of from)
      if (!/document\.xml|comments\.xml|\[Content_Types\]/.test(part))
        expect(to.get(part) === content, part).toBe(true);
  });

  it('annotates a copy once more without reading what it wrote itself', async () => {
    const [once, twice] = [join(folder, 'once.docx'), join(folder, 'twice.docx')];
    await run(['check', SAMPLE, '--annotate', once]);
    await run(['check', once, '--annotate', twice]);
    const ids = [...(await unzip(twice)).get('word/comments.xml')!.matchAll(/w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(said(await extracted(twice))).toEqual(said(await extracted(once)));
  });

  it('sets explanations beside highlights in a page of its own, for a PDF as well', async () => {
    const page = join(folder, 'page.html');
    const { stdout } = await run(['check', PRINTED_SAMPLE, '--annotate', page, '--json']);
    const { flags } = Extraction.parse(jsonLines(stdout)[0]);
    const html = readFileSync(page, 'utf8');
    expect(flags.length).toBeGreaterThan(0);
    for (const i of flags.keys()) expect(html).toContain(`id="flag-${i + 1}"`);
    expect(html).toContain('<mark class="certain">');
    expect(html).not.toMatch(/<script|<link|src=/);
  });

  it.each([
    ['Word comments in a PDF', [PRINTED_SAMPLE, '--annotate', 'copy.docx']],
    ['another format', [SAMPLE, '--annotate', 'copy.pdf']],
    ['two reports', [SAMPLE, PRINTED_SAMPLE, '--annotate', 'copy.html']],
    ['a folder', [DOCUMENTS, '--annotate', 'copy.html']],
    ['the report itself', [SAMPLE, '--annotate', SAMPLE]],
  ])('refuses %s as wrong usage', async (_, args) => {
    const { status, stdout, stderr } = await run(['check', ...args, '--json']);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
    expect(jsonLines(stdout)).toEqual([]);
  });
});
