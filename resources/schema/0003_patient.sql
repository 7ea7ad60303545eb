-- People who come to the clinic.

-- Rows that an import brought. An open batch is visible nowhere.
CREATE TABLE import_batch(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    source TEXT NOT NULL,
    state TEXT NOT NULL CHECK(state IN ('open', 'closed', 'rolled-back')),
    opened_ms INTEGER NOT NULL,
    closed_ms INTEGER
) STRICT;

CREATE TABLE patient(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    merged_into_id BLOB REFERENCES patient(id),  -- this record is an alias of that one
    number TEXT NOT NULL,                        -- device letter and seven digits
    old_number TEXT,                             -- what another system called them
    name TEXT NOT NULL CHECK(length(name) > 0),
    sex TEXT NOT NULL DEFAULT 'unknown' CHECK(sex IN ('male', 'female', 'other', 'unknown')),
    birth_date TEXT,                             -- YYYY, YYYY-MM or YYYY-MM-DD
    birth_lunar INTEGER NOT NULL DEFAULT 0 CHECK(birth_lunar IN (0, 1)),
    phone TEXT,                                  -- the first one; others in patient_phone
    document_kind TEXT,
    document_number TEXT,
    address TEXT,
    insurance TEXT,
    occupation TEXT,
    marital_status TEXT,
    guardian_name TEXT,
    guardian_relation TEXT,
    guardian_phone TEXT,
    emergency_name TEXT,
    emergency_phone TEXT,
    source TEXT,                                 -- how they came to the clinic
    desk_alert TEXT,
    note ANY,                                    -- text, or a sealed value
    note_sensitive INTEGER NOT NULL DEFAULT 0 CHECK(note_sensitive IN (0, 1)),
    restricted INTEGER NOT NULL DEFAULT 0 CHECK(restricted IN (0, 1)),
    deceased INTEGER NOT NULL DEFAULT 0 CHECK(deceased IN (0, 1)),
    registered_ms INTEGER NOT NULL,
    registered_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX patient_number ON patient(number);
CREATE INDEX patient_old_number ON patient(old_number) WHERE old_number IS NOT NULL;
CREATE INDEX patient_merged ON patient(merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX patient_batch ON patient(batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX patient_document ON patient(document_number) WHERE document_number IS NOT NULL;
CREATE INDEX patient_phone_first ON patient(phone) WHERE phone IS NOT NULL;

CREATE TABLE patient_phone(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    phone TEXT NOT NULL,
    whose TEXT,                                  -- 本人, 女儿 …
    ended INTEGER NOT NULL DEFAULT 0 CHECK(ended IN (0, 1))
) STRICT;
CREATE INDEX patient_phone_patient ON patient_phone(patient_id);
CREATE INDEX patient_phone_number ON patient_phone(phone);
CREATE INDEX patient_phone_batch ON patient_phone(batch_id) WHERE batch_id IS NOT NULL;

-- Allergies and intolerances. Never deleted: a wrong one is marked as entered in error.
CREATE TABLE allergy(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    allergen TEXT,                               -- id in the catalogue of allergens
    substance TEXT NOT NULL,                     -- as shown and printed
    reaction TEXT,
    criticality TEXT NOT NULL DEFAULT 'unknown' CHECK(criticality IN ('low', 'high', 'unknown')),
    verification TEXT NOT NULL DEFAULT 'confirmed' CHECK(verification IN ('unconfirmed', 'confirmed', 'entered-in-error')),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX allergy_patient ON allergy(patient_id);

-- Medicines the patient says they take (FHIR MedicationStatement).
CREATE TABLE medication_statement(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    medicine TEXT NOT NULL,
    dosage TEXT,
    status TEXT NOT NULL DEFAULT 'active' CHECK(status IN ('active', 'stopped', 'entered-in-error')),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX medication_statement_patient ON medication_statement(patient_id);

-- Pregnancy and lactation as known at a time; the newest row counts.
CREATE TABLE pregnancy_status(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    pregnant INTEGER CHECK(pregnant IN (0, 1)),  -- null: not known
    lactating INTEGER CHECK(lactating IN (0, 1)),
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id)
) STRICT;
CREATE INDEX pregnancy_status_patient ON pregnancy_status(patient_id, recorded_ms);

-- Search keys, kept by a follower. First letter of k: the kind of key.
CREATE TABLE search_key(
    k TEXT NOT NULL,
    pid INTEGER NOT NULL,
    PRIMARY KEY(k, pid)
) STRICT, WITHOUT ROWID;

-- What the result list shows and sorts by, kept by followers; one row for each findable patient. The *_key columns hold
-- what the search keys are made of, for walking the latest seen where too many match: readings and numbers each after a
-- space.
CREATE TABLE patient_rank(
    pid INTEGER PRIMARY KEY,
    last_visit INTEGER NOT NULL,                 -- days since 1970; 0: none yet
    visits INTEGER NOT NULL DEFAULT 0,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    pinyin TEXT NOT NULL,                        -- as shown: "shan su fen | chan su fen"
    name_key TEXT NOT NULL,
    initials_key TEXT NOT NULL,
    pinyin_key TEXT NOT NULL,
    given_key TEXT NOT NULL,
    phone_key TEXT NOT NULL,
    number_key TEXT NOT NULL                     -- the clinic's and older numbers, in every form that is a key
) STRICT;
CREATE INDEX patient_recent ON patient_rank(last_visit DESC, pid, name_key, initials_key, pinyin_key, given_key, phone_key,
                                            number_key);
