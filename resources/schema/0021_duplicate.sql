-- Records that may be of one person.

-- What somebody said of two records: that they are of one person (asking for the merge), or that they are not.
CREATE TABLE duplicate_opinion(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    one_id BLOB NOT NULL REFERENCES patient(id),   -- the lesser of the two ids
    other_id BLOB NOT NULL REFERENCES patient(id),
    opinion TEXT NOT NULL CHECK(opinion IN ('same', 'different')),
    reason TEXT,
    status TEXT NOT NULL DEFAULT 'active' CHECK(status IN ('active', 'withdrawn')),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    CHECK(one_id < other_id)
) STRICT;
CREATE INDEX duplicate_opinion_one ON duplicate_opinion(one_id, other_id);
CREATE INDEX duplicate_opinion_other ON duplicate_opinion(other_id);
CREATE INDEX duplicate_opinion_same ON duplicate_opinion(recorded_ms) WHERE opinion = 'same' AND status = 'active';

-- Hashes under which records that may be of one person meet, kept by a follower: see engines/linkage.
CREATE TABLE link_key(
    k INTEGER NOT NULL,
    pid INTEGER NOT NULL,
    PRIMARY KEY(k, pid)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_key_pid ON link_key(pid);

-- Pairs of records that are likely of one person, kept by a follower; a < b.
CREATE TABLE duplicate_candidate(
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    score REAL NOT NULL,                           -- bits
    level TEXT NOT NULL CHECK(level IN ('likely', 'certain')),
    reasons TEXT NOT NULL,                         -- codes, the heaviest first, one space between
    PRIMARY KEY(a, b),
    CHECK(a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_candidate_other ON duplicate_candidate(b);
CREATE INDEX duplicate_candidate_best ON duplicate_candidate(score DESC, a, b);

-- Whoever is here already gets keys and pairs little by little, while nobody writes.
INSERT INTO local_state(key, value) SELECT 'linkage.upto', '0' WHERE EXISTS (SELECT 1 FROM patient);
