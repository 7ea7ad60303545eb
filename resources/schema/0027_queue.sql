-- Who came, whose turn it is and where they are (of FHIR's Encounter: arrived, in progress, finished).

-- One who came on a day. Never deleted; one made by mistake is marked. Past the first insert each column may change by
-- itself, so that no check compares two of them.
CREATE TABLE queue_ticket(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    appointment_id BLOB REFERENCES appointment(id), -- null: they walked in
    resource_id BLOB REFERENCES resource(id),    -- whom they want; null: whoever is free
    service_id BLOB NOT NULL REFERENCES healthcare_service(id),
    day TEXT NOT NULL CHECK(length(day) = 10),   -- civil day of the clinic
    priority TEXT NOT NULL DEFAULT 'routine' CHECK(priority = 'routine' OR priority = 'priority'
        OR priority = 'urgent'),
    stage TEXT NOT NULL DEFAULT 'waiting' CHECK(stage = 'waiting' OR stage = 'in-consultation' OR stage = 'done'
        OR stage = 'left' OR stage = 'entered-in-error'),
    with_id BLOB REFERENCES resource(id),        -- who called them
    arrived_ms INTEGER NOT NULL,
    called_ms INTEGER,                           -- last called
    begun_ms INTEGER,
    ended_ms INTEGER,
    skipped_ms INTEGER,                          -- last called and not there
    skips INTEGER NOT NULL DEFAULT 0 CHECK(skips >= 0),
    note TEXT,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX queue_ticket_day ON queue_ticket(day, stage);
CREATE INDEX queue_ticket_patient ON queue_ticket(patient_id, day);
CREATE INDEX queue_ticket_appointment ON queue_ticket(appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX queue_ticket_length ON queue_ticket(day, with_id, service_id, begun_ms, ended_ms) WHERE stage = 'done';

-- The clinic's word on a ticket: its number of the day, from 1 without gaps. Of the PC that decides; alone, it commits
-- with the ticket. The index keeps two desks from giving one twice.
CREATE TABLE queue_number(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    ticket_id BLOB NOT NULL REFERENCES queue_ticket(id),
    day TEXT NOT NULL CHECK(length(day) = 10),
    number INTEGER NOT NULL CHECK(number > 0),
    recorded_ms INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX queue_number_day ON queue_number(day, number);
CREATE INDEX queue_number_ticket ON queue_number(ticket_id);

-- What was treated on a day, for the board.
CREATE INDEX treatment_session_day ON treatment_session(day);
