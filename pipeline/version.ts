import { compareVersions } from '../search/compare-versions.ts';

/**
 * Version of everything between the bytes and the records. It is part of the name of every kept reading: raise it with
 * any change that lets a file give other blocks, records or flags, and all files are read anew at the next ingest.
 * Versions compare as numbers.
 */
export const PIPELINE_VERSION = '1';

/** Versions of others, as they stand in jobs and in the ledger, against this program's own. */
export const isNewer = (version: string): boolean => compareVersions(version, PIPELINE_VERSION) > 0;
export const isOlder = (version: string): boolean => compareVersions(version, PIPELINE_VERSION) < 0;
