import { noteGone } from './closed-flags.ts';
import type { Database } from './database.ts';

/** Says that the file at this path holds this report; true if that is new. A report without a place is taken out. */
export function place(database: Database, collection: string, path: string, report: number): boolean {
  const before = placedAt(database, collection, path);
  if (before === report) return false;
  database.run(
    'INSERT INTO placement VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET report = excluded.report',
    collection,
    path,
    report,
  );
  if (before !== undefined) eraseUnplaced(database, before, collection, report);
  return true;
}

/** The file at this path holds no report any more. */
export function displace(database: Database, collection: string, path: string): void {
  const before = placedAt(database, collection, path);
  if (before === undefined) return;
  database.run('DELETE FROM placement WHERE collection = ? AND path = ?', collection, path);
  eraseUnplaced(database, before, collection, null);
}

function placedAt(database: Database, collection: string, path: string): number | undefined {
  return database.value('SELECT report FROM placement WHERE collection = ? AND path = ?', collection, path);
}

function eraseUnplaced(database: Database, report: number, collection: string, successor: number | null): void {
  const placed = database.value<number>('SELECT EXISTS (SELECT 1 FROM placement WHERE report = ?)', report);
  if (placed) return;
  noteGone(database, report, [collection], successor);
  erase(database, report);
}

/** Takes out a report with all its rows; the engine's own tables do not cascade. */
export function erase(database: Database, report: number): void {
  const passages = 'SELECT id FROM passage WHERE report = ?';
  database.run(`DELETE FROM passage_exact WHERE rowid IN (${passages})`, report);
  database.run(`DELETE FROM passage_folded WHERE rowid IN (${passages})`, report);
  database.run('DELETE FROM record_words WHERE rowid IN (SELECT id FROM record WHERE report = ?)', report);
  database.run('DELETE FROM report WHERE id = ?', report);
}
