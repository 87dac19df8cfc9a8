import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** 32 MB and some 100 ms a password: what OWASP asks of scrypt where less memory must be traded for more work. */
const COST = { ln: 15, r: 8, p: 3 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Fewer letters can be guessed; more are no password, and would be hashed at our expense. */
const SHORTEST = 10;
const LONGEST = 500;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Counted as a person sees them; how a keyboard composes Vietnamese letters does not matter. */
export function isAcceptable(password: string): boolean {
  const letters = Array.from(composed(password)).length;
  return letters >= SHORTEST && password.length <= LONGEST;
}

/** `$scrypt$ln=15,r=8,p=3$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derived(password, salt, COST);
  const { ln, r, p } = COST;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

/** Takes as long where there is no password to compare with: the time tells nobody which accounts there are. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const parts = kept === null ? null : partsOf(kept);
  if (password.length > LONGEST) return false;
  const { salt, hash, cost } = parts ?? { salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES), cost: COST };
  const same = timingSafeEqual(await derived(password, salt, cost), hash);
  return parts !== null && same;
}

/** Whether it was kept with less work than is asked today. */
export function isOutdated(kept: string): boolean {
  const { ln, r, p } = partsOf(kept).cost;
  return ln !== COST.ln || r !== COST.r || p !== COST.p;
}

interface Cost {
  ln: number;
  r: number;
  p: number;
}

function partsOf(kept: string): { salt: Buffer; hash: Buffer; cost: Cost } {
  const [, ln, r, p, salt, hash] = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(kept) ?? [];
  if (!salt || !hash) throw new Error('a kept password is not one of ours');
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  return { salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64'), cost };
}

function derived(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  return derive(composed(password), salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r });
}

const composed = (password: string): string => password.normalize('NFC');
