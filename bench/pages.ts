import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { type Desk, openDesk, sample, takeSeat } from '../test/web/desk.ts';
import { median, printRows, type Row } from './table.ts';

/**
 * `npm run bench:pages [-- FILE…]`: in Chromium, how long the first page takes to show something, and how long a long report
 * keeps its page from answering while it is opened and scrolled through. Without files: a Word document of 200 pages.
 */

const COPIES = 79;
/** What comes after the last mark: notes, rows of the lists. */
const SETTLED_MS = 5_000;
/** A scroll through all of the report. */
const STEPS = 240;

const folder = await mkdtemp(join(tmpdir(), 'doisoat-bench-pages-'));
const desk = await openDesk();
try {
  const given = process.argv.slice(2);
  const files = given.length > 0 ? given : [await longDocument()];
  const rows: Row[] = [
    { what: 'first paint of the first page', value: `${await firstPaint()} ms`, beside: 'budget 1 s' },
  ];
  for (const file of files) rows.push(...(await longReport(desk, file)));
  rows.push({ what: 'load of the machine then', value: loadavg()[0]!.toFixed(1) });
  printRows(rows);
} finally {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
}

/** A report of the fixtures, so many times after itself. */
async function longDocument(): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(sample('thuan-hoa-2025.docx')));
  const part = 'word/document.xml';
  const xml = await zip.file(part)!.async('string');
  const [begin, end] = [xml.indexOf('<w:body>') + '<w:body>'.length, xml.lastIndexOf('<w:sectPr')];
  zip.file(part, xml.slice(0, begin) + xml.slice(begin, end).repeat(COPIES) + xml.slice(end));
  const file = join(folder, 'long.docx');
  await writeFile(file, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
  return file;
}

/** Each time by somebody who was never here. */
async function firstPaint(): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const { page, context } = await takeSeat(desk);
    await page.goto('/');
    await page.locator('#main').waitFor();
    times.push(await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
    await context.close();
  }
  return Math.round(median(times));
}

async function longReport(at: Desk, file: string): Promise<Row[]> {
  const name = file.replace(/^.*\//, '');
  const { page, context } = await takeSeat(at);
  await page.goto('/nap-tep');
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('row').filter({ hasText: name }).getByText('đã vào chỉ mục').waitFor({ timeout: 600_000 });
  const { items } = (await (await page.request.get('/api/reports')).json()) as {
    items: { id: string; path: string }[];
  };
  const { id } = items.find(({ path }) => path.endsWith(name))!;
  await page.addInitScript(`
    globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
      .observe({ type: 'longtask', buffered: true });`);
  const begun = Date.now();
  await page.goto(`/bao-cao/${id}`);
  await page.locator('[data-records]').first().waitFor();
  const read = Date.now() - begun;
  await page.waitForFunction(isMarked, null, { polling: 200 });
  const marked = Date.now() - begun;
  await page.waitForTimeout(SETTLED_MS);
  const opening = await longTasks(page);
  const scrolled = [
    ['the original', 'section[class*=scroller]'],
    ['the reading', 'section[class*=pane]'],
  ] as const;
  const rows: Row[] = [
    { what: `${name}: reading there`, value: `${read} ms`, beside: `marked in the original after ${marked} ms` },
    { what: `${name}: longest task while it opens`, ...opening },
  ];
  for (const [what, selector] of scrolled) {
    await scroll(page, selector);
    rows.push({ what: `${name}: longest task while ${what} scrolls`, ...(await longTasks(page)) });
  }
  await context.close();
  return rows;
}

/** Asked in the browser. */
function isMarked(): boolean {
  const { CSS } = globalThis as unknown as { CSS: { highlights: Map<string, { size: number }> } };
  return (CSS.highlights.get('citation')?.size ?? 0) > 0;
}

function scroll(page: Page, selector: string): Promise<void> {
  return page.evaluate(`(async () => {
    const pane = document.querySelector('${selector}');
    for (let step = 1; step <= ${STEPS}; step++) {
      pane.scrollTop = (pane.scrollHeight * step) / ${STEPS};
      await new Promise(requestAnimationFrame);
    }
  })()`);
}

/** Tasks of more than 50 ms since the last time this was asked. */
async function longTasks(page: Page): Promise<Pick<Row, 'value' | 'beside'>> {
  const tasks = await page.evaluate<number[]>('tasks.splice(0)');
  const total = tasks.reduce((a, b) => a + b, 0);
  const beside = `${tasks.length} tasks above 50 ms, ${Math.round(total)} ms in all`;
  return { value: `${Math.round(Math.max(0, ...tasks))} ms`, beside };
}
