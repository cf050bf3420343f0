-- A supplement brings rows that an earlier delivery had refused, mended.
ALTER TABLE delivery
    ADD COLUMN supplements uuid CONSTRAINT fk_delivery_supplements REFERENCES delivery,
    ADD COLUMN months jsonb,
    ADD COLUMN warnings jsonb,
    ADD CONSTRAINT ck_delivery_one_relation CHECK (supersedes IS NULL OR supplements IS NULL);

CREATE INDEX ix_delivery_supplements ON delivery (supplements) WHERE supplements IS NOT NULL;
