import { isDeepStrictEqual } from 'node:util';
import type { Correction } from '../schemas/correction.ts';
import type { Decision, SignOff } from '../schemas/decision.ts';

/** What auditors say about reports. Kept apart from what is read of them: no ingest, removal or re-index touches it. */
export interface Desk {
  /** By flag id. */
  decisions: History<Decision>;
  /** By the hash of the report's bytes. */
  signOffs: History<SignOff>;
  /** The same. What they change is applied whenever a report is written. */
  corrections: History<Correction>;
}

/** Entries that are only ever added, each under a key and numbered from 1. */
export interface History<T extends { version: number }> {
  /**
   * Adds an entry whose version is one more than that of the last under its key. Where somebody was quicker nothing is
   * written, and what was said meanwhile is told. Adding the last entry once more is harmless.
   */
  add(entry: T): Promise<Added<T>>;
  /** Everything under a key, oldest first. */
  of(key: string): Promise<T[]>;
  /** The last entry under each of these keys that has one; under every key where none is named. */
  latest(keys?: readonly string[]): Promise<Map<string, T>>;
}

/** A writer that lost the answer of the store says the same once more. */
export function refused<T>(entry: T, latest: T | null): Added<T> {
  return isDeepStrictEqual(entry, latest) ? { kept: true } : { kept: false, latest };
}

export type Added<T> = { kept: true } | { kept: false; latest: T | null };
