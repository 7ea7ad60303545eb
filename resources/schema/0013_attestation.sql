-- A second person's signature under a signed note or, by those who dispense, under its prescriptions alone: 审方 (FHIR
-- Composition.attester, mode professional). Never changed or deleted; an amended note is another revision and has to be
-- signed again.
CREATE TABLE attestation(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    revision_id BLOB NOT NULL REFERENCES visit_revision(id),
    attester_id BLOB REFERENCES user(id),
    scope TEXT NOT NULL CHECK(scope = 'note' OR scope = 'prescription'),
    remark TEXT,
    attested_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX attestation_revision ON attestation(revision_id);
CREATE INDEX attestation_patient ON attestation(patient_id);
