-- What supplements a delivery counts for as long as that one does.
ALTER TABLE ledger_file ADD COLUMN supplements uuid;
CREATE INDEX ix_ledger_file_supplements ON ledger_file (supplements) WHERE supplements IS NOT NULL;
