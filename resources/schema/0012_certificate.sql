-- Certificates handed to a patient about a signed visit. Never deleted or changed: a corrected one replaces it.
CREATE TABLE certificate(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    visit_id BLOB NOT NULL REFERENCES visit(id),
    kind TEXT NOT NULL CHECK(kind = 'sick-note'),
    diagnosis TEXT,                              -- as on the paper; null: the paper names none
    from_day INTEGER NOT NULL,                   -- first civil day, days since 1970
    to_day INTEGER NOT NULL CHECK(to_day >= from_day), -- last one, included
    recommendation TEXT,
    issued_ms INTEGER NOT NULL,
    issued_by_id BLOB REFERENCES user(id),
    status TEXT NOT NULL DEFAULT 'issued' CHECK(status IN ('issued', 'replaced'))
) STRICT;
CREATE INDEX certificate_visit ON certificate(visit_id);
CREATE INDEX certificate_patient ON certificate(patient_id);
