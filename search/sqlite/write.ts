import type { LedgerEntry } from '../../schemas/ledger.ts';
import { compareVersions } from '../compare-versions.ts';
import { contentHash, derive, type IndexRows, levelOf, levelOrder } from '../derive.ts';
import { factsOf } from '../facts.ts';
import { readIdentity } from '../identity.ts';
import { keepExtraction } from '../kept-extraction.ts';
import type { IndexedReport, PutOutcome } from '../port.ts';
import { dateOrder } from '../query/rank.ts';
import { noteGone } from './closed-flags.ts';
import { keepComparables } from './comparisons.ts';
import type { Database } from './database.ts';
import { writeEntry } from './ledger.ts';
import { erase, place } from './placement.ts';

/** Records of a report are numbered report × 2²⁰ + place, so their order is the order of reading. */
const ROWS_PER_REPORT = 2 ** 20;

interface Known {
  id: number;
  version: string;
  content: string;
}

/** One transaction: the records, where the file lies, and what became of it. */
export function put(database: Database, indexed: IndexedReport, entry: LedgerEntry): PutOutcome {
  const { extraction, collection, path } = indexed;
  const content = contentHash(indexed);
  return database.transaction(() => {
    const known = database.get<Known & object>(
      'SELECT id, version, content FROM report WHERE sha = ?',
      extraction.sha256,
    );
    const newer = known ? compareVersions(known.version, extraction.pipelineVersion) : -1;
    const same = known !== undefined && newer === 0 && known.content === content;
    const keeps = known !== undefined && (same || newer > 0);
    const report = keeps ? known.id : replace(database, indexed, content, known);
    const moved = place(database, collection, path, report);
    writeEntry(database, newer > 0 && known ? { ...entry, pipelineVersion: known.version } : entry);
    if (newer > 0) return 'newer-version-kept';
    return keeps && !moved ? 'unchanged' : 'written';
  });
}

/** Takes out everything that was read from these bytes, and every ledger row of them. */
export function remove(database: Database, sha: string): boolean {
  return database.transaction(() => {
    const report = database.get<{ id: number }>('SELECT id FROM report WHERE sha = ?', sha);
    if (report) {
      const lay = 'SELECT DISTINCT collection AS x FROM placement WHERE report = ?';
      noteGone(database, report.id, database.column<string>(lay, report.id), null);
      erase(database, report.id);
    }
    const rows = database.run('DELETE FROM ledger WHERE sha256 = ?', sha);
    return report !== undefined || rows > 0;
  });
}

function replace(
  database: Database,
  { extraction, comparables }: IndexedReport,
  content: string,
  known: Known | undefined,
): number {
  const rows = derive(extraction);
  if (rows.records.length >= ROWS_PER_REPORT)
    throw new RangeError(`a report of ${rows.records.length} records does not fit into the store`);
  // A new reading takes a new number: what is held in memory of a report never changes under its number.
  if (known) database.run('UPDATE report SET sha = ? WHERE id = ?', `${extraction.sha256} replaced`, known.id);
  const firstPassage = database.value<number>('SELECT coalesce(max(id), 0) + 1 FROM passage');
  database.run(
    'INSERT INTO report (sha, version, content, date_order, head, facts, first_passage, passages, extraction, coverage) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    extraction.sha256,
    extraction.pipelineVersion,
    content,
    dateOrder(extraction.report.date),
    JSON.stringify(extraction.report),
    JSON.stringify(factsOf(extraction, rows)),
    firstPassage,
    rows.passages.length,
    keepExtraction(extraction),
    JSON.stringify(extraction.coverage),
  );
  const report = database.value<number>('SELECT last_insert_rowid()');
  insertPassages(database, report, firstPassage, rows);
  insertRecords(database, report, extraction, rows);
  if (comparables) keepComparables(database, report, extraction.sha256, comparables);
  if (known) {
    database.run('UPDATE placement SET report = ? WHERE report = ?', report, known.id);
    erase(database, known.id);
  }
  return report;
}

/** Passages are numbered through the store, those of a report side by side in the order of reading. */
function insertPassages(database: Database, report: number, first: number, rows: IndexRows): void {
  rows.passages.forEach(({ block, section, page, text, keywords, exact, folded }, i) => {
    const id = first + i;
    const listed = JSON.stringify(keywords);
    database.run('INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?)', id, report, block, section, page, text, listed);
    database.run('INSERT INTO passage_exact (rowid, words) VALUES (?, ?)', id, exact);
    database.run('INSERT INTO passage_folded (rowid, words) VALUES (?, ?)', id, folded);
  });
}

function insertRecords(
  database: Database,
  report: number,
  extraction: IndexedReport['extraction'],
  rows: IndexRows,
): void {
  const base = report * ROWS_PER_REPORT;
  rows.records.forEach(({ kind, section, page, words, place, sort, topic, stance, certain, directives, body }, i) => {
    const id = base + i;
    const sure = certain === null ? null : Number(certain);
    database.run(
      'INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[id, report, kind, section, page, place === '' ? '' : ` ${place} `, sort, topic],
      ...[JSON.stringify(stance), sure, JSON.stringify(body)],
    );
    database.run('INSERT INTO record_words (rowid, words) VALUES (?, ?)', id, `#${kind} ${words}`);
    for (const value of directives) database.run('INSERT OR IGNORE INTO record_directive VALUES (?, ?)', value, id);
  });
  const level = levelOrder(levelOf(extraction.report));
  const date = dateOrder(extraction.report.date);
  for (const { seq, directive, keyword, number, spelled, type, issuer, date: dated, title, ...said } of rows.mentions) {
    const { stem, time } = readIdentity(directive);
    database.run(
      'INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[base + seq, report, directive, stem, time, keyword, level, date, extraction.sha256],
      ...[number, Number(spelled), type, issuer, dated, title, JSON.stringify(said)],
    );
  }
  for (const { to, from, verb, number } of rows.links)
    database.run('INSERT INTO link VALUES (?, ?, ?, ?, ?)', to, from, verb, number, report);
}
