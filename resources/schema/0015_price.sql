-- What the clinic asks for herbs.
CREATE TABLE price(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
    name TEXT NOT NULL CHECK(length(name) > 0),  -- of the piece: 白术 and 炒白术 are two
    fen_per_10g INTEGER NOT NULL CHECK(fen_per_10g > 0), -- hundredths of a yuan for ten grams
    active INTEGER NOT NULL DEFAULT 1 CHECK(active IN (0, 1))
) STRICT;
CREATE INDEX price_name ON price(name);
