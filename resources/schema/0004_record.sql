-- Visits: a spine of typed tables and one table of answers. Revisions are only ever added.
CREATE TABLE visit(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    practitioner_id BLOB REFERENCES user(id),
    day INTEGER NOT NULL,                        -- civil day of the visit, days since 1970
    started_ms INTEGER NOT NULL,
    entered_ms INTEGER NOT NULL,                 -- when it was typed in
    status TEXT NOT NULL DEFAULT 'in-progress'
        CHECK(status IN ('in-progress', 'finished', 'entered-in-error'))
) STRICT;
CREATE INDEX visit_patient ON visit(patient_id, day DESC, started_ms DESC);
CREATE INDEX visit_day ON visit(day, practitioner_id);
CREATE INDEX visit_unfinished ON visit(practitioner_id, day DESC, started_ms DESC) WHERE status = 'in-progress';
CREATE INDEX visit_batch ON visit(batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE visit_revision(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    visit_id BLOB NOT NULL REFERENCES visit(id),
    parent_id BLOB REFERENCES visit_revision(id),
    number INTEGER NOT NULL CHECK(number > 0),
    status TEXT NOT NULL CHECK(status IN ('preliminary', 'final', 'amended', 'entered-in-error')),
    form TEXT NOT NULL,                          -- id and version of the form the answers belong to
    complaint ANY,                               -- narrative: text, or a sealed value
    history ANY,
    inspection ANY,
    listening ANY,
    advice ANY,
    note ANY,
    sensitive INTEGER NOT NULL DEFAULT 0 CHECK(sensitive IN (0, 1)),
    reason TEXT,                                 -- of an amendment
    author_id BLOB REFERENCES user(id),
    written_ms INTEGER NOT NULL,
    signed_ms INTEGER
) STRICT;
CREATE INDEX visit_revision_visit ON visit_revision(visit_id, number DESC);
CREATE INDEX visit_revision_batch ON visit_revision(batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE diagnosis(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    revision_id BLOB NOT NULL REFERENCES visit_revision(id),
    kind TEXT NOT NULL CHECK(kind IN ('disease', 'pattern', 'method', 'western')),
    rank INTEGER NOT NULL,
    code_system TEXT,                            -- null for free text
    code TEXT,
    display TEXT NOT NULL
) STRICT;
CREATE INDEX diagnosis_revision ON diagnosis(revision_id);
CREATE INDEX diagnosis_code ON diagnosis(code_system, code) WHERE code IS NOT NULL;

-- One row for each answer of a form: tongue, pulse, inquiry, scales, vitals.
CREATE TABLE answer(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    revision_id BLOB NOT NULL REFERENCES visit_revision(id),
    item TEXT NOT NULL,                          -- code of the form's item
    site TEXT,                                   -- where on the body: pos_left_cun, r_tip …
    rank INTEGER NOT NULL DEFAULT 0,
    number REAL,
    code TEXT,
    text ANY,
    unit TEXT                                    -- UCUM
) STRICT;
CREATE INDEX answer_revision ON answer(revision_id);
CREATE INDEX answer_item ON answer(item, code);
