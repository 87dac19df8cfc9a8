/** What may be done about a failure: try again later, never again for these bytes, or stop everything (our bug, full disk). */
export type OutcomeClass = 'retry' | 'terminal' | 'fatal';

interface Outcome {
  class: OutcomeClass;
  vi: string;
  en: string;
  /** What the user can do about it. */
  remedy: { vi: string; en: string };
}

const askForOriginal = {
  vi: 'Xin lại tệp gốc từ nơi gửi.',
  en: 'Ask the sender for the original file.',
};

const turnOcrOn = {
  vi: 'Nạp lại không kèm --no-ocr (DOISOAT_OCR=true): tệp sẽ được đọc lại.',
  en: 'Ingest it again without --no-ocr (DOISOAT_OCR=true): the file will be read anew.',
};

/** Every named way in which a file can fail or stay partial. The code is what the ledger, `--json` and the tests show. */
export const outcomes = {
  missing: {
    class: 'terminal',
    vi: 'Không tìm thấy tệp hoặc thư mục này.',
    en: 'There is no such file or folder.',
    remedy: { vi: 'Kiểm tra lại đường dẫn.', en: 'Check the path.' },
  },
  unreadable: {
    class: 'terminal',
    vi: 'Không được phép mở tệp này.',
    en: 'The file may not be opened.',
    remedy: { vi: 'Kiểm tra quyền truy cập của tệp.', en: 'Check the permissions of the file.' },
  },
  'not-a-file': {
    class: 'terminal',
    vi: 'Đây không phải là một tệp thông thường (thiết bị, ống dẫn hoặc liên kết hỏng).',
    en: 'This is not a regular file (a device, a pipe or a broken link).',
    remedy: { vi: 'Chọn tệp báo cáo thật.', en: 'Choose the real report file.' },
  },
  empty: {
    class: 'terminal',
    vi: 'Tệp rỗng (0 byte).',
    en: 'The file is empty (0 bytes).',
    remedy: askForOriginal,
  },
  'file-too-large': {
    class: 'terminal',
    vi: 'Tệp lớn hơn giới hạn cho phép.',
    en: 'The file is larger than the limit.',
    remedy: {
      vi: 'Tách tệp, hoặc tăng giới hạn DOISOAT_FILE_MB.',
      en: 'Split the file, or raise DOISOAT_FILE_MB.',
    },
  },
  'unsupported-type': {
    class: 'terminal',
    vi: 'Loại tệp này chưa được hỗ trợ.',
    en: 'This type of file is not supported.',
    remedy: { vi: 'Lưu lại thành DOCX hoặc PDF rồi nạp lại.', en: 'Save it as DOCX or PDF and try again.' },
  },
  encrypted: {
    class: 'terminal',
    vi: 'Tệp được bảo vệ bằng mật khẩu.',
    en: 'The file is protected by a password.',
    remedy: {
      vi: 'Mở tệp, bỏ mật khẩu, lưu lại rồi nạp lại.',
      en: 'Open it, remove the password, save it and try again.',
    },
  },
  corrupt: {
    class: 'terminal',
    vi: 'Tệp bị hỏng hoặc bị cắt ngang.',
    en: 'The file is damaged or cut off.',
    remedy: askForOriginal,
  },
  'not-a-docx': {
    class: 'terminal',
    vi: 'Tệp nén này không phải là văn bản Word.',
    en: 'This archive is not a Word document.',
    remedy: { vi: 'Chọn tệp DOCX hoặc PDF.', en: 'Choose a DOCX or PDF file.' },
  },
  'nested-archive': {
    class: 'terminal',
    vi: 'Tệp nén nằm trong một tệp nén khác không được mở.',
    en: 'An archive inside another archive is not opened.',
    remedy: { vi: 'Giải nén tệp này ra rồi nạp riêng.', en: 'Unpack it and ingest it by itself.' },
  },
  'too-large': {
    class: 'terminal',
    vi: 'Nội dung nén của tệp phình ra quá giới hạn an toàn.',
    en: 'The compressed content of the file grows beyond the safe limit.',
    remedy: askForOriginal,
  },
  'unsafe-xml': {
    class: 'terminal',
    vi: 'Tệp chứa khai báo DTD hoặc thực thể XML, không được phép đọc.',
    en: 'The file declares a DTD or XML entities, which are never read.',
    remedy: askForOriginal,
  },
  'no-pages': {
    class: 'terminal',
    vi: 'Tệp PDF không có trang nào.',
    en: 'The PDF file has no pages.',
    remedy: askForOriginal,
  },
  'too-many-pages': {
    class: 'terminal',
    vi: 'Tệp PDF có nhiều trang hơn giới hạn cho phép.',
    en: 'The PDF file has more pages than the limit.',
    remedy: { vi: 'Tách tệp, hoặc tăng giới hạn DOISOAT_PAGES.', en: 'Split the file, or raise DOISOAT_PAGES.' },
  },
  'no-text': {
    class: 'terminal',
    vi: 'Không đọc được chữ nào trong tệp (có thể là bản chụp).',
    en: 'No text could be read from the file (it may be a scan).',
    remedy: { vi: 'Nạp bản DOCX hoặc PDF có lớp chữ.', en: 'Use the DOCX, or a PDF with a text layer.' },
  },
  'secret-marking': {
    class: 'terminal',
    vi: 'Tệp có dấu chỉ độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT): bị từ chối, không lưu lại gì.',
    en: 'The file bears a secrecy marking: it was refused and nothing of it was kept.',
    remedy: {
      vi: 'Không đưa tài liệu mật vào hệ thống này.',
      en: 'Keep classified papers out of this system.',
    },
  },
  'memory-limit': {
    class: 'terminal',
    vi: 'Việc đọc tệp vượt quá bộ nhớ cho phép và đã bị dừng.',
    en: 'Reading the file needed more memory than allowed and was stopped.',
    remedy: { vi: 'Tách tệp, hoặc tăng DOISOAT_MEMORY_MB.', en: 'Split the file, or raise DOISOAT_MEMORY_MB.' },
  },
  'silence-limit': {
    class: 'terminal',
    vi: 'Việc đọc tệp không tiến triển và đã bị dừng.',
    en: 'Reading the file made no progress and was stopped.',
    remedy: {
      vi: 'Tách tệp, hoặc tăng DOISOAT_SILENCE_SECONDS.',
      en: 'Split the file, or raise DOISOAT_SILENCE_SECONDS.',
    },
  },
  'time-limit': {
    class: 'terminal',
    vi: 'Việc đọc tệp quá lâu và đã bị dừng.',
    en: 'Reading the file took too long and was stopped.',
    remedy: { vi: 'Tách tệp, hoặc tăng DOISOAT_TOTAL_SECONDS.', en: 'Split the file, or raise DOISOAT_TOTAL_SECONDS.' },
  },
  'reader-crash': {
    class: 'terminal',
    vi: 'Tiến trình đọc bị dừng đột ngột vì tệp này.',
    en: 'The reading process died on this file.',
    remedy: {
      vi: 'Các tệp khác không bị ảnh hưởng. Gửi tệp này cho người phụ trách hệ thống.',
      en: 'Other files are not affected. Hand this file to the maintainer.',
    },
  },
  'changed-while-reading': {
    class: 'retry',
    vi: 'Tệp bị thay đổi trong khi đang đọc.',
    en: 'The file changed while it was being read.',
    remedy: { vi: 'Chạy lại khi tệp đã được lưu xong.', en: 'Run again once the file is saved.' },
  },
  'not-written': {
    class: 'retry',
    vi: 'Không ghi được tệp này vào kho sau nhiều lần thử.',
    en: 'The file could not be written to the store after several attempts.',
    remedy: {
      vi: 'Chạy doisoat retry; nếu vẫn lỗi, gửi dòng này cho người bảo trì.',
      en: 'Run doisoat retry; if it fails again, hand this line to the maintainer.',
    },
  },
  'ocr-page-limit': {
    class: 'terminal',
    vi: 'Tệp có nhiều trang chụp hơn giới hạn nhận dạng: phần còn lại chưa được đọc.',
    en: 'The file has more scanned pages than may be read; the rest was left out.',
    remedy: { vi: 'Tách tệp, hoặc tăng DOISOAT_OCR_PAGES.', en: 'Split the file, or raise DOISOAT_OCR_PAGES.' },
  },
  'page-time-limit': {
    class: 'terminal',
    vi: 'Có trang chụp nhận dạng quá lâu và bị bỏ qua.',
    en: 'Some scanned pages took too long and were left out.',
    remedy: {
      vi: 'Quét lại trang rõ hơn, hoặc tăng DOISOAT_OCR_PAGE_SECONDS.',
      en: 'Scan the page again, or raise DOISOAT_OCR_PAGE_SECONDS.',
    },
  },
  'page-not-recognised': {
    class: 'terminal',
    vi: 'Có trang chụp không nhận dạng được chữ.',
    en: 'Some scanned pages could not be read.',
    remedy: { vi: 'Nạp bản DOCX hoặc PDF có lớp chữ.', en: 'Use the DOCX, or a PDF with a text layer.' },
  },
  'page-without-text': {
    class: 'terminal',
    vi: 'Có trang chụp chưa được đọc vì nhận dạng chữ (OCR) đang tắt: phần còn lại đã được đọc.',
    en: 'Some pages are scans, and reading scans (OCR) is switched off; the rest was read.',
    remedy: turnOcrOn,
  },
  'scan-without-ocr': {
    class: 'terminal',
    vi: 'Tệp là bản chụp, mà nhận dạng chữ (OCR) đang tắt.',
    en: 'The file is a scan, and reading scans (OCR) is switched off.',
    remedy: turnOcrOn,
  },
} as const satisfies Record<string, Outcome>;

/** What was left out only because OCR was switched off: the same file is worth reading again once it is on. */
export function isForWantOfOcr(code: string | null): boolean {
  return code === 'page-without-text' || code === 'scan-without-ocr';
}

export type OutcomeCode = keyof typeof outcomes;

/** The outcome for a code, or null for a code that is only a remark of a reader. */
export function outcomeOf(code: string): Outcome | null {
  return code in outcomes ? outcomes[code as OutcomeCode] : null;
}
