import JSZip from 'jszip';
import { ReadError } from '../document/read-error.ts';

const MAX_ENTRIES = 10_000;
const MAX_ENTRY_BYTES = 200_000_000;
/** Beyond this much, an archive that unpacks to more than a hundred times its size is a bomb. */
const FREE_BYTES = 100_000;
const MAX_RATIO = 100;

/** Looks at the package before anything unpacks it. Throws `ReadError` for what is no sound Word document. */
export async function openPackage(bytes: Uint8Array): Promise<JSZip> {
  if (isCompoundFile(bytes)) throw compoundFileError(bytes);
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch {
    throw new ReadError('corrupt', 'Tệp Word bị hỏng hoặc bị cắt ngang.');
  }
  refuseBomb(zip, bytes.length);
  if (!zip.file('word/document.xml') && !zip.file('_rels/.rels')) {
    throw new ReadError('not-a-docx', 'Tệp nén này không phải là văn bản Word.');
  }
  return zip;
}

interface SizedEntry {
  _data?: { compressedSize?: number; uncompressedSize?: number };
}

function refuseBomb(zip: JSZip, packed: number): void {
  const entries = Object.values(zip.files) as unknown as SizedEntry[];
  const sizes = entries.map((entry) => entry._data?.uncompressedSize ?? 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (
    entries.length > MAX_ENTRIES ||
    sizes.some((size) => size > MAX_ENTRY_BYTES || size < 0) ||
    total - FREE_BYTES > packed * MAX_RATIO
  ) {
    throw new ReadError('too-large', 'Nội dung nén của tệp phình ra quá giới hạn an toàn.');
  }
}

/** Compound files (OLE): the container of encrypted packages, and of Word 97–2003. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
}

function compoundFileError(bytes: Uint8Array): ReadError {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return names.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new ReadError('encrypted', 'Tệp Word được bảo vệ bằng mật khẩu.')
    : new ReadError('unsupported-type', 'Tệp Word 97–2003 (.doc) chưa được hỗ trợ; hãy lưu lại thành DOCX.');
}
