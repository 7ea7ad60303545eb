-- Acupuncture and therapies: ordered with a visit's revision, given in sessions; points kept in groups.
CREATE TABLE treatment(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    revision_id BLOB NOT NULL REFERENCES visit_revision(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    course_id BLOB NOT NULL CHECK(length(course_id) = 16), -- one through all revisions of a visit: sessions count by it
    rank INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK(kind = 'acupuncture' OR kind = 'moxibustion' OR kind = 'cupping' OR kind = 'scraping'
        OR kind = 'tuina' OR kind = 'ear' OR kind = 'application' OR kind = 'steam' OR kind = 'physiotherapy'
        OR kind = 'other'),
    service TEXT,                                -- id in the catalogue
    name TEXT NOT NULL,                          -- as written and printed
    technique TEXT,                              -- of all points that say none of their own
    minutes INTEGER CHECK(minutes > 0),          -- needles or heat stay that long
    sessions INTEGER NOT NULL CHECK(sessions > 0),
    per_week INTEGER CHECK(per_week > 0),
    needles INTEGER NOT NULL CHECK(needles >= 0), -- that stay in and come out again, in one session
    instructions TEXT,
    checked INTEGER NOT NULL DEFAULT 0,          -- points the check knew
    check_rules TEXT                             -- version of the point data
) STRICT;
CREATE INDEX treatment_revision ON treatment(revision_id, rank);
CREATE INDEX treatment_patient ON treatment(patient_id);

CREATE TABLE treatment_point(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    treatment_id BLOB NOT NULL REFERENCES treatment(id),
    rank INTEGER NOT NULL,
    point TEXT,                                  -- id in the catalogue; null: a name that is not known
    name TEXT NOT NULL,                          -- as written and printed
    side TEXT NOT NULL CHECK(side = 'both' OR side = 'left' OR side = 'right' OR side = 'midline'),
    technique TEXT,                              -- null: that of the treatment
    depth_cun REAL CHECK(depth_cun > 0),
    needles INTEGER NOT NULL CHECK(needles >= 0) -- on both sides together
) STRICT;
CREATE INDEX treatment_point_treatment ON treatment_point(treatment_id, rank);

-- Numbers that say how a therapy is given.
CREATE TABLE treatment_parameter(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    treatment_id BLOB NOT NULL REFERENCES treatment(id),
    rank INTEGER NOT NULL,
    code TEXT NOT NULL,                          -- frequency, cones …
    number REAL NOT NULL,
    unit TEXT NOT NULL                           -- UCUM
) STRICT;
CREATE INDEX treatment_parameter_treatment ON treatment_parameter(treatment_id, rank);

-- What the check found when the treatment was written.
CREATE TABLE treatment_finding(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    treatment_id BLOB NOT NULL REFERENCES treatment(id),
    rule TEXT NOT NULL,
    severity TEXT NOT NULL CHECK(severity = 'severe' OR severity = 'warning' OR severity = 'note'),
    points TEXT NOT NULL                         -- names as written, joined by 、
) STRICT;
CREATE INDEX treatment_finding_treatment ON treatment_finding(treatment_id);

-- One time a treatment was given.
CREATE TABLE treatment_session(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    treatment_id BLOB NOT NULL REFERENCES treatment(id), -- as it was ordered then
    day INTEGER NOT NULL,                        -- civil day, days since 1970
    started_ms INTEGER NOT NULL,
    ended_ms INTEGER,
    performer_id BLOB REFERENCES user(id),       -- who began it
    ended_by_id BLOB REFERENCES user(id),
    needles_in INTEGER NOT NULL CHECK(needles_in >= 0),
    needles_out INTEGER CHECK(needles_out >= 0),
    needles_reason TEXT,                         -- why fewer or more came out than went in
    note TEXT,
    status TEXT NOT NULL CHECK(status = 'in-progress' OR status = 'completed' OR status = 'stopped'
        OR status = 'entered-in-error')
) STRICT;
CREATE INDEX treatment_session_patient ON treatment_session(patient_id);

-- Points that are often taken together.
CREATE TABLE point_group(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    owner_id BLOB REFERENCES user(id),           -- null: everybody's
    name TEXT NOT NULL CHECK(length(name) > 0),
    code TEXT NOT NULL,                          -- what it is typed by
    technique TEXT,
    minutes INTEGER CHECK(minutes > 0),
    edition INTEGER NOT NULL DEFAULT 1,          -- of its points
    active INTEGER NOT NULL DEFAULT 1 CHECK(active IN (0, 1))
) STRICT;

CREATE TABLE point_group_item(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    point_group_id BLOB NOT NULL REFERENCES point_group(id),
    edition INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    point TEXT,
    name TEXT NOT NULL,
    side TEXT NOT NULL CHECK(side = 'both' OR side = 'left' OR side = 'right' OR side = 'midline'),
    technique TEXT,
    depth_cun REAL CHECK(depth_cun > 0),
    needles INTEGER NOT NULL CHECK(needles >= 0)
) STRICT;
CREATE INDEX point_group_item_group ON point_group_item(point_group_id, edition, rank);
