import { createHash } from 'node:crypto';
import type { FileJob } from './ports.ts';

/** Derived from what is to be done, never drawn: the same file of the same collection is always the same job. */
export function jobId({ collection, path }: FileJob, ...more: string[]): string {
  return createHash('sha256')
    .update([collection, path, ...more].join('\u0000'))
    .digest('hex');
}
