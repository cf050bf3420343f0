ALTER TABLE mention_value ADD COLUMN attempt integer NOT NULL DEFAULT 1;

-- Withdrawn or superseded: what such a delivery paid is not at stake, however late it is heard of.
CREATE TABLE forgotten_delivery (
    delivery uuid CONSTRAINT pk_forgotten_delivery PRIMARY KEY
);
