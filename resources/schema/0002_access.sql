-- The clinic, its people, what they may do, its devices.
CREATE TABLE clinic(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    name TEXT NOT NULL CHECK(length(name) > 0),
    address TEXT,
    phone TEXT,
    licence TEXT,                 -- registration number, for the prescription's letterhead
    is_training INTEGER NOT NULL DEFAULT 0 CHECK(is_training IN (0, 1)),
    recovery_key BLOB NOT NULL CHECK(length(recovery_key) = 32)
) STRICT;

CREATE TABLE device(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    name TEXT NOT NULL,
    letter TEXT NOT NULL CHECK(length(letter) = 1),
    active INTEGER NOT NULL DEFAULT 1 CHECK(active IN (0, 1))
) STRICT;

CREATE TABLE user(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    login TEXT NOT NULL,
    name TEXT NOT NULL CHECK(length(name) > 0),
    title TEXT,                   -- shown on papers, such as 主任医师
    licence TEXT,                 -- practising certificate number
    public_key BLOB NOT NULL CHECK(length(public_key) = 32),
    active INTEGER NOT NULL DEFAULT 1 CHECK(active IN (0, 1))
) STRICT;
CREATE INDEX user_login ON user(login);

-- A role given to a person: R receptionist, P practitioner, D dispenser, O owner, A administrator, U auditor.
CREATE TABLE user_role(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    user_id BLOB NOT NULL REFERENCES user(id),
    role TEXT NOT NULL CHECK(role IN ('R', 'P', 'D', 'O', 'A', 'U')),
    until_ms INTEGER,             -- null: without end
    revoked INTEGER NOT NULL DEFAULT 0 CHECK(revoked IN (0, 1))
) STRICT;
CREATE INDEX user_role_user ON user_role(user_id);

CREATE TABLE setting(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    key TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;
CREATE INDEX setting_key ON setting(key);
