-- Who waits for a time to become free (FHIR Appointment, waitlist; here on its own: it holds nothing).

CREATE TABLE waitlist_entry(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB REFERENCES patient(id),
    enquiry_id BLOB REFERENCES enquiry(id),
    service_id BLOB NOT NULL REFERENCES healthcare_service(id),
    resource_id BLOB REFERENCES resource(id),    -- with whom; null: anybody
    first_day TEXT NOT NULL CHECK(length(first_day) = 10),
    last_day TEXT NOT NULL CHECK(length(last_day) = 10),
    weekdays INTEGER NOT NULL DEFAULT 127 CHECK(weekdays BETWEEN 1 AND 127), -- bits, Monday first
    from_minute INTEGER NOT NULL DEFAULT 0 CHECK(from_minute BETWEEN 0 AND 1439), -- of the civil day
    to_minute INTEGER NOT NULL DEFAULT 1440 CHECK(to_minute BETWEEN 1 AND 1440),
    urgent INTEGER NOT NULL DEFAULT 0 CHECK(urgent = 0 OR urgent = 1),
    note TEXT,
    status TEXT NOT NULL DEFAULT 'waiting' CHECK(status = 'waiting' OR status = 'booked' OR status = 'withdrawn'
        OR status = 'entered-in-error'),
    appointment_id BLOB REFERENCES appointment(id), -- what they got
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    CHECK(first_day <= last_day),
    CHECK(from_minute < to_minute),
    CHECK((patient_id IS NULL) <> (enquiry_id IS NULL))
) STRICT;
CREATE INDEX waitlist_entry_waiting ON waitlist_entry(last_day, service_id) WHERE status = 'waiting';
CREATE INDEX waitlist_entry_patient ON waitlist_entry(patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX waitlist_entry_enquiry ON waitlist_entry(enquiry_id) WHERE enquiry_id IS NOT NULL;

-- A time that is being offered to one of them and to nobody else; it lapses by itself.
CREATE TABLE waitlist_offer(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    entry_id BLOB NOT NULL REFERENCES waitlist_entry(id),
    resource_id BLOB NOT NULL REFERENCES resource(id),
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    until_ms INTEGER NOT NULL,                   -- and no longer
    outcome TEXT CHECK(outcome = 'accepted' OR outcome = 'declined' OR outcome = 'unreached' OR outcome = 'given-up'),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    CHECK(start_ms < end_ms)
) STRICT;
CREATE INDEX waitlist_offer_entry ON waitlist_offer(entry_id);
CREATE INDEX waitlist_offer_open ON waitlist_offer(until_ms) WHERE outcome IS NULL;
