-- Who looked past the ordinary rules, the clinic's own roles, what is known of backups and checks.

-- A role the clinic made from a shipped one.
CREATE TABLE custom_role(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    name TEXT NOT NULL CHECK(length(name) > 0),
    base TEXT NOT NULL CHECK(base IN ('R', 'P', 'D', 'O', 'A', 'U')),
    permissions TEXT NOT NULL,                   -- codes of permissions.json, one space between
    active INTEGER NOT NULL DEFAULT 1 CHECK(active IN (0, 1))
) STRICT;

CREATE TABLE custom_role_grant(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    user_id BLOB NOT NULL REFERENCES user(id),
    custom_role_id BLOB NOT NULL REFERENCES custom_role(id),
    until_ms INTEGER,                            -- null: without end
    revoked INTEGER NOT NULL DEFAULT 0 CHECK(revoked IN (0, 1))
) STRICT;
CREATE INDEX custom_role_grant_user ON custom_role_grant(user_id);

-- Break-glass: one person, one patient, a reason, half an hour; then somebody has to look at it.
CREATE TABLE emergency_access(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    user_id BLOB NOT NULL REFERENCES user(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    reason_code TEXT NOT NULL,
    reason TEXT NOT NULL,                        -- in the person's words
    opened_ms INTEGER NOT NULL,
    until_ms INTEGER NOT NULL,
    ended_ms INTEGER,                            -- given back before its time
    reviewed_ms INTEGER,
    reviewed_by_id BLOB REFERENCES user(id),
    verdict TEXT CHECK(verdict IN ('justified', 'not-justified')),
    review TEXT
) STRICT;
CREATE INDEX emergency_access_user ON emergency_access(user_id, until_ms);
CREATE INDEX emergency_access_patient ON emergency_access(patient_id);
CREATE INDEX emergency_access_open ON emergency_access(opened_ms) WHERE reviewed_ms IS NULL;

-- Backups this PC has made, as far as it remembers; a backup tells of itself too.
CREATE TABLE backup(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    path TEXT NOT NULL,
    cause TEXT NOT NULL CHECK(cause IN ('scheduled', 'closing', 'upgrade', 'asked')),
    made_ms INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    records INTEGER NOT NULL,
    record_head BLOB,
    audit_rows INTEGER NOT NULL,
    audit_head BLOB,
    state BLOB,                                  -- hash of all synced tables
    verified_ms INTEGER,
    drilled_ms INTEGER,
    problem TEXT,                                -- of the last check; null: it held
    gone_ms INTEGER                              -- removed by retention, or not found any more
) STRICT;
CREATE INDEX backup_made ON backup(made_ms);

-- What this PC remembers of itself: the last whole check, the last time anything was copied elsewhere.
CREATE TABLE local_state(
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
