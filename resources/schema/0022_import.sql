-- Imports told line by line.
ALTER TABLE import_batch ADD COLUMN kind TEXT;            -- "patients", "allergies", "visits", "prescriptions"
ALTER TABLE import_batch ADD COLUMN opened_by_id BLOB REFERENCES user(id);
ALTER TABLE import_batch ADD COLUMN digest BLOB;          -- SHA-256 of the source, to go on with the same one
ALTER TABLE import_batch ADD COLUMN mapping TEXT;         -- JSON: how it is read
ALTER TABLE import_batch ADD COLUMN last_line INTEGER;    -- of the source, up to which it is worked through
ALTER TABLE import_batch ADD COLUMN line_count INTEGER;   -- lines worked through, without the header
ALTER TABLE import_batch ADD COLUMN added INTEGER;
ALTER TABLE import_batch ADD COLUMN duplicates INTEGER;
ALTER TABLE import_batch ADD COLUMN rejected INTEGER;
ALTER TABLE import_batch ADD COLUMN undone_ms INTEGER;    -- when it was rolled back
CREATE INDEX import_batch_time ON import_batch(opened_ms);
CREATE INDEX import_batch_hidden ON import_batch(state) WHERE state <> 'closed';

-- What of a source did not become a record, or not whole: nothing that stood in the file is lost.
CREATE TABLE import_line(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB NOT NULL REFERENCES import_batch(id),
    line INTEGER NOT NULL,                         -- of the file, the first being 1
    outcome TEXT NOT NULL CHECK(outcome = 'duplicate' OR outcome = 'rejected' OR outcome = 'aside' OR outcome = 'repaired'),
    name TEXT,                                     -- whom the line is about, as it stands there
    column_name TEXT,                              -- as in the header; null where it is about the whole line
    value TEXT,                                    -- as it stands in the file; of a rejected line all of it
    why TEXT NOT NULL,                             -- a code, see interop/importing
    known_id BLOB REFERENCES patient(id)           -- the patient it is a duplicate of
) STRICT;
CREATE INDEX import_line_batch ON import_line(batch_id);
CREATE INDEX import_line_known ON import_line(known_id) WHERE known_id IS NOT NULL;

-- How the columns of a source were understood the last time.
CREATE TABLE import_mapping(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    kind TEXT NOT NULL,
    header TEXT NOT NULL,                          -- the source's header, folded: how it is known again
    mapping TEXT NOT NULL,                         -- JSON as in a map file
    used_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX import_mapping_header ON import_mapping(header, kind);

-- SQLite opens a table of its own for each IN of more than two constants, for each row. The same sets, said with OR.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'sex IN (''male'', ''female'', ''other'', ''unknown'')',
    'sex = ''male'' OR sex = ''female'' OR sex = ''other'' OR sex = ''unknown''')
WHERE type = 'table' AND name = 'patient';
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'criticality IN (''low'', ''high'', ''unknown'')',
    'criticality = ''low'' OR criticality = ''high'' OR criticality = ''unknown'''),
    'verification IN (''unconfirmed'', ''confirmed'', ''entered-in-error'')',
    'verification = ''unconfirmed'' OR verification = ''confirmed'' OR verification = ''entered-in-error''')
WHERE type = 'table' AND name = 'allergy';
UPDATE sqlite_schema SET sql = replace(sql, 'status IN (''active'', ''stopped'', ''entered-in-error'')',
    'status = ''active'' OR status = ''stopped'' OR status = ''entered-in-error''')
WHERE type = 'table' AND name = 'medication_statement';
UPDATE sqlite_schema SET sql = replace(sql, 'state IN (''open'', ''closed'', ''rolled-back'')',
    'state = ''open'' OR state = ''closed'' OR state = ''rolled-back''')
WHERE type = 'table' AND name = 'import_batch';
PRAGMA writable_schema = RESET;
