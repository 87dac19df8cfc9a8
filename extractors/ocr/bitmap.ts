/** A page as a picture: one byte a pixel, 0 black to 255 white, row after row. */
export interface Bitmap {
  width: number;
  height: number;
  data: Uint8Array;
}

/** An upright rectangle of pixels; right and bottom are exclusive. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Luminance of RGBA pixels; what is transparent is paper. */
export function greyOfRgba(width: number, height: number, rgba: ArrayLike<number>): Bitmap {
  const data = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < data.length; i++, at += 4) {
    const light = (rgba[at]! * 77 + rgba[at + 1]! * 150 + rgba[at + 2]! * 29) >> 8;
    const alpha = rgba[at + 3]!;
    data[i] = alpha === 255 ? light : (light * alpha + 255 * (255 - alpha)) / 255;
  }
  return { width, height, data };
}

/** Luminance of RGB pixels. */
export function greyOfRgb(width: number, height: number, rgb: ArrayLike<number>): Bitmap {
  const data = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < data.length; i++, at += 3)
    data[i] = (rgb[at]! * 77 + rgb[at + 1]! * 150 + rgb[at + 2]! * 29) >> 8;
  return { width, height, data };
}

/** One bit a pixel, rows padded to whole bytes; a set bit is white. */
export function greyOfBits(width: number, height: number, bits: ArrayLike<number>): Bitmap {
  const stride = (width + 7) >> 3;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[y * width + x] = (bits[y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0;
  return { width, height, data };
}

/** The picture turned clockwise by quarter turns. */
export function turned(bitmap: Bitmap, degrees: 0 | 90 | 180 | 270): Bitmap {
  if (degrees === 0) return bitmap;
  const { width, height, data } = bitmap;
  const result = new Uint8Array(data.length);
  if (degrees === 180) {
    for (let i = 0, last = data.length - 1; i < data.length; i++) result[last - i] = data[i]!;
    return { width, height, data: result };
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = degrees === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      result[at] = data[y * width + x]!;
    }
  return { width: height, height: width, data: result };
}

/** The picture turned clockwise by a small angle about its middle; the size stays, corners are filled with paper. */
export function rotated(bitmap: Bitmap, degrees: number): Bitmap {
  const { width, height, data } = bitmap;
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const result = new Uint8Array(data.length).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sx = cos * (x - cx) + sin * (y - cy) + cx;
      const sy = -sin * (x - cx) + cos * (y - cy) + cy;
      const x0 = Math.floor(sx);
      const y0 = Math.floor(sy);
      if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) continue;
      const [fx, fy] = [sx - x0, sy - y0];
      const i = y0 * width + x0;
      const above = data[i]! + (data[i + 1]! - data[i]!) * fx;
      const below = data[i + width]! + (data[i + width + 1]! - data[i + width]!) * fx;
      result[y * width + x] = above + (below - above) * fy + 0.5;
    }
  return { width, height, data: result };
}

/** A copy of what lies within the box. */
export function cropped(bitmap: Bitmap, box: Box): Bitmap {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (box.top + y) * bitmap.width + box.left;
    data.set(bitmap.data.subarray(from, from + width), y * width);
  }
  return { width, height, data };
}

/** Enlarged (or reduced) by `factor` between neighbouring pixels. */
export function scaled(bitmap: Bitmap, factor: number): Bitmap {
  const width = Math.max(1, Math.round(bitmap.width * factor));
  const height = Math.max(1, Math.round(bitmap.height * factor));
  const data = new Uint8Array(width * height);
  const source = bitmap.data;
  for (let y = 0; y < height; y++) {
    const sy = Math.min(bitmap.height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const y0 = Math.min(bitmap.height - 1, Math.floor(sy));
    const y1 = Math.min(bitmap.height - 1, y0 + 1);
    const fy = sy - y0;
    for (let x = 0; x < width; x++) {
      const sx = Math.min(bitmap.width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
      const x0 = Math.min(bitmap.width - 1, Math.floor(sx));
      const x1 = Math.min(bitmap.width - 1, x0 + 1);
      const fx = sx - x0;
      const above = source[y0 * bitmap.width + x0]! * (1 - fx) + source[y0 * bitmap.width + x1]! * fx;
      const below = source[y1 * bitmap.width + x0]! * (1 - fx) + source[y1 * bitmap.width + x1]! * fx;
      data[y * width + x] = above * (1 - fy) + below * fy + 0.5;
    }
  }
  return { width, height, data };
}
