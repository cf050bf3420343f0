-- A key in an address lets in clients that can send no token. The key itself is nowhere kept.
CREATE TABLE reconciliation_key (
    id uuid CONSTRAINT pk_reconciliation_key PRIMARY KEY,
    digest text NOT NULL CONSTRAINT uq_reconciliation_key_digest UNIQUE,
    purpose text NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL,
    revoked_at timestamptz
);
