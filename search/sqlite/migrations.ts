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
  `
  CREATE TABLE compared_report (
    report INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    age TEXT NOT NULL,
    sketch TEXT NOT NULL,
    stale INTEGER NOT NULL,
    superseded INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX compared_stale ON compared_report (report) WHERE stale = 1;
  CREATE TABLE compared_band (
    band TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES compared_report (report) ON DELETE CASCADE,
    PRIMARY KEY (band, report)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX compared_band_report ON compared_band (report);
  CREATE TABLE same_report (
    one INTEGER NOT NULL REFERENCES compared_report (report) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES compared_report (report) ON DELETE CASCADE,
    PRIMARY KEY (one, other)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX same_report_other ON same_report (other);
  CREATE TRIGGER same_report_gone AFTER DELETE ON same_report BEGIN
    UPDATE compared_report SET stale = 1 WHERE report IN (old.one, old.other);
  END;

  CREATE TABLE compared_fact (
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    sha TEXT NOT NULL,
    seq INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES compared_report (report) ON DELETE CASCADE,
    fact TEXT NOT NULL,
    PRIMARY KEY (key, value, sha, seq, report)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX compared_fact_report ON compared_fact (report);
  CREATE TABLE dirty_key (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TRIGGER compared_fact_came AFTER INSERT ON compared_fact BEGIN
    INSERT INTO dirty_key VALUES (new.key) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER compared_fact_gone AFTER DELETE ON compared_fact BEGIN
    INSERT INTO dirty_key VALUES (old.key) ON CONFLICT DO NOTHING;
  END;

  CREATE TABLE cross_flag (
    key TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (key, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cross_flag_id ON cross_flag (id, key);
  `,
  `
  -- What auditors have said: only ever added to.
  CREATE TABLE history (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, key, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER history_stays BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
  CREATE TRIGGER history_is_kept BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

  -- Accounts, credentials, rules of collections, saved searches.
  CREATE TABLE shelf (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    owner TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shelf_owner ON shelf (kind, owner, key);

  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    account TEXT NOT NULL,
    action TEXT NOT NULL,
    collection TEXT NOT NULL,
    report TEXT
  ) STRICT;
  CREATE INDEX audit_account ON audit (account, id);
  CREATE INDEX audit_collection ON audit (collection, id);
  CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is only added to'); END;
  CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is only added to'); END;
  `,
  `
  -- What was checked in it; null until it is asked for.
  ALTER TABLE report ADD COLUMN coverage TEXT;
  -- What a flag is asked for by: flag-names.ts.
  ALTER TABLE record ADD COLUMN flag TEXT GENERATED ALWAYS AS
    (CASE WHEN kind = 'flags' THEN body ->> '$.id' END) VIRTUAL;
  ALTER TABLE record ADD COLUMN flag_figures TEXT GENERATED ALWAYS AS
    (CASE WHEN kind = 'flags' THEN (body ->> '$.id') || ' ' || (body ->> '$.fingerprint') END) VIRTUAL;
  CREATE INDEX record_flag ON record (flag) WHERE flag IS NOT NULL;
  CREATE INDEX record_flag_figures ON record (flag_figures) WHERE flag_figures IS NOT NULL;
  `,
  `
  -- Files that may hold one report are told apart by body and time as well; reindexing fills it again.
  DROP TABLE compared_band;
  CREATE TABLE compared_band (
    band TEXT NOT NULL,
    issuer TEXT NOT NULL,
    period TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES compared_report (report) ON DELETE CASCADE,
    PRIMARY KEY (band, issuer, period, report)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX compared_band_report ON compared_band (report);
  `,
  `
  -- The numbers under which the reports of a flag were compared: a new reading has a new number.
  ALTER TABLE cross_flag ADD COLUMN readings TEXT NOT NULL DEFAULT '{}';
  -- Compared reports that went since the last reconciling: where they lay, and what their file holds now.
  CREATE TABLE gone_report (
    sha TEXT PRIMARY KEY,
    collections TEXT NOT NULL,
    successor TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE closed_flag (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    gone TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- Which reports came, went or lie elsewhere since a moment: each under the number of its last change.
  CREATE TABLE placement_change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    report INTEGER NOT NULL UNIQUE
  ) STRICT;
  INSERT INTO placement_change (report) SELECT DISTINCT report FROM placement;
  CREATE TRIGGER placement_came AFTER INSERT ON placement BEGIN
    DELETE FROM placement_change WHERE report = new.report;
    INSERT INTO placement_change (report) VALUES (new.report);
  END;
  CREATE TRIGGER placement_changed AFTER UPDATE ON placement BEGIN
    DELETE FROM placement_change WHERE report IN (old.report, new.report);
    INSERT INTO placement_change (report) VALUES (old.report) ON CONFLICT DO NOTHING;
    INSERT INTO placement_change (report) VALUES (new.report) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER placement_went AFTER DELETE ON placement BEGIN
    DELETE FROM placement_change WHERE report = old.report;
    INSERT INTO placement_change (report) VALUES (old.report);
  END;
  `,
  `
  -- What residents raise, what contradicts itself and whether anything was checked, as facets tell it.
  UPDATE report SET facts = json_set(facts,
    '$.topics', (SELECT json_group_array(DISTINCT topic) FROM record WHERE record.report = report.id AND kind = 'issues'),
    '$.flags', (SELECT json_group_array(DISTINCT flag_figures) FROM record WHERE record.report = report.id AND kind = 'flags'),
    '$.checked', json(iif(coverage ->> '$.claimsChecked' > 0, 'true', 'false')));
  `,
  `
  -- A fact is written once, not under each of its keys: long rows of an index take a page each.
  DROP TRIGGER compared_fact_came;
  DROP TRIGGER compared_fact_gone;
  DROP INDEX compared_fact_report;
  ALTER TABLE compared_fact RENAME TO fact_under_key;
  CREATE TABLE compared_fact (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES compared_report (report) ON DELETE CASCADE,
    sha TEXT NOT NULL,
    keys TEXT NOT NULL,
    value TEXT NOT NULL,
    fact TEXT NOT NULL
  ) STRICT;
  INSERT INTO compared_fact
    SELECT report * 1048576 + seq, report, sha, json_group_array(key), value, fact FROM fact_under_key GROUP BY report, seq;
  CREATE TABLE compared_key (
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    sha TEXT NOT NULL,
    fact INTEGER NOT NULL,
    PRIMARY KEY (key, value, sha, fact)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO compared_key SELECT key, value, sha, report * 1048576 + seq FROM fact_under_key;
  DROP TABLE fact_under_key;
  CREATE INDEX compared_fact_report ON compared_fact (report);
  CREATE TRIGGER compared_fact_came AFTER INSERT ON compared_fact BEGIN
    INSERT INTO compared_key SELECT key.value, new.value, new.sha, new.id FROM json_each(new.keys) AS key;
    INSERT INTO dirty_key SELECT value FROM json_each(new.keys) WHERE true ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER compared_fact_gone AFTER DELETE ON compared_fact BEGIN
    DELETE FROM compared_key
      WHERE key IN (SELECT value FROM json_each(old.keys)) AND value = old.value AND sha = old.sha AND fact = old.id;
    INSERT INTO dirty_key SELECT value FROM json_each(old.keys) WHERE true ON CONFLICT DO NOTHING;
  END;
  `,
];
