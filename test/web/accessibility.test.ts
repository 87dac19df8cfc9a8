import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, desktop, ingest, openDesk, phone, takeSeat } from './desk.ts';

let desk: Desk;
let report: string;
beforeAll(async () => {
  desk = await openDesk();
  const { page, context } = await takeSeat(desk);
  await ingest(page, ['thuan-hoa-2025.docx', 'tan-loi-2023.pdf']);
  await page.goto('/bao-cao');
  report =
    (await page.getByRole('row').filter({ hasText: '91-BC/ĐU' }).getByRole('link').first().getAttribute('href')) ?? '';
  await context.close();
});
afterAll(() => desk.close());

/** Every page at what it shows when it is ready. */
const pages = {
  welcome: { at: () => '/', ready: 'h2' },
  search: { at: () => '/?q=đối thoại', ready: 'mark' },
  reports: { at: () => '/bao-cao', ready: 'table' },
  report: { at: () => report, ready: '[data-records]' },
  directives: { at: () => '/van-ban', ready: 'table' },
  directive: { at: () => '/van-ban/xem?number=218-QĐ/TW', ready: 'article' },
  cascade: { at: () => '/van-ban/xem?number=218-QĐ/TW&tab=cascade', ready: 'h1' },
  matrix: { at: () => '/van-ban/xem?number=218-QĐ/TW&tab=matrix', ready: 'table' },
  timeline: { at: () => '/van-ban/xem?number=218-QĐ/TW&tab=timeline', ready: 'time' },
  figures: { at: () => '/so-lieu', ready: '#main' },
  flags: { at: () => '/mau-thuan', ready: '[aria-label="Danh sách mâu thuẫn"]' },
  issues: { at: () => '/y-kien', ready: 'article' },
  ingest: { at: () => '/nap-tep', ready: 'table' },
  people: { at: () => '/quan-tri', ready: 'h1' },
  'not-found': { at: () => '/khong-co-trang-nay', ready: '#main' },
};

for (const [width, viewport] of Object.entries({ desktop, phone }))
  for (const colorScheme of ['light', 'dark'] as const)
    describe(`${width}, ${colorScheme}`, () => {
      for (const [name, { at, ready }] of Object.entries(pages))
        test(name, async () => {
          const seat = await takeSeat(desk, { viewport, colorScheme });
          const { page } = seat;
          await page.goto(at());
          await page.locator(ready).first().waitFor();
          await page.waitForLoadState('networkidle').catch(() => undefined);
          await seat.picture(`${name}-${width}-${colorScheme}`);
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
          const grave = violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(
              ({ id, nodes }) =>
                `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
            );
          expect(grave).toEqual([]);
          expect(seat.troubles).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
          await seat.context.close();
        });
    });
