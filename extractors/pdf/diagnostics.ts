import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { PageLayout } from './layout.ts';

/** What could not be read of the pages. */
export function readDiagnostics(layouts: readonly PageLayout[]): Diagnostic[] {
  return layouts.flatMap((layout): Diagnostic[] => {
    const at = { page: layout.number, block: null };
    if (layout.failed)
      return [
        {
          code: 'page-unreadable',
          severity: 'error',
          message: `Trang ${layout.number} bị hỏng, không đọc được.`,
          ...at,
        },
      ];
    const found: Diagnostic[] = [];
    if (layout.needsOcr)
      found.push({
        code: 'page-without-text',
        severity: 'error',
        message: `Trang ${layout.number} không có lớp chữ đọc được (trang chụp): nội dung trang này chưa được đọc.`,
        ...at,
      });
    if (layout.empty)
      found.push({ code: 'page-empty', severity: 'info', message: `Trang ${layout.number} không có nội dung.`, ...at });
    if (layout.ocrConfidence !== null)
      found.push({
        code: 'text-layer-from-ocr',
        severity: 'warning',
        message: `Trang ${layout.number} là trang chụp, chữ do máy quét nhận dạng: có thể sai, cần đối chiếu bản gốc.`,
        ...at,
      });
    if (layout.slanted > 0)
      found.push({
        code: 'slanted-text',
        severity: 'info',
        message: `Trang ${layout.number} có ${layout.slanted} chữ cái in chéo (dấu chìm), không đưa vào nội dung.`,
        ...at,
      });
    return found;
  });
}

/** A PDF ends with the place of its table of contents; one that does not was cut off, and what was saved of it may lack pages. */
export function missingEnd(bytes: Uint8Array): Diagnostic[] {
  const tail = String.fromCharCode(...bytes.subarray(-4096));
  if (/startxref|%%EOF/.test(tail)) return [];
  const message = 'Tệp PDF thiếu phần cuối (có thể bị cắt ngang): nội dung đọc được có thể không đủ.';
  return [{ code: 'file-cut-off', severity: 'error', message, page: null, block: null }];
}
