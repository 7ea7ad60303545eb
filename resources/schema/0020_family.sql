-- What runs in a patient's family (FHIR FamilyMemberHistory): one relative's illness a row. Never deleted.
CREATE TABLE family_history(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    relationship TEXT NOT NULL,                  -- HL7 v3 RoleCode: FTH, MTH, BRO …
    code_system TEXT,                            -- null for free text
    code TEXT,
    display TEXT NOT NULL,
    onset_age INTEGER,                           -- whole years of the relative's life
    status TEXT NOT NULL DEFAULT 'completed' CHECK(status = 'completed' OR status = 'entered-in-error'),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX family_history_patient ON family_history(patient_id);
