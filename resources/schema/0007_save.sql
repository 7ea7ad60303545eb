-- What a signed visit does not need to pay for.

-- Indexes that no query asks. Each cost every save a page of the log for each of its rows, at random places of a big
-- store. What comes to count illnesses, answers or herbs brings its own, with the query that walks it.
DROP INDEX answer_item;
DROP INDEX diagnosis_code;
DROP INDEX prescription_item_herb;

-- Read in the order of rank without sorting.
DROP INDEX diagnosis_revision;
CREATE INDEX diagnosis_revision ON diagnosis(revision_id, rank);
DROP INDEX prescription_revision;
CREATE INDEX prescription_revision ON prescription(revision_id, rank);

-- Diagnoses, answers, herbs and findings come in the record of their revision or prescription and never change after:
-- their touches told nothing that those of the whole do not tell.
DELETE FROM touch WHERE t IN (32, 33, 41, 42);

-- SQLite opens a table of its own for each IN of more than two constants, for each row. The same sets, said with OR.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'status IN (''in-progress'', ''finished'', ''entered-in-error'')',
    'status = ''in-progress'' OR status = ''finished'' OR status = ''entered-in-error''')
WHERE type = 'table' AND name = 'visit';
UPDATE sqlite_schema SET sql = replace(sql, 'status IN (''preliminary'', ''final'', ''amended'', ''entered-in-error'')',
    'status = ''preliminary'' OR status = ''final'' OR status = ''amended'' OR status = ''entered-in-error''')
WHERE type = 'table' AND name = 'visit_revision';
UPDATE sqlite_schema SET sql = replace(sql, 'kind IN (''disease'', ''pattern'', ''method'', ''western'')',
    'kind = ''disease'' OR kind = ''pattern'' OR kind = ''method'' OR kind = ''western''')
WHERE type = 'table' AND name = 'diagnosis';
UPDATE sqlite_schema SET sql = replace(sql, 'route IN (''decoction'', ''granule'', ''pill'', ''powder'', ''external'')',
    'route = ''decoction'' OR route = ''granule'' OR route = ''pill'' OR route = ''powder'' OR route = ''external''')
WHERE type = 'table' AND name = 'prescription';
UPDATE sqlite_schema SET sql = replace(sql, 'severity IN (''severe'', ''warning'', ''note'')',
    'severity = ''severe'' OR severity = ''warning'' OR severity = ''note''')
WHERE type = 'table' AND name = 'prescription_finding';
PRAGMA writable_schema = RESET;
