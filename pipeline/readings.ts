import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Extraction } from '../schemas/extraction.ts';
import type { Objects } from './ports.ts';
import { readWhole } from './regular-file.ts';
import { PIPELINE_VERSION } from './version.ts';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** A reading is named by its bytes and the pipeline version: another version never finds it. */
export function readingName(sha256: string, version: string = PIPELINE_VERSION): string {
  return `${sha256}-${version}.json.gz`;
}

/** Keeps the original and, after it, its reading: a kept reading always has its original beside it. */
export async function keepReading(objects: Objects, extraction: Extraction, path: string): Promise<void> {
  if (extraction.sha256 === null) throw new Error('a reading without the hash of its bytes cannot be kept');
  const bytes = await readWhole(path, Number.POSITIVE_INFINITY);
  if (typeof bytes === 'string') throw new Error(bytes);
  // Written to since it was read: another attempt reads it anew.
  if (createHash('sha256').update(bytes).digest('hex') !== extraction.sha256) throw new Error('changed-while-reading');
  await objects.put('originals', extraction.sha256, bytes);
  await objects.put('readings', readingName(extraction.sha256), await zip(JSON.stringify(extraction)));
}

/** The kept reading of these bytes by this pipeline version; null also where its shape is not the present one. */
export async function loadReading(objects: Objects, sha256: string): Promise<Extraction | null> {
  const bytes = await objects.get('readings', readingName(sha256));
  if (!bytes) return null;
  const parsed = Extraction.safeParse(JSON.parse((await unzip(bytes)).toString('utf8')));
  return parsed.success ? parsed.data : null;
}
