-- What is booked, what it holds, and the clinic's word on it (FHIR Appointment).

-- A course of appointments that were booked together; they stand on their own.
CREATE TABLE appointment_series(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    service_id BLOB NOT NULL REFERENCES healthcare_service(id),
    planned INTEGER NOT NULL CHECK(planned BETWEEN 2 AND 200),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX appointment_series_patient ON appointment_series(patient_id);

-- Never deleted. Of a patient, or of somebody who asked and is none yet.
CREATE TABLE appointment(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB REFERENCES patient(id),
    enquiry_id BLOB REFERENCES enquiry(id),
    service_id BLOB NOT NULL REFERENCES healthcare_service(id),
    series_id BLOB REFERENCES appointment_series(id),
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'booked' CHECK(status = 'booked' OR status = 'arrived' OR status = 'fulfilled'
        OR status = 'cancelled' OR status = 'noshow' OR status = 'entered-in-error'),
    confirmed INTEGER NOT NULL DEFAULT 0 CHECK(confirmed IN (0, 1)), -- they said that they will come
    note TEXT,
    reason TEXT,                                 -- why it was cancelled
    cancelled_by TEXT CHECK(cancelled_by = 'patient' OR cancelled_by = 'clinic'),
    late INTEGER NOT NULL DEFAULT 0 CHECK(late IN (0, 1)), -- cancelled so late that the time was lost
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    source_event BLOB CHECK(length(source_event) = 16), -- of the event of a calendar that it was brought in with
    CHECK(start_ms < end_ms),
    CHECK((patient_id IS NULL) <> (enquiry_id IS NULL))
) STRICT;
CREATE INDEX appointment_start ON appointment(start_ms);
CREATE INDEX appointment_patient ON appointment(patient_id, start_ms) WHERE patient_id IS NOT NULL;
CREATE INDEX appointment_enquiry ON appointment(enquiry_id) WHERE enquiry_id IS NOT NULL;
CREATE INDEX appointment_batch ON appointment(batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX appointment_source ON appointment(source_event) WHERE source_event IS NOT NULL;
CREATE INDEX appointment_series_of ON appointment(series_id) WHERE series_id IS NOT NULL;

-- What an appointment asks to have for a time, all of it or nothing. A move is another claim.
CREATE TABLE claim(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    appointment_id BLOB NOT NULL REFERENCES appointment(id),
    overbook INTEGER NOT NULL DEFAULT 0 CHECK(overbook IN (0, 1)), -- above the capacity (加号)
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX claim_appointment ON claim(appointment_id);

-- One resource of a claim, with the service's buffers; given up where the claim is.
CREATE TABLE claim_resource(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    claim_id BLOB NOT NULL REFERENCES claim(id),
    resource_id BLOB NOT NULL REFERENCES resource(id),
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    units INTEGER NOT NULL DEFAULT 1 CHECK(units > 0),
    released INTEGER NOT NULL DEFAULT 0 CHECK(released IN (0, 1)),
    CHECK(start_ms < end_ms AND end_ms - start_ms <= 86400000)
) STRICT;
CREATE INDEX claim_resource_claim ON claim_resource(claim_id);
CREATE INDEX claim_resource_time ON claim_resource(resource_id, start_ms, end_ms, units, claim_id) WHERE released = 0;

-- The clinic's answer to a claim; of the PC that decides. Alone, it commits with the claim.
CREATE TABLE claim_grant(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    claim_id BLOB NOT NULL REFERENCES claim(id),
    decision TEXT NOT NULL CHECK(decision = 'ok' OR decision = 'no'),
    term INTEGER NOT NULL DEFAULT 0,             -- of the deciding PC
    recorded_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_grant_claim ON claim_grant(claim_id);

-- What a patient wishes of whom they are booked with; the newest counts.
CREATE TABLE booking_preference(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    practitioner_sex TEXT CHECK(practitioner_sex = 'male' OR practitioner_sex = 'female'), -- null: either
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX booking_preference_patient ON booking_preference(patient_id, recorded_ms);
