/**
 * The shape of the database, one step a migration: its number is its place in the list, and `PRAGMA user_version` says
 * how many were applied. A released migration never changes; a new shape is a new entry.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,
    content TEXT NOT NULL,
    date_order INTEGER NOT NULL,
    head TEXT NOT NULL,
    facts TEXT NOT NULL,
    first_passage INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    extraction BLOB NOT NULL
  ) STRICT;
  CREATE INDEX report_order ON report (date_order, sha);

  CREATE TABLE placement (
    collection TEXT NOT NULL,
    path TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    PRIMARY KEY (collection, path)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX placement_report ON placement (report, collection, path);

  CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    block TEXT NOT NULL,
    section TEXT,
    page INTEGER,
    text TEXT NOT NULL,
    keywords TEXT NOT NULL
  ) STRICT;
  CREATE INDEX passage_report ON passage (report);
  -- Words come cut and folded by us: the engine parts them at blanks and does nothing else. It keeps no text.
  CREATE VIRTUAL TABLE passage_exact USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.,#@'"
  );
  CREATE VIRTUAL TABLE passage_folded USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.,#@'"
  );

  CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    section TEXT,
    page INTEGER,
    place TEXT NOT NULL,
    sort TEXT,
    topic TEXT,
    stance TEXT NOT NULL,
    certain INTEGER,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX record_kind ON record (kind, report, id);
  CREATE INDEX record_report ON record (report);
  CREATE VIRTUAL TABLE record_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '.,#@'"
  );
  CREATE TABLE record_directive (
    value TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    PRIMARY KEY (value, record)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX record_directive_record ON record_directive (record);

  CREATE TABLE mention (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    directive TEXT NOT NULL,
    stem TEXT NOT NULL,
    time TEXT,
    keyword TEXT,
    level_order INTEGER NOT NULL,
    date_order INTEGER NOT NULL,
    sha TEXT NOT NULL,
    number TEXT,
    spelled INTEGER NOT NULL,
    type TEXT,
    issuer TEXT,
    date TEXT,
    title TEXT,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX mention_order ON mention (directive, level_order, date_order, sha, id);
  CREATE INDEX mention_keyword ON mention (keyword, stem);
  CREATE INDEX mention_stem ON mention (stem, time, directive, report);
  CREATE INDEX mention_report ON mention (report, directive);

  CREATE TABLE link (
    target TEXT NOT NULL,
    source TEXT NOT NULL,
    verb TEXT NOT NULL,
    number TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX link_target ON link (target, source, verb, number, report);
  CREATE INDEX link_report ON link (report);

  CREATE TABLE ledger (
    collection TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT,
    size INTEGER,
    state TEXT NOT NULL,
    reason TEXT,
    detail TEXT,
    duplicateOf TEXT,
    pipelineVersion TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    updated TEXT,
    PRIMARY KEY (collection, path)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ledger_state ON ledger (state, collection, path);
  CREATE INDEX ledger_bytes ON ledger (sha256, collection, path);
  `,
];
