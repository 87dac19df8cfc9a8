import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { PageLayout } from './layout.ts';

const UNREAD = {
  'no-ocr': { code: 'page-without-text', why: 'nội dung trang này chưa được đọc' },
  'time-limit': { code: 'page-time-limit', why: 'nhận dạng chữ quá lâu nên đã dừng, trang này chưa được đọc' },
  failed: { code: 'page-not-recognised', why: 'không nhận dạng được, trang này chưa được đọc' },
} as const;

/** What could not be read of the pages. */
export function readDiagnostics(layouts: readonly PageLayout[]): Diagnostic[] {
  return [...layouts.flatMap(pageDiagnostics), ...beyondPageLimit(layouts)];
}

/** Many pages are left out at once: one sentence with their count. */
function beyondPageLimit(layouts: readonly PageLayout[]): Diagnostic[] {
  const left = layouts.filter((layout) => !layout.failed && layout.unread === 'page-limit');
  const first = left[0];
  if (!first) return [];
  const message = `${left.length} trang chụp (từ trang ${first.number}) vượt giới hạn số trang được nhận dạng: chưa được đọc.`;
  return [{ code: 'ocr-page-limit', severity: 'error', message, page: first.number, block: null }];
}

function pageDiagnostics(layout: PageLayout): Diagnostic[] {
  const page = layout.number;
  const found: Diagnostic[] = [];
  const tell = (code: string, severity: Diagnostic['severity'], message: string) =>
    found.push({ code, severity, message: `Trang ${page} ${message}`, page, block: null });
  if (layout.failed) {
    tell('page-unreadable', 'error', 'bị hỏng, không đọc được.');
    return found;
  }
  if (layout.unread && layout.unread !== 'page-limit') {
    const { code, why } = UNREAD[layout.unread];
    tell(code, 'error', `không có lớp chữ đọc được (trang chụp): ${why}.`);
  }
  if (layout.unclear > 0)
    tell(
      'unclear-signs',
      'info',
      `có ${layout.unclear} chữ không rõ (con dấu, nét vẽ, vết bẩn), không đưa vào nội dung.`,
    );
  if (layout.recognised && !layout.empty) {
    const sure = `độ tin cậy ${layout.ocrConfidence}%`;
    tell(
      'page-recognised',
      'warning',
      `là trang chụp, chữ do máy nhận dạng (${sure}): có thể sai, cần đối chiếu bản gốc.`,
    );
  } else if (!layout.recognised && layout.ocrConfidence !== null)
    tell(
      'text-layer-from-ocr',
      'warning',
      'là trang chụp, chữ do máy quét nhận dạng: có thể sai, cần đối chiếu bản gốc.',
    );
  if (layout.empty) tell('page-empty', 'info', 'không có nội dung.');
  for (const { read, meant } of layout.repairs)
    tell('number-repaired', 'info', `có số văn bản máy đọc là “${read}”, được hiểu là “${meant}”.`);
  if (layout.slanted > 0)
    tell('slanted-text', 'info', `có ${layout.slanted} chữ cái in chéo (dấu chìm), không đưa vào nội dung.`);
  return found;
}

/** A PDF ends with the place of its table of contents; one that does not was cut off, and what was saved of it may lack pages. */
export function missingEnd(bytes: Uint8Array): Diagnostic[] {
  const tail = String.fromCharCode(...bytes.subarray(-4096));
  if (/startxref|%%EOF/.test(tail)) return [];
  const message = 'Tệp PDF thiếu phần cuối (có thể bị cắt ngang): nội dung đọc được có thể không đủ.';
  return [{ code: 'file-cut-off', severity: 'error', message, page: null, block: null }];
}
