-- The first day of which a dated file says that the postcode lies in its district; null where no dated file says so.
ALTER TABLE postcode ADD COLUMN since date;

-- In which district a postcode lay before: from the first day of which a file says so, until the next of these, or until
-- the postcode's own day. The first of them is true of all days before, too.
CREATE TABLE former_district (
    postcode text NOT NULL CONSTRAINT fk_former_district_postcode REFERENCES postcode,
    since date NOT NULL,
    district text NOT NULL,
    source text NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT pk_former_district PRIMARY KEY (postcode, since)
);
