import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore, type SqliteStore } from '../../search/sqlite/store.ts';
import { sampleExtraction, sampleReports } from '../../test/contract/sample-reports.ts';
import { entryFor, fill } from '../../test/contract/store.ts';
import { en } from '../cli/messages/en.ts';
import { vi } from '../cli/messages/vi.ts';
import { decideFlags } from '../desk/decide.ts';
import type { FlagFilter } from '../desk/flags.ts';
import { protocolPaper } from './paper.ts';
import { collectProtocol } from './protocol.ts';
import { protocolSheet } from './sheet.ts';

const everybody = { collections: null };
const now = new Date('2023-07-01T08:00:00.000Z');
/** What a hostile report, file name or auditor might write. */
const HOSTILE = `=HYPERLINK("http://x.example","a") <script>alert(1)</script> & ]]> \u0000\u0008 \ud800 ợ`;
const SHOWN = '=HYPERLINK("http://x.example","a") <script>alert(1)</script> & ]]>  \ufffd ợ';

let store: SqliteStore;
beforeEach(async () => {
  store = openSqliteStore(':memory:');
  await fill(store);
});
afterEach(() => store.close());

const collect = (filter: FlagFilter = {}) => collectProtocol({ store, desk: store.desk }, everybody, filter, now);
const decide = (flag: string, more: object = {}) =>
  decideFlags(
    { store, desk: store.desk },
    everybody,
    [{ flag, version: 0, state: 'dismissed', reason: 'số làm tròn', ...more }],
    'Trần Thị Lan',
    now,
  );

/** Every cell of a sheet as the reader of a spreadsheet would have it. */
async function cellsOf(bytes: Uint8Array): Promise<Map<string, unknown[][]>> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return new Map(
    book.worksheets.map((sheet) => {
      const rows: unknown[][] = [];
      sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
      return [sheet.name, rows];
    }),
  );
}

/** The words of a Word document, a paragraph a line; its parts are well-formed. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, entry] of Object.entries(zip.files)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.write(await entry.async('string')).close();
  }
  const xml = await zip.file('word/document.xml')!.async('string');
  const words = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
  return words
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

describe('what a protocol says', () => {
  test('the findings asked for, the reports they stand in, and who has decided', async () => {
    await decide('1f0');
    const { findings, reports, byState, auditors, counts } = await collect();
    expect(findings.map(({ number, flag }) => `${number} ${flag.id} ${flag.state}`)).toEqual([
      '1 1f0 dismissed',
      '2 2f0 open',
    ]);
    expect(reports.map(({ id }) => id[0])).toEqual(['1', '2']);
    expect(byState).toEqual({ open: 1, confirmed: 0, dismissed: 1, fixed: 0 });
    expect(auditors).toEqual(['Trần Thị Lan']);
    expect(counts).toMatchObject({ flagged: 2, decided: 1 });
    const open = await collect({ state: 'open' });
    expect(open.findings.map(({ flag }) => flag.id)).toEqual(['2f0']);
    // what was checked and raised is told of the reports, not of the findings chosen
    expect(open.counts).toMatchObject({ flagged: 2, decided: 1 });
  });

  test('no more findings than anybody signs', async () => {
    const sample = sampleExtraction(sampleReports[0]!);
    const flags = Array.from({ length: 1001 }, (_, i) => ({ ...sample.flags[0]!, id: `f${i}` }));
    const many = { extraction: { ...sample, flags }, collection: 'chung', path: '/chung/1.docx' };
    await store.put(many, entryFor(many));
    await expect(collect()).rejects.toMatchObject({ name: 'TooManyFindings', found: 1002 });
  });
});

describe.each([
  ['vi', vi],
  ['en', en],
] as const)('on paper (%s)', (lang, messages) => {
  test('a workbook with the paper, the evidence and the decisions', async () => {
    await decide('1f0', { comment: 'đã đối chiếu bản gốc' });
    const protocol = await collect();
    const sheets = await cellsOf(await protocolSheet(protocol, messages, lang));
    const { paper, evidence, decisions } = messages.protocol.sheets;
    expect([...sheets.keys()]).toEqual([paper, evidence, decisions]);
    const text = JSON.stringify(sheets.get(paper));
    for (const words of [
      messages.protocol.heading.right[0],
      ...messages.protocol.signatures,
      protocol.findings[0]!.flag.message[lang],
      protocol.findings[0]!.flag.evidence[0]!.quote,
      'Trần Thị Lan',
      'số làm tròn',
    ])
      expect(text).toContain(JSON.stringify(words).slice(1, -1));
    expect(sheets.get(evidence)).toHaveLength(3);
    expect(sheets.get(decisions)!.slice(1)).toEqual([
      [1, 1, now, 'Trần Thị Lan', messages.desk.states.dismissed, 'số làm tròn', 'đã đối chiếu bản gốc', '', '1f0'],
    ]);
  });

  test('a Word document with heading, findings and room for signatures', async () => {
    await decide('1f0');
    const protocol = await collect();
    const words = await wordsOf(await protocolPaper(protocol, messages, lang));
    for (const said of [
      ...messages.protocol.heading.left,
      ...messages.protocol.heading.right,
      ...messages.protocol.signatures,
      protocol.findings[1]!.flag.message[lang],
      `“${protocol.findings[0]!.flag.evidence[0]!.quote}”`,
      `${messages.desk.states.dismissed} (Trần Thị Lan, 1/7/2023)`,
      messages.desk.states.open,
    ])
      expect(words).toContain(said);
  });
});

describe('hostile words', () => {
  beforeEach(async () => {
    const sample = sampleExtraction(sampleReports[0]!);
    const flag = { ...sample.flags[0]!, id: 'x', formula: HOSTILE, message: { vi: HOSTILE, en: HOSTILE } };
    const report = {
      extraction: { ...sample, report: { ...sample.report, title: HOSTILE }, flags: [flag] },
      collection: 'chung',
      path: `/chung/${HOSTILE}.docx`,
    };
    await store.remove(sample.sha256!);
    await store.put(report, entryFor(report));
    await decide('x', { reason: HOSTILE, comment: HOSTILE, assignee: HOSTILE });
  });

  test('stand in cells as words, never as a formula', async () => {
    const protocol = await collect();
    const sheets = await cellsOf(await protocolSheet(protocol, vi, 'vi'));
    for (const cell of [...sheets.values()].flat(2)) {
      expect(
        cell === null || cell === undefined || ['string', 'number'].includes(typeof cell) || cell instanceof Date,
      ).toBe(true);
      if (typeof cell === 'string') expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    expect(JSON.stringify([...sheets])).toContain(JSON.stringify(`'${SHOWN}`).slice(1, -1));
  });

  test('stand in the document as words, and it stays well-formed', async () => {
    const words = await wordsOf(await protocolPaper(await collect(), vi, 'vi'));
    expect(words).toContain(SHOWN);
  });
});
