import { stat } from 'node:fs/promises';
import type { Extraction } from '../../schemas/extraction.ts';
import { ReadingPool } from '../read/pool.ts';
import { UsageError } from './failure.ts';
import { failureText } from './print-extraction.ts';
import { everybody, type Session, withStore } from './session.ts';

/** Reports as a person names them: a file, or the id of one in the store. One that cannot be had ends the command. */
export async function namedReports(session: Session, names: readonly string[]): Promise<Extraction[]> {
  const files = new Set<string>();
  for (const name of names) if (await isThere(name)) files.add(name);
  const pool = new ReadingPool(session.settings, session.note);
  const found: Extraction[] = [];
  try {
    for (const name of names)
      found.push(files.has(name) ? await fromFile(session, pool, name) : await fromStore(session, name));
  } finally {
    await pool.close();
  }
  return found;
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function fromFile(session: Session, pool: ReadingPool, path: string): Promise<Extraction> {
  const extraction = await pool.read({ path, source: path });
  if (extraction.status === 'failed') throw new UsageError(`${path}: ${failureText(session, extraction)}`);
  return extraction;
}

/** An id has no other signs; anything else was meant as a file. */
const ID = /^[0-9a-f]{4,64}$/;

async function fromStore(session: Session, name: string): Promise<Extraction> {
  const missing = () => new UsageError(session.messages.diff.missing(name));
  if (!ID.test(name)) throw missing();
  const found = await withStore(session, ({ store }) => store.report(everybody, name));
  if (found === null) throw missing();
  return { ...found.extraction, source: found.path };
}
