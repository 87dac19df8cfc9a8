import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

export const sample = (name: string): string => join(root, 'fixtures/documents', name);

/** Pictures of what was seen, for people to look at. */
const pictures = join(root, 'coverage/pages');

export const desktop = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

export interface Desk {
  address: string;
  /** What the server has printed: the link for the first administrator is in it. */
  printed: () => string;
  browser: Browser;
  close: () => Promise<void>;
}

let desks = 0;

/** Where real servers run (`npm run test:web:servers`), the pages stand on them, each desk in a part of its own. */
function ownServers(): Record<string, string> {
  const { DOISOAT_TEST_REDIS_URL: redis, DOISOAT_TEST_ELASTICSEARCH_URL: elasticsearch } = process.env;
  if (!redis || !elasticsearch) return {};
  const DOISOAT_PREFIX = `desk-${process.pid}-${++desks}`;
  return { DOISOAT_REDIS_URL: redis, DOISOAT_ELASTICSEARCH_URL: elasticsearch, DOISOAT_PREFIX };
}

/** `doisoat serve` on an empty store of its own, and a browser. The pages are built where they are stale. */
export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-desk-'));
  const server = spawn(
    process.execPath,
    [join(root, 'bin/doisoat.mjs'), 'serve', '--port', '0', '--data', join(folder, 'data')],
    {
      cwd: folder,
      env: { ...process.env, ...ownServers() },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  const address = await new Promise<string>((ready, fail) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk;
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (found) ready(found);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${printed}`)));
  });
  const browser = await chromium.launch({ executablePath, args });
  return {
    address,
    printed: () => printed,
    browser,
    async close() {
      await browser.close();
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(server: ChildProcess): Promise<void> {
  server.removeAllListeners('exit');
  if (server.exitCode !== null) return;
  const over = new Promise((done) => server.on('exit', done));
  server.kill('SIGTERM');
  await over;
}

export interface Seat {
  page: Page;
  context: BrowserContext;
  /** Errors that the page met, and what its policy has refused; none in any test. */
  troubles: string[];
  picture: (name: string) => Promise<void>;
}

/** Somebody at the pages, with a browser of their own. */
export async function takeSeat(
  { browser, address }: Desk,
  { viewport = desktop, colorScheme = 'light' }: { viewport?: typeof desktop; colorScheme?: 'light' | 'dark' } = {},
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    colorScheme,
    locale: 'vi-VN',
    acceptDownloads: true,
  });
  // A guard against waiting for ever, no measure: a machine may be busy with other things.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !/the server responded with a status of/.test(message.text()))
      troubles.push(message.text());
  });
  mkdirSync(pictures, { recursive: true });
  return {
    page,
    context,
    troubles,
    picture: async (name) => void (await page.screenshot({ path: join(pictures, `${name}.png`) })),
  };
}

/** Gives these samples to the ingest page and waits until each stands in the ledger. */
export async function ingest(page: Page, names: readonly string[]): Promise<void> {
  await page.goto('/nap-tep');
  await page.locator('input[type=file]').first().setInputFiles(names.map(sample));
  for (const name of names) await page.getByRole('row').filter({ hasText: name }).getByText('đã vào chỉ mục').waitFor();
}
