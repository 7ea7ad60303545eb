-- Who and what can be booked, and when they work (FHIR Schedule and HealthcareService; iCalendar AVAILABLE).

-- A practitioner, room, bed or device; so many at once as its capacity says.
CREATE TABLE resource(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    kind TEXT NOT NULL CHECK(kind = 'practitioner' OR kind = 'room' OR kind = 'bed' OR kind = 'device'),
    name TEXT NOT NULL CHECK(length(name) > 0),
    user_id BLOB REFERENCES user(id),            -- who signs in as this practitioner
    sex TEXT CHECK(sex = 'male' OR sex = 'female'), -- of a practitioner, for patients who ask
    room_id BLOB REFERENCES resource(id),        -- where they usually are
    capacity INTEGER NOT NULL DEFAULT 1 CHECK(capacity BETWEEN 1 AND 100),
    hue TEXT,                                    -- name of a colour of the theme
    works_on_holidays INTEGER NOT NULL DEFAULT 0 CHECK(works_on_holidays IN (0, 1)),
    made_up_as INTEGER CHECK(made_up_as BETWEEN 1 AND 7), -- weekday whose hours a made-up working day has; null: its own
    position INTEGER NOT NULL DEFAULT 0,         -- in lists and columns
    retired INTEGER NOT NULL DEFAULT 0 CHECK(retired IN (0, 1))
) STRICT;

-- What can be booked (FHIR HealthcareService).
CREATE TABLE healthcare_service(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    code TEXT,                                   -- id in the catalogue of services
    name TEXT NOT NULL CHECK(length(name) > 0),
    minutes INTEGER NOT NULL CHECK(minutes BETWEEN 5 AND 720),
    before_minutes INTEGER NOT NULL DEFAULT 0 CHECK(before_minutes BETWEEN 0 AND 240),
    after_minutes INTEGER NOT NULL DEFAULT 0 CHECK(after_minutes BETWEEN 0 AND 240),
    lead_minutes INTEGER NOT NULL DEFAULT 0 CHECK(lead_minutes BETWEEN 0 AND 525600), -- offered no earlier than so far ahead
    most_a_day INTEGER CHECK(most_a_day > 0),    -- of one practitioner; null: as many as fit
    extra_a_day INTEGER NOT NULL DEFAULT 0 CHECK(extra_a_day >= 0), -- of one practitioner, above the capacity (加号)
    fen INTEGER CHECK(fen >= 0),                 -- price in hundredths of a yuan
    hue TEXT,
    position INTEGER NOT NULL DEFAULT 0,
    retired INTEGER NOT NULL DEFAULT 0 CHECK(retired IN (0, 1))
) STRICT;

-- What a service needs at once: for each number of a need one of its resources, the first position first.
CREATE TABLE service_resource(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    service_id BLOB NOT NULL REFERENCES healthcare_service(id),
    need INTEGER NOT NULL CHECK(need BETWEEN 0 AND 7),
    resource_id BLOB NOT NULL REFERENCES resource(id),
    units INTEGER NOT NULL DEFAULT 1 CHECK(units BETWEEN 1 AND 100),
    position INTEGER NOT NULL DEFAULT 0,
    ended INTEGER NOT NULL DEFAULT 0 CHECK(ended IN (0, 1))
) STRICT;
CREATE INDEX service_resource_service ON service_resource(service_id);
CREATE INDEX service_resource_resource ON service_resource(resource_id);

-- Hours that return. Minutes of the civil day; past midnight above 1440. Between two of a day is a break.
CREATE TABLE working_hours(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    resource_id BLOB NOT NULL REFERENCES resource(id),
    from_minute INTEGER NOT NULL CHECK(from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK(to_minute BETWEEN 1 AND 2880),
    rule TEXT NOT NULL,                          -- RFC 5545: FREQ=WEEKLY;BYDAY=MO
    first_day TEXT NOT NULL CHECK(length(first_day) = 10),
    last_day TEXT CHECK(length(last_day) = 10),  -- null: until further notice
    ended INTEGER NOT NULL DEFAULT 0 CHECK(ended IN (0, 1)),
    CHECK(from_minute < to_minute)
) STRICT;
CREATE INDEX working_hours_resource ON working_hours(resource_id);

-- Days on which it is otherwise: leave, training, repair; or hours besides.
CREATE TABLE roster_exception(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    resource_id BLOB REFERENCES resource(id),    -- null: everybody and everything
    kind TEXT NOT NULL CHECK(kind = 'away' OR kind = 'extra'),
    first_day TEXT NOT NULL CHECK(length(first_day) = 10),
    last_day TEXT NOT NULL CHECK(length(last_day) = 10),
    from_minute INTEGER CHECK(from_minute BETWEEN 0 AND 1439), -- null: the whole of each day
    to_minute INTEGER CHECK(to_minute BETWEEN 1 AND 2880),
    reason TEXT,
    ended INTEGER NOT NULL DEFAULT 0 CHECK(ended IN (0, 1)),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    source_event BLOB CHECK(length(source_event) = 16), -- of the event of a calendar that it was brought in with
    CHECK(first_day <= last_day),
    CHECK((from_minute IS NULL) = (to_minute IS NULL)),
    CHECK(from_minute IS NULL OR from_minute < to_minute)
) STRICT;
CREATE INDEX roster_exception_resource ON roster_exception(resource_id, last_day);
CREATE INDEX roster_exception_source ON roster_exception(source_event) WHERE source_event IS NOT NULL;

-- Public holidays and working days made up for them (调休), beside those that ship.
CREATE TABLE special_day(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    day TEXT NOT NULL CHECK(length(day) = 10),
    kind TEXT NOT NULL CHECK(kind = 'holiday' OR kind = 'workday' OR kind = 'ordinary'),
    name_zh TEXT,
    name_en TEXT,
    CHECK(kind = 'ordinary' OR (name_zh IS NOT NULL AND name_en IS NOT NULL))
) STRICT;
CREATE INDEX special_day_day ON special_day(day);
