-- What the store itself needs: whose it is, the change log, the audit chain, drafts.
CREATE TABLE identity(
    n INTEGER PRIMARY KEY CHECK(n = 1),
    clinic BLOB NOT NULL CHECK(length(clinic) = 16),
    device BLOB NOT NULL CHECK(length(device) = 16),
    letter TEXT NOT NULL CHECK(length(letter) = 1)
) STRICT;

-- One stream of records for each opening of a store that wrote something.
CREATE TABLE stream(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    stream INTEGER NOT NULL UNIQUE,
    device_id BLOB NOT NULL CHECK(length(device_id) = 16),
    opened_ms INTEGER NOT NULL
) STRICT;

-- The change log, in the order of commits on this PC. Header and body are kept as they were hashed.
CREATE TABLE record(
    n INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    header BLOB NOT NULL,
    body BLOB,
    hash BLOB NOT NULL CHECK(length(hash) = 32),
    UNIQUE(stream, seq)
) STRICT;
CREATE INDEX record_hlc ON record(hlc);
CREATE TRIGGER record_stays BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER record_is_final BEFORE UPDATE OF n, stream, seq, hlc, wall_ms, header, hash ON record
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;

-- Which records touched a row: history without a scan. t: the table's wire number, r: the row's number.
CREATE TABLE touch(
    t INTEGER NOT NULL,
    r INTEGER NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY(t, r, record)
) STRICT, WITHOUT ROWID;

-- Versions of the cells of rows that are merged column by column: packed (column, stream, seq).
CREATE TABLE cell(
    t INTEGER NOT NULL,
    r INTEGER NOT NULL,
    versions BLOB NOT NULL,
    PRIMARY KEY(t, r)
) STRICT, WITHOUT ROWID;

-- The audit chain of this PC. Columns beside the header are for finding; the header is what is hashed.
CREATE TABLE audit(
    n INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    user_id BLOB,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id BLOB,
    patient_id BLOB,
    outcome TEXT NOT NULL,
    record BLOB,
    header BLOB NOT NULL,
    salt BLOB,
    detail TEXT,
    hash BLOB NOT NULL CHECK(length(hash) = 32)
) STRICT;
CREATE INDEX audit_patient ON audit(patient_id, n) WHERE patient_id IS NOT NULL;
CREATE INDEX audit_user ON audit(user_id, n);
CREATE INDEX audit_time ON audit(at_ms);
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;
CREATE TRIGGER audit_is_final
BEFORE UPDATE OF n, at_ms, user_id, action, object_kind, object_id, patient_id, outcome, record, header, hash ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;

-- What a person has typed and not saved: sealed to that person's key.
CREATE TABLE draft(
    n INTEGER PRIMARY KEY,
    user_id BLOB NOT NULL CHECK(length(user_id) = 16),
    kind TEXT NOT NULL,
    subject_id BLOB NOT NULL CHECK(length(subject_id) = 16),
    saved_ms INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE(user_id, kind, subject_id)
) STRICT;
