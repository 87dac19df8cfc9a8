import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { LegacyEncoding } from '../legacy/decode.ts';

/** What the reader came across that somebody should know: counted while reading, told once at the end. */
export class Findings {
  insertions = 0;
  deletions = 0;
  hidden = 0;
  pictures = 0;
  objects = 0;
  foreignParts = 0;
  lostNotes = 0;
  lostSymbols = 0;
  legacyRuns = 0;
  /** Lines that were known to be in an old encoding by nothing but their letters. */
  readonly legacyLines: Record<LegacyEncoding, number> = { tcvn3: 0, vni: 0, viqr: 0 };
  brokenParts: string[] = [];
  /** The file ends before the document does. */
  isCut = false;

  /** What most of such lines are in. */
  get legacy(): LegacyEncoding | null {
    const [most] = Object.entries(this.legacyLines).sort(([, a], [, b]) => b - a);
    return most && most[1] > 0 ? (most[0] as LegacyEncoding) : null;
  }

  diagnostics(): Diagnostic[] {
    const told: Diagnostic[] = [];
    const tell = (count: number, code: string, severity: Diagnostic['severity'], message: string) => {
      if (count > 0) told.push({ code, severity, message, page: null, block: null });
    };
    tell(Number(this.isCut), 'file-cut-off', 'error', 'Tệp bị cắt ngang: phần sau của văn bản bị thiếu.');
    tell(
      this.brokenParts.length,
      'part-unreadable',
      'error',
      `Không đọc được ${this.brokenParts.join(', ')} trong tệp Word: phần đó bị thiếu.`,
    );
    tell(
      this.insertions + this.deletions,
      'tracked-changes',
      'info',
      `Văn bản còn vết sửa đổi: lấy ${this.insertions} đoạn được chèn, bỏ ${this.deletions} đoạn bị xóa.`,
    );
    tell(this.hidden, 'hidden-text', 'info', `Bỏ ${this.hidden} đoạn chữ ẩn (không in ra giấy).`);
    tell(this.pictures, 'pictures', 'info', `Văn bản có ${this.pictures} hình; chữ trong hình không được đọc.`);
    tell(
      this.objects,
      'embedded-objects',
      'warning',
      `Văn bản có ${this.objects} đối tượng nhúng (bảng tính, biểu đồ) chưa được đọc.`,
    );
    tell(
      this.foreignParts,
      'foreign-parts',
      'warning',
      `Văn bản có ${this.foreignParts} phần chép nguyên từ tệp khác (altChunk) chưa được đọc.`,
    );
    tell(this.lostNotes, 'missing-notes', 'warning', `${this.lostNotes} dấu chú thích không có nội dung chú thích.`);
    tell(this.lostSymbols, 'unknown-symbols', 'info', `Bỏ ${this.lostSymbols} ký hiệu không nhận ra.`);
    tell(
      this.legacyRuns,
      'legacy-fonts',
      'info',
      `Chuyển ${this.legacyRuns} đoạn chữ từ bảng mã cũ (TCVN3, VNI, VIQR) sang Unicode.`,
    );
    return told;
  }
}
