-- The problems of a patient: what they have or had, apart from any one visit (FHIR Condition). Never deleted.
CREATE TABLE condition(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    code_system TEXT,                            -- null for free text
    code TEXT,
    display TEXT NOT NULL,
    clinical_status TEXT NOT NULL DEFAULT 'active'
        CHECK(clinical_status = 'active' OR clinical_status = 'resolved' OR clinical_status = 'entered-in-error'),
    onset TEXT,                                  -- ISO 8601 with the parts that are known
    abatement_day INTEGER,                       -- civil day it was resolved, days since 1970
    note TEXT,
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX condition_patient ON condition(patient_id);
