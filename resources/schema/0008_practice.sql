-- What a practice makes its own: phrases it writes often, notes and formulas it begins from, and its prices.

-- A piece of text and the letters that call it.
CREATE TABLE phrase(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    owner_id BLOB REFERENCES user(id),           -- null: the whole clinic's
    field TEXT NOT NULL DEFAULT '',              -- of the note: complaint, history …; empty: everywhere
    abbreviation TEXT NOT NULL,                  -- lower case letters and digits
    text TEXT NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0 CHECK(retired IN (0, 1))
) STRICT;
CREATE INDEX phrase_owner ON phrase(owner_id) WHERE retired = 0;
