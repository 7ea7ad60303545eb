-- Pictures and papers of a patient. The file itself stands encrypted beside the store; what is needed to find, open and
-- check it stands here. Never deleted: a wrong one is marked as entered in error.
CREATE TABLE attachment(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    visit_id BLOB REFERENCES visit(id),
    kind TEXT NOT NULL
        CHECK(kind = 'tongue' OR kind = 'face' OR kind = 'report' OR kind = 'letter' OR kind = 'other'),
    title TEXT NOT NULL,                         -- may be empty
    media_type TEXT NOT NULL,                    -- "image/jpeg"
    bytes INTEGER NOT NULL CHECK(bytes >= 0),    -- these three: of what was attached, untouched
    width INTEGER CHECK(width > 0),              -- of a picture, as it stands in the file
    height INTEGER CHECK(height > 0),
    sha256 BLOB NOT NULL CHECK(length(sha256) = 32),
    file BLOB NOT NULL UNIQUE CHECK(length(file) = 32), -- BLAKE2b-256 of the encrypted bytes: the file's name
    key BLOB NOT NULL CHECK(length(key) = 32),   -- of this file alone
    taken_ms INTEGER NOT NULL,                   -- when the picture was taken; where nobody knows, when it came
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    status TEXT NOT NULL DEFAULT 'current' CHECK(status = 'current' OR status = 'entered-in-error'),
    thumbnail BLOB                               -- JPEG, small
) STRICT;
CREATE INDEX attachment_patient ON attachment(patient_id, taken_ms DESC, id DESC);
