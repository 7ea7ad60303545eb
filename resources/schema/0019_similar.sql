-- The clinic's own past with a pattern or disease is walked from its newest rows. Methods and Western diagnoses are not
-- asked for, so they cost no save a page.
CREATE INDEX diagnosis_code ON diagnosis(code_system, code) WHERE kind = 'pattern' OR kind = 'disease';
