-- The transaction that last changed a delivery: by it those who keep a copy find what is new. The counts of one that is
-- being read do not count as a change until it is read. Here and not in each statement, so that none forgets it.
ALTER TABLE delivery ADD COLUMN changed_in bigint NOT NULL DEFAULT 0;
CREATE INDEX ix_delivery_changed_in ON delivery (changed_in, id);
CREATE INDEX ix_delivery_anchor_changed_in ON delivery (anchor, changed_in, id);

CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed_in := CAST(CAST(pg_current_xact_id() AS text) AS bigint);
    RETURN NEW;
END $$;

CREATE TRIGGER tr_delivery_made BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION note_change();
CREATE TRIGGER tr_delivery_changed BEFORE UPDATE ON delivery FOR EACH ROW
    WHEN (OLD IS DISTINCT FROM NEW AND NOT (OLD.state = 'READING' AND NEW.state = 'READING'))
    EXECUTE FUNCTION note_change();
