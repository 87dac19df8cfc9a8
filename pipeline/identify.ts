import { fileTypeFromBuffer } from 'file-type';

export interface Identified {
  /** The type found, also one that cannot be read ("image/jpeg"); null where the bytes look like nothing known. */
  mediaType: string | null;
  reader: 'docx' | 'doc' | 'rtf' | 'odt' | 'html' | 'pdf' | 'picture' | 'plain' | null;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Macros are never run; the parts of these packages that hold text are those of a DOCX. */
const WORD_FAMILY = new Set([
  WORD,
  'application/vnd.ms-word.document.macroenabled.12',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
  'application/vnd.ms-word.template.macroenabled.12',
]);

/** Photos and scans of pages: they go to OCR. */
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/tiff']);

/** Decides by content, never by name: a JPEG called `.docx` is a JPEG. */
export async function identify(bytes: Uint8Array): Promise<Identified> {
  // Printers and mail gateways put lines before the PDF header; readers accept it within the first kilobyte.
  if (indexOfAscii(bytes.subarray(0, 1024), '%PDF-') >= 0) return { mediaType: 'application/pdf', reader: 'pdf' };
  // The sniffer takes some marks of UTF-16 for the start of an MP3.
  if (isUtf16(bytes)) return { mediaType: 'text/plain', reader: 'plain' };
  const found = await sniff(bytes);
  if (found && WORD_FAMILY.has(found)) return { mediaType: found, reader: 'docx' };
  if (found === 'application/rtf') return { mediaType: found, reader: 'rtf' };
  if (found?.startsWith('application/vnd.oasis.opendocument.text')) return { mediaType: found, reader: 'odt' };
  // A truncated or re-ordered package is not recognised as Word; the DOCX reader says what is wrong with it.
  if (found === 'application/zip') return { mediaType: found, reader: 'docx' };
  // Word 97–2003, other old Office files and encrypted new ones: the reader tells them apart by what they contain.
  if (found === 'application/x-cfb') return { mediaType: 'application/msword', reader: 'doc' };
  if (found === 'application/xml' && indexOfAscii(bytes.subarray(0, 4096), '<office:document') >= 0)
    return { mediaType: 'application/vnd.oasis.opendocument.text-flat-xml', reader: 'odt' };
  if ((found === null || found === 'application/xml') && isHtml(bytes))
    return { mediaType: 'text/html', reader: 'html' };
  if (found && PICTURES.has(found)) return { mediaType: found, reader: 'picture' };
  if (found && found !== 'application/xml') return { mediaType: found, reader: null };
  if (found === null && isText(bytes)) return { mediaType: 'text/plain', reader: 'plain' };
  return { mediaType: found, reader: null };
}

async function sniff(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null;
  } catch {
    // Hostile or cut-off archives make the sniffer stumble over its own offsets; by its first bytes it is still a ZIP.
    return bytes[0] === 0x50 && bytes[1] === 0x4b ? 'application/zip' : null;
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Text has no control characters; which encoding it is in is found out when it is read. */
function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 30 && byte !== 31));
}

/** A page begins with its type or one of its outer elements, after blanks, comments and an XML declaration. */
function isHtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}>\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div|p)[\s>]/i.test(
    head,
  );
}

function indexOfAscii(bytes: Uint8Array, word: string): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(word, 0, 'latin1');
}
