import type { Ledger } from '../search/port.ts';
import type { FileJob } from './ports.ts';

const PAGE = 500;

/**
 * Makes the ledger forget the bytes of files that could not be read: a row without their hash is never taken for unchanged,
 * so the file is read again when it is next queued. Returns the files.
 */
export async function forgetFailures(ledger: Pick<Ledger, 'list' | 'write'>, collection?: string): Promise<FileJob[]> {
  const files: FileJob[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const failed = await ledger.list(
      { state: 'failed', ...(collection !== undefined && { collection }) },
      { offset, limit: PAGE },
    );
    await ledger.write(failed.map((entry) => ({ ...entry, sha256: null })));
    files.push(...failed.map(({ collection: own, path }) => ({ collection: own, path })));
    if (failed.length < PAGE) return files;
  }
}
