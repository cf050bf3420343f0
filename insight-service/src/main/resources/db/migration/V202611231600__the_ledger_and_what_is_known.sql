-- One row makes a delivery's Parquet file count, from the moment the row says.
CREATE TABLE ledger_file (
    delivery uuid CONSTRAINT pk_ledger_file PRIMARY KEY,
    attempt integer NOT NULL,
    anchor text NOT NULL,
    feed text NOT NULL,
    vat_basis text NOT NULL,
    path text NOT NULL,
    lines bigint NOT NULL,
    total numeric(24, 4) NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz NOT NULL DEFAULT 'infinity'
);

CREATE INDEX ix_ledger_file_anchor ON ledger_file (anchor, known_from);

-- Where reading of the deliveries topic begins after a restart: before every delivery that is still open.
CREATE TABLE reading_position (
    partition_number integer CONSTRAINT pk_reading_position PRIMARY KEY,
    next_offset bigint NOT NULL
);

-- The last moment at which this service came to know something. Every change has a moment of its own.
CREATE TABLE knowledge (
    settled_at timestamptz NOT NULL
);
INSERT INTO knowledge VALUES ('2000-01-01T00:00:00Z');

-- What others have stated, in the words they used, for as long as it was what we knew.
CREATE TABLE known_fact (
    id bigserial CONSTRAINT pk_known_fact PRIMARY KEY,
    kind text NOT NULL
        CONSTRAINT ck_known_fact_kind CHECK (kind IN ('ANCHOR', 'PLACE', 'IDENTIFICATION', 'SUPPLIER')),
    key text NOT NULL,
    fact jsonb NOT NULL,
    digest text NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz NOT NULL DEFAULT 'infinity'
);

CREATE UNIQUE INDEX uq_known_fact_current ON known_fact (kind, key) WHERE known_until = 'infinity';

CREATE TABLE outbox (
    id bigserial CONSTRAINT pk_outbox PRIMARY KEY,
    topic text NOT NULL,
    key text NOT NULL,
    fact bytea NOT NULL
);
