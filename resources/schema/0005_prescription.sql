-- Herbal prescriptions, part of a visit's revision.
CREATE TABLE prescription(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    revision_id BLOB NOT NULL REFERENCES visit_revision(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    rank INTEGER NOT NULL,
    number TEXT NOT NULL,                        -- printed: day and running number, such as 20260312-A0013
    name TEXT,                                   -- of the formula, as shown
    formula TEXT,                                -- id of the classic formula it started from
    route TEXT NOT NULL CHECK(route IN ('decoction', 'granule', 'pill', 'powder', 'external')),
    packets INTEGER NOT NULL CHECK(packets > 0),
    packets_per_day INTEGER NOT NULL CHECK(packets_per_day > 0),
    times_per_day INTEGER NOT NULL CHECK(times_per_day > 0),
    instructions TEXT,
    checked INTEGER NOT NULL DEFAULT 0,          -- items the check knew
    check_rules TEXT                             -- version of the rule data
) STRICT;
CREATE INDEX prescription_revision ON prescription(revision_id);
CREATE INDEX prescription_number ON prescription(number);
CREATE INDEX prescription_patient ON prescription(patient_id);

CREATE TABLE prescription_item(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    prescription_id BLOB NOT NULL REFERENCES prescription(id),
    rank INTEGER NOT NULL,
    herb TEXT,                                   -- id in the catalogue; null: a name that is not known
    name TEXT NOT NULL,                          -- as written and printed
    dose_mg INTEGER CHECK(dose_mg > 0),          -- per packet; null: not written yet, which is never signed
    preparation TEXT,                            -- 先煎, 后下 …
    signed_again INTEGER NOT NULL DEFAULT 0 CHECK(signed_again IN (0, 1)) -- 双签: a severe finding was overridden
) STRICT;
CREATE INDEX prescription_item_prescription ON prescription_item(prescription_id);
CREATE INDEX prescription_item_herb ON prescription_item(herb) WHERE herb IS NOT NULL;

-- What the check found when the prescription was signed, and why it was signed all the same.
CREATE TABLE prescription_finding(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    prescription_id BLOB NOT NULL REFERENCES prescription(id),
    rule TEXT NOT NULL,
    severity TEXT NOT NULL CHECK(severity IN ('severe', 'warning', 'note')),
    herbs TEXT NOT NULL,                         -- names as written, joined by 、
    override_reason TEXT
) STRICT;
CREATE INDEX prescription_finding_prescription ON prescription_finding(prescription_id);
CREATE INDEX prescription_finding_override ON prescription_finding(severity) WHERE override_reason IS NOT NULL;
