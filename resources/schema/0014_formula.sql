-- Formulas that somebody keeps to prescribe again. They belong to no patient.
CREATE TABLE formula_template(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    owner_id BLOB REFERENCES user(id),           -- null: everybody's
    name TEXT NOT NULL CHECK(length(name) > 0),
    code TEXT NOT NULL,                          -- what it is typed by
    indication TEXT,                             -- what it is for, in its keeper's words
    edition INTEGER NOT NULL DEFAULT 1,          -- of its herbs
    active INTEGER NOT NULL DEFAULT 1 CHECK(active IN (0, 1))
) STRICT;

CREATE TABLE formula_template_item(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    formula_template_id BLOB NOT NULL REFERENCES formula_template(id),
    edition INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    herb TEXT,                                   -- id in the catalogue; null: a name that is not known
    name TEXT NOT NULL,
    dose_mg INTEGER CHECK(dose_mg > 0),          -- per packet; null: left to the hand each time
    preparation TEXT
) STRICT;
CREATE INDEX formula_template_item_formula ON formula_template_item(formula_template_id, edition, rank);
