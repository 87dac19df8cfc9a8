import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Extraction } from '../schemas/extraction.ts';
import type { Comparables } from './port.ts';

/** A reading as both homes keep it: the name a file had while it was read is no part of it. */
export function keepExtraction({ source: _, ...kept }: Extraction): Buffer {
  return zstdCompressSync(JSON.stringify(kept));
}

/** The reading with one of the paths its bytes lie under. */
export function keptExtraction(bytes: Uint8Array, path: string): Extraction {
  return { source: path, ...(JSON.parse(zstdDecompressSync(bytes).toString()) as Omit<Extraction, 'source'>) };
}

export function keepComparables(comparables: Comparables): Buffer {
  return zstdCompressSync(JSON.stringify(comparables));
}

export function keptComparables(bytes: Uint8Array): Comparables {
  return JSON.parse(zstdDecompressSync(bytes).toString()) as Comparables;
}
