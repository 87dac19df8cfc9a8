/**
 * Width and height as the head of a JPEG or PNG states them, or null. Asked before the picture is unpacked: a few bytes may
 * claim a gigabyte of pixels, and the native decoder dies of pictures that end before their size is told.
 */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes[0] === 0x89 ? pngSize(view) : jpegSize(view);
}

/** 8 bytes of signature, 8 of the first chunk's head, then width and height. */
function pngSize(view: DataView): { width: number; height: number } | null {
  const whole = view.byteLength > 33 && view.getUint32(12) === 0x49484452;
  return whole ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
}

/** Segments follow each other, each with its length; that of the frame (SOF0 to SOF15) holds the size, data come after it. */
function jpegSize(view: DataView): { width: number; height: number } | null {
  let at = 2;
  let size: { width: number; height: number } | null = null;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // SOS: what follows are the pixels.
    if (marker === 0xda) return size;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
