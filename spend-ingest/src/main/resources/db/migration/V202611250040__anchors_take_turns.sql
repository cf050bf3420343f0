-- When a delivery of an anchor was last begun to be read, so that anchors take turns however many files they push.
CREATE TABLE reading_turn (
    anchor text CONSTRAINT pk_reading_turn PRIMARY KEY CONSTRAINT fk_reading_turn_anchor REFERENCES anchor,
    begun_at timestamptz NOT NULL
);
