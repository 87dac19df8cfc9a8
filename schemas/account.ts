import { z } from 'zod';

/** In this order each may do all that the one before may. */
export const Role = z.enum(['reader', 'auditor', 'administrator']);
export type Role = z.infer<typeof Role>;

/** What a token may be used for, within what its account may do. */
export const Scope = z.enum(['read', 'decide', 'ingest', 'administer']);
export type Scope = z.infer<typeof Scope>;

/** What a person signs in with: lower-case letters, digits and `. _ - @`. */
export const AccountName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{0,99}$/);

export const Account = z.strictObject({
  name: AccountName,
  /** As it is shown and stands in protocols. */
  displayName: z.string().trim().min(1).max(200),
  role: Role,
  /** True: sees nothing but the collections whose rules name it. */
  confined: z.boolean(),
  disabled: z.boolean(),
  language: z.enum(['vi', 'en']).nullable(),
  created: z.iso.datetime(),
});
export type Account = z.infer<typeof Account>;

/** An account with what must not leave the store. */
export const KeptAccount = z.strictObject({
  ...Account.shape,
  version: z.int().min(1),
  /** `$scrypt$ln=…,r=…,p=…$salt$hash`; null where another service knows the person. */
  password: z.string().nullable(),
  /** `issuer subject` of OpenID Connect. */
  subject: z.string().nullable(),
  /** Attempts since the last that succeeded. */
  failures: z.int().min(0),
  lockedUntil: z.iso.datetime().nullable(),
});
export type KeptAccount = z.infer<typeof KeptAccount>;

/** Something that lets its bearer in. Only the hash is kept; the secret is shown once. */
export const Credential = z.strictObject({
  /** SHA-256 of the secret, in hexadecimal. */
  hash: z.string(),
  version: z.int().min(1),
  kind: z.enum(['session', 'token', 'setup']),
  /** Empty for the setup of the first administrator. */
  account: z.string(),
  /** What its owner calls a token. */
  label: z.string().max(200),
  scopes: z.array(Scope),
  created: z.iso.datetime(),
  seen: z.iso.datetime(),
  expires: z.iso.datetime(),
});
export type Credential = z.infer<typeof Credential>;

/**
 * Who may see a collection, beside administrators: these roles, and these accounts whatever their role. One without a
 * rule is open to every account that is not confined.
 */
export const CollectionRule = z.strictObject({
  collection: z.string().min(1).max(500),
  version: z.int().min(1),
  roles: z.array(Role),
  accounts: z.array(AccountName),
  /** Whether every reading of it is written down. */
  audited: z.boolean(),
});
export type CollectionRule = z.infer<typeof CollectionRule>;

/** A search that a person wants to come back to. */
export const SavedSearch = z.strictObject({
  account: z.string(),
  name: z.string().trim().min(1).max(200),
  version: z.int().min(1),
  query: z.string().max(4000),
  /** Parameters of the search beside its words, by name. */
  filters: z.record(z.string().max(100), z.string().max(1000)),
  saved: z.iso.datetime(),
  /** When its answer was last looked at, and how many hits there were. */
  seen: z.strictObject({ at: z.iso.datetime(), total: z.int().min(0) }).nullable(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** Somebody has read something of an audited collection. */
export const AuditEntry = z.strictObject({
  at: z.iso.datetime(),
  account: z.string(),
  action: z.enum(['search', 'list', 'open', 'download', 'export']),
  collection: z.string(),
  /** Null where what was read was more than one report. */
  report: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
