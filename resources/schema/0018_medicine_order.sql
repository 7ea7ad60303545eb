-- Ready-made medicines ordered at a visit beside its herbs: patent medicines and granules (FHIR MedicationRequest). Part
-- of a visit's revision, printed on a prescription of their own.
CREATE TABLE medicine_order(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    revision_id BLOB NOT NULL REFERENCES visit_revision(id),
    rank INTEGER NOT NULL,
    number TEXT NOT NULL,                        -- of the printed prescription, one for all of a revision; '' unsigned
    form TEXT NOT NULL CHECK(form = 'patent' OR form = 'granule'),
    name TEXT,                                   -- null: not written yet, which is never signed
    dose TEXT,                                   -- at each time, as written: 8丸
    times_per_day INTEGER NOT NULL CHECK(times_per_day > 0),
    days INTEGER NOT NULL CHECK(days > 0),
    quantity TEXT,                               -- to be dispensed, as written: 2盒
    instructions TEXT
) STRICT;
CREATE INDEX medicine_order_revision ON medicine_order(revision_id);
CREATE INDEX medicine_order_number ON medicine_order(number);
