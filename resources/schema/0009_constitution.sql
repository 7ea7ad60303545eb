-- Constitution (中医体质) by questionnaire: an assessment with its answers and its nine results (FHIR QuestionnaireResponse).
-- Never deleted: a wrong one is marked as entered in error.
CREATE TABLE constitution_assessment(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    patient_id BLOB NOT NULL REFERENCES patient(id),
    form TEXT NOT NULL,                          -- id and version: constitution-standard/1
    sex TEXT CHECK(sex IN ('female', 'male')),   -- whose items were asked; null: the form asks all the same
    answered_by TEXT NOT NULL CHECK(answered_by IN ('staff', 'patient')),  -- who gave the answers to the screen
    day INTEGER NOT NULL,                        -- civil day of the answers, days since 1970
    recorded_ms INTEGER NOT NULL,
    recorded_by_id BLOB REFERENCES user(id),
    status TEXT NOT NULL DEFAULT 'completed' CHECK(status IN ('completed', 'entered-in-error'))
) STRICT;
CREATE INDEX constitution_assessment_patient ON constitution_assessment(patient_id, day DESC, recorded_ms DESC, n DESC);

CREATE TABLE constitution_answer(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    assessment_id BLOB NOT NULL REFERENCES constitution_assessment(id),
    item TEXT NOT NULL,                          -- code of the form's item
    value INTEGER NOT NULL CHECK(value BETWEEN 1 AND 5)
) STRICT;
CREATE INDEX constitution_answer_assessment ON constitution_answer(assessment_id);

CREATE TABLE constitution_result(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    batch_id BLOB REFERENCES import_batch(id),
    assessment_id BLOB NOT NULL REFERENCES constitution_assessment(id),
    type TEXT NOT NULL,                          -- pinghe, qixu …
    raw INTEGER NOT NULL,
    transformed REAL,                            -- 0 to 100, not rounded; null: the form has sums only
    decision TEXT NOT NULL
        CHECK(decision = 'yes' OR decision = 'basically_yes' OR decision = 'tendency' OR decision = 'no')
) STRICT;
CREATE INDEX constitution_result_assessment ON constitution_result(assessment_id);
