import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, ingest, openDesk, type Seat, takeSeat } from './desk.ts';

let desk: Desk;
let seat: Seat;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await seat.picture(`failed-${task.name}`);
  expect(seat.troubles).toEqual([]);
  await seat.context.close().catch(() => undefined);
});

const numberIn = async (text: string | null): Promise<number> =>
  Number(/[\d.]+/.exec(text ?? '')?.[0].replaceAll('.', ''));

/** How many places of the original the browser marks so. */
const highlighted = (page: Page, name: string): Promise<number> =>
  page.evaluate(`CSS.highlights.get('${name}')?.size ?? 0`);

describe('a researcher', () => {
  test('begins with an empty store, brings reports, sees them read and finds a passage', async () => {
    seat = await takeSeat(desk);
    const { page, picture } = seat;
    await page.goto('/');
    await page.getByText('Kho chưa có báo cáo nào').waitFor();
    await picture('empty');
    await ingest(page, [
      'thuan-hoa-2025.docx',
      'an-khanh-2023.pdf',
      'an-khanh-2023.docx',
      'can-tho-mat-tran-2023.docx',
      'dien-chau-2023.docx',
      'tan-loi-2023.pdf',
    ]);
    await page.getByText('6 tệp, không thiếu tệp nào').waitFor();
    await picture('ingest');

    await page.getByRole('link', { name: 'Tìm kiếm' }).click();
    await page.getByRole('searchbox').fill('doi thoai truc tiep');
    await page.keyboard.press('Enter');
    await page.locator('mark').first().waitFor();
    await picture('search');
    const all = await numberIn(await page.getByRole('status').first().textContent());
    await page.getByRole('button', { name: 'Các địa bàn thuộc thành phố Cần Thơ' }).click();
    await page.getByRole('checkbox', { name: /^phường An Khánh/ }).check();
    await expect.poll(async () => numberIn(await page.getByRole('status').first().textContent())).toBeLessThan(all);
    expect(new URL(page.url()).searchParams.get('place')).toMatch(/^thành phố Cần Thơ › .*phường An Khánh$/);

    const [hit] = await page.locator('article a mark').allTextContents();
    await page.locator('article a:has(mark)').first().click();
    const block = page.locator('[data-at]');
    await block.waitFor();
    expect(await block.textContent()).toContain(hit);
  });

  test('finds the first hits at the cost of few bytes', async () => {
    seat = await takeSeat(desk);
    const { page } = seat;
    const loaded: Promise<number>[] = [];
    page.on('requestfinished', (request) =>
      loaded.push(request.sizes().then(({ responseBodySize }) => responseBodySize)),
    );
    await page.goto('/?q=doi thoai');
    await page.locator('mark').first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(loaded)).reduce((sum, one) => sum + one, 0);
    // Pages, fonts and answer together, as they come over the wire.
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(390_000);
  });

  test('reads a PDF beside its reading and jumps from the list to both', async () => {
    seat = await takeSeat(desk);
    const { page, picture } = seat;
    await page.goto('/bao-cao');
    await page.getByRole('row').filter({ hasText: '91-BC/ĐU' }).getByRole('link').first().click();
    await page.locator('[data-page="1"] canvas').waitFor();
    await page.locator('[data-page="1"] span').first().waitFor();
    await page.getByRole('tab', { name: /^Số liệu/ }).click();
    await page.getByRole('tabpanel').getByRole('button').nth(3).click();
    await expect.poll(() => page.locator('[data-chosen]').count()).toBeGreaterThan(1);
    await expect.poll(() => highlighted(page, 'chosen')).toBeGreaterThan(0);
    await picture('report-pdf');
    const record = new URL(page.url()).searchParams.get('record');
    await page.keyboard.press('j');
    await expect.poll(() => new URL(page.url()).searchParams.get('record')).not.toBe(record);
  });

  test('keeps a search, puts a misread header right, and sees the search answer by it', async () => {
    seat = await takeSeat(desk);
    const { page, picture } = seat;
    await page.goto('/bao-cao');
    await page.getByRole('row').filter({ hasText: '86-BC/ĐU' }).getByRole('link').first().click();
    await page.getByRole('tab', { name: 'Đầu báo cáo' }).click();
    await page.getByRole('button', { name: 'Sửa đầu báo cáo' }).click();
    await page.getByLabel('Người ký').fill('Lê Văn <b>Sửa</b>');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('cell', { name: 'Lê Văn <b>Sửa</b>' }).waitFor();
    await picture('corrected');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('cell', { name: 'Nguyễn Khoa Minh Châu', exact: true }).waitFor();

    await page.goto('/?q=đối thoại');
    await page.locator('mark').first().waitFor();
    await page.getByRole('button', { name: 'Lần tìm đã lưu' }).click();
    await page.getByLabel('Lưu lần tìm này').fill('đối thoại mọi nơi');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await page.goto('/');
    await page.getByRole('button', { name: 'Lần tìm đã lưu' }).click();
    await page.getByRole('button', { name: 'đối thoại mọi nơi', exact: true }).click();
    await page.locator('mark').first().waitFor();
  });

  test('sees a Word document with its records marked in it', async () => {
    seat = await takeSeat(desk);
    const { page, picture } = seat;
    await page.goto('/bao-cao');
    await page.getByRole('row').filter({ hasText: '86-BC/ĐU' }).getByRole('link').first().click();
    await page.getByText('Đảng bộ phường có 134 tổ chức').first().waitFor();
    await expect.poll(() => highlighted(page, 'citation')).toBeGreaterThan(10);
    await picture('report-docx');
  });
});

describe('a member of staff', () => {
  test('sees where a directive was carried out, and by whom', async () => {
    seat = await takeSeat(desk);
    const { page, picture } = seat;
    await page.goto('/van-ban');
    await page.getByRole('searchbox').fill('218');
    await page.getByRole('link', { name: '218-QĐ/TW', exact: true }).click();
    await page.getByRole('heading', { name: 'Quyết định 218-QĐ/TW' }).waitFor();
    await picture('directive');
    await page.getByRole('tab', { name: /^Văn bản cấp dưới/ }).click();
    await page.getByRole('application').waitFor();
    await picture('directive-cascade');
    await page.getByText('Danh sách').click();
    await page.getByRole('tab', { name: 'Ai báo cáo, ai chưa' }).click();
    await page.getByRole('rowheader', { name: /huyện Diễn Châu/ }).waitFor();
    await picture('directive-matrix');
    await page.getByRole('tab', { name: /^Lần nhắc/ }).click();
    await page.locator('article a').nth(1).click();
    await page.locator('[data-at]').waitFor();
  });
});

describe('an auditor', () => {
  test('decides by keyboard, takes back, and finds all of it in the history', async () => {
    seat = await takeSeat(desk);
    const { page, picture } = seat;
    await page.goto('/mau-thuan');
    await page.getByRole('button', { name: /Xác nhận sai/ }).waitFor();
    await picture('flags');
    await page.keyboard.press('b');
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Hai số khác phạm vi <b>đã hỏi</b>');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã ghi: bỏ qua').waitFor();
    await page.goto('/mau-thuan?state=dismissed');
    await page.getByText('Lý do: Hai số khác phạm vi <b>đã hỏi</b>').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Không có chỗ mâu thuẫn nào phù hợp').waitFor();
    await page.goto('/mau-thuan');
    await page.getByRole('button', { name: /Xác nhận sai/ }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Xác nhận sai').waitFor();
  });

  test('takes the protocol along, as a workbook and as a paper', async () => {
    seat = await takeSeat(desk);
    const { page } = seat;
    await page.goto('/mau-thuan?state=all');
    const taken = async (format: string): Promise<string> => {
      await page.getByRole('button', { name: 'Biên bản đối soát' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: format }).click();
      return (await download).path();
    };
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(await taken('Excel'));
    const [sheet] = workbook.worksheets;
    expect(JSON.stringify(sheet?.getSheetValues())).toContain('134');
    const paper = await JSZip.loadAsync(await readFile(await taken('Word')));
    expect(await paper.file('word/document.xml')?.async('string')).toMatch(/BIÊN BẢN/i);
  });

  test('who comes second is told what the first has decided', async () => {
    seat = await takeSeat(desk);
    const other = await takeSeat(desk);
    for (const { page } of [seat, other]) {
      await page.goto('/mau-thuan');
      await page.getByRole('button', { name: /Xác nhận sai/ }).waitFor();
    }
    await seat.page.keyboard.press('x');
    await seat.page.getByText('Đã ghi: đúng là sai').waitFor();
    await other.page.keyboard.press('s');
    await other.page.getByText('Người khác vừa xử lý mục này').waitFor();
    await other.picture('flags-conflict');
    expect(other.troubles).toEqual([]);
    await other.context.close();
  });
});

test('the first administrator comes by the printed link, and a reader may read only', async () => {
  const own = await openDesk();
  seat = await takeSeat(own);
  const { page, picture } = seat;
  const [link] = /http:\S+\/setup\/\S+/.exec(own.printed()) ?? [];
  await page.goto(link ?? '');
  await page.getByLabel('Tên đăng nhập').fill('lan');
  await page.getByLabel('Họ tên').fill('Trần Thị Lan');
  await page.getByLabel(/^Mật khẩu/).fill('con đường nhỏ qua làng');
  await page.getByLabel('Nhập lại mật khẩu').fill('con đường nhỏ qua làng');
  await picture('setup');
  await page.getByRole('button', { name: 'Lập tài khoản' }).click();
  await page.getByRole('searchbox').waitFor();
  await ingest(page, ['thuan-hoa-2025.docx']);

  await page.goto('/quan-tri');
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên đăng nhập').fill('binh');
  await dialog.getByLabel(/^Mật khẩu/).fill('mùa lúa chín trên đồng');
  await dialog.getByRole('button', { name: 'Lập tài khoản' }).click();
  await page.getByRole('row').filter({ hasText: 'binh' }).waitFor();
  await picture('people');

  const reader = await takeSeat(own);
  await reader.page.goto('/mau-thuan');
  await reader.page.getByLabel('Tên đăng nhập').fill('binh');
  await reader.page.getByLabel(/^Mật khẩu/).fill('sai mật khẩu này');
  await reader.page.getByRole('button', { name: 'Đăng nhập' }).click();
  await reader.page.getByRole('alert').waitFor();
  await reader.page.getByLabel(/^Mật khẩu/).fill('mùa lúa chín trên đồng');
  await reader.page.getByRole('button', { name: 'Đăng nhập' }).click();
  await reader.page.getByText('Tài khoản này chỉ được xem.').waitFor();
  expect(await reader.page.getByRole('button', { name: /Xác nhận sai/ }).count()).toBe(0);
  await reader.picture('flags-reader');

  await reader.page.goto('/quan-tri?tab=password');
  await reader.page.getByLabel('Mật khẩu hiện nay').fill('mùa lúa chín trên đồng');
  await reader.page.getByLabel('Mật khẩu mới').fill('con thuyền nhỏ trên sông');
  await reader.page.getByLabel('Nhập lại mật khẩu').fill('con thuyền nhỏ trên sông');
  await reader.picture('password');
  await reader.page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await reader.page.getByText('Đã đổi mật khẩu').waitFor();

  await page.goto('/quan-tri?tab=collections');
  await page.getByRole('button', { name: /^Sửa: Ai được xem/ }).click();
  await dialog.getByText('người đọc').click();
  await picture('collection-rule');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('cell', { name: 'người soát' }).waitFor();
  await reader.page.goto('/');
  await reader.page.getByText('Kho chưa có báo cáo nào').waitFor();
  await reader.context.close();
  await own.close();
});

test('script in a file name, in words asked for and in a comment stays text', async () => {
  seat = await takeSeat(desk);
  const { page } = seat;
  const script = '"><img src=x onerror=alert(1)>';
  await page.goto('/nap-tep');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `a${script}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 none') });
  await page.getByRole('row').filter({ hasText: 'onerror' }).getByText('không đọc được').waitFor();
  await page.goto(`/?${new URLSearchParams({ q: script, place: script })}`);
  await page.getByText('Không tìm thấy đoạn nào').waitFor();
  await page.goto('/mau-thuan');
  await page.getByRole('button', { name: /Ghi chú/ }).click();
  await page.getByRole('textbox', { name: 'Ghi chú' }).fill(script);
  await page.keyboard.press('Control+Enter');
  await page.getByText(script).first().waitFor();
  expect(await page.locator('img').count()).toBe(0);
});
