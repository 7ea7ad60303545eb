-- Who belongs to whom, how people came, what they are grouped by, who asked and was spoken to.

ALTER TABLE patient ADD COLUMN campaign TEXT;              -- the advertisement, event or offer that brought them
ALTER TABLE patient ADD COLUMN referred_by_id BLOB REFERENCES patient(id);
CREATE INDEX patient_referred ON patient(referred_by_id) WHERE referred_by_id IS NOT NULL;
CREATE INDEX patient_source ON patient(source) WHERE source IS NOT NULL;
CREATE INDEX patient_campaign ON patient(campaign) WHERE campaign IS NOT NULL;

-- Relatives and guardians (FHIR RelatedPerson): patients themselves, or a name and a telephone. Never deleted.
CREATE TABLE related_person(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    relative_id BLOB REFERENCES patient(id),     -- null where they are no patient
    relationship TEXT NOT NULL,                  -- what the relative is to the patient; HL7 v3 RoleCode: FTH, MTH, BRO ...
    name TEXT,                                   -- of one who is no patient
    phone TEXT,
    guardian INTEGER NOT NULL DEFAULT 0 CHECK(guardian IN (0, 1)),
    status TEXT NOT NULL DEFAULT 'active' CHECK(status = 'active' OR status = 'ended' OR status = 'entered-in-error'),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    CHECK(relative_id IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE INDEX related_person_patient ON related_person(patient_id);
CREATE INDEX related_person_relative ON related_person(relative_id) WHERE relative_id IS NOT NULL;

-- Words of the clinic's own that patients are grouped by.
CREATE TABLE tag(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    name TEXT NOT NULL CHECK(length(name) > 0),
    hue TEXT,                                    -- name of a colour of the theme
    retired INTEGER NOT NULL DEFAULT 0 CHECK(retired IN (0, 1))
) STRICT;

CREATE TABLE patient_tag(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    tag_id BLOB NOT NULL REFERENCES tag(id),
    ended INTEGER NOT NULL DEFAULT 0 CHECK(ended IN (0, 1)),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX patient_tag_patient ON patient_tag(patient_id);
CREATE INDEX patient_tag_tag ON patient_tag(tag_id, patient_id);

-- Saved questions about patients (FHIR Group by characteristics).
CREATE TABLE segment(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    name TEXT NOT NULL CHECK(length(name) > 0),
    definition TEXT NOT NULL,                    -- JSON: see engines/segments
    owner_id BLOB REFERENCES user(id),           -- null: everybody's
    retired INTEGER NOT NULL DEFAULT 0 CHECK(retired IN (0, 1))
) STRICT;

-- People who asked and are not patients yet.
CREATE TABLE enquiry(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    name TEXT NOT NULL CHECK(length(name) > 0),
    phone TEXT,
    wish TEXT,
    source TEXT,
    campaign TEXT,
    referred_by_id BLOB REFERENCES patient(id),
    status TEXT NOT NULL DEFAULT 'open' CHECK(status = 'open' OR status = 'registered' OR status = 'closed'),
    reason TEXT,                                 -- why it was closed
    patient_id BLOB REFERENCES patient(id),      -- who they became
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    CHECK((status = 'registered') = (patient_id IS NOT NULL))
) STRICT;
CREATE INDEX enquiry_status ON enquiry(status, recorded_ms, n);
CREATE INDEX enquiry_phone ON enquiry(phone) WHERE phone IS NOT NULL;
CREATE INDEX enquiry_patient ON enquiry(patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX enquiry_referred ON enquiry(referred_by_id) WHERE referred_by_id IS NOT NULL;

-- What was said with patients and enquirers outside of visits (FHIR Communication). Never deleted.
CREATE TABLE communication(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB REFERENCES patient(id),
    enquiry_id BLOB REFERENCES enquiry(id),
    direction TEXT NOT NULL CHECK(direction = 'in' OR direction = 'out'),
    medium TEXT NOT NULL CHECK(medium = 'phone' OR medium = 'message' OR medium = 'desk'),
    text TEXT NOT NULL CHECK(length(text) > 0),
    reached INTEGER CHECK(reached IN (0, 1)),    -- of one that went out: whether somebody answered
    sent_ms INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'completed' CHECK(status = 'completed' OR status = 'entered-in-error'),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    CHECK((patient_id IS NULL) <> (enquiry_id IS NULL))
) STRICT;
CREATE INDEX communication_patient ON communication(patient_id, sent_ms) WHERE patient_id IS NOT NULL;
CREATE INDEX communication_enquiry ON communication(enquiry_id, sent_ms) WHERE enquiry_id IS NOT NULL;
