import type { AuditEntry, CollectionRule, Credential, KeptAccount, SavedSearch } from '../schemas/account.ts';
import type { Page } from './port.ts';

/** Who may do and see what. Nobody here asks the clock: whoever writes says when. */
export interface People {
  /** By name. */
  accounts: Shelf<KeptAccount>;
  /** By hash, owned by their account. */
  credentials: Shelf<Credential>;
  /** By collection. */
  rules: Shelf<CollectionRule>;
  /** By `savedSearchKey`, owned by their account. */
  searches: Shelf<SavedSearch>;
  audit: AuditLog;
}

export const savedSearchKey = ({ account, name }: Pick<SavedSearch, 'account' | 'name'>): string =>
  JSON.stringify([account, name]);

/** Things that change, each replaced only in the state it was read in. */
export interface Shelf<T extends { version: number }> {
  get(key: string): Promise<T | null>;
  /** By key; only those of one owner where one is named. */
  list(owner?: string): Promise<T[]>;
  /** In place of the version before this one (1: of none); false where somebody was quicker. */
  put(thing: T): Promise<boolean>;
  /** True for the one caller that took it. */
  remove(key: string): Promise<boolean>;
}

/** Only ever added to. */
export interface AuditLog {
  add(entries: readonly AuditEntry[]): Promise<void>;
  /** Newest first. */
  list(
    filter: { account?: string; collection?: string },
    page: Page,
  ): Promise<{ total: number; entries: AuditEntry[] }>;
}
