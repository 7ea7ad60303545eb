-- Notes that somebody keeps to begin others from, most often one for each pattern. They belong to no patient.
CREATE TABLE note_template(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    owner_id BLOB REFERENCES user(id),           -- null: everybody's
    name TEXT NOT NULL CHECK(length(name) > 0),
    code TEXT NOT NULL,                          -- what it is typed by
    edition INTEGER NOT NULL DEFAULT 1,          -- of its parts
    active INTEGER NOT NULL DEFAULT 1 CHECK(active IN (0, 1))
) STRICT;

-- What one of them says: words of a field, an answer, a diagnosis, or the formula it begins with.
CREATE TABLE note_template_part(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    note_template_id BLOB NOT NULL REFERENCES note_template(id),
    edition INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK(kind = 'words' OR kind = 'answer' OR kind = 'diagnosis' OR kind = 'formula'),
    item TEXT NOT NULL,                          -- field, item of the form, kind of diagnosis; of a formula empty
    site TEXT,                                   -- of an answer: where on the body
    place INTEGER NOT NULL DEFAULT 0,            -- of an answer: its rank among those of one item and site
    number REAL,
    code_system TEXT,
    code TEXT,
    text TEXT,                                   -- words, or how a diagnosis is shown
    unit TEXT                                    -- UCUM
) STRICT;
CREATE INDEX note_template_part_template ON note_template_part(note_template_id, edition, rank);
