CREATE TABLE anchor (
    id text CONSTRAINT pk_anchor PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL,
    home_place text NOT NULL,
    identifiers text[] NOT NULL,
    sharing text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE TABLE feed (
    anchor text NOT NULL CONSTRAINT fk_feed_anchor REFERENCES anchor,
    id text NOT NULL,
    title text NOT NULL,
    vat_basis text NOT NULL,
    threshold numeric(18, 2),
    cadence text NOT NULL,
    mapping jsonb,
    mapping_version integer NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_feed PRIMARY KEY (anchor, id)
);

CREATE TABLE delivery (
    id uuid CONSTRAINT pk_delivery PRIMARY KEY,
    anchor text NOT NULL,
    feed text NOT NULL,
    state text NOT NULL
        CONSTRAINT ck_delivery_state
        CHECK (state IN ('RECEIVED', 'READING', 'REFUSED', 'PUBLISHED', 'APPLIED', 'SUPERSEDED', 'WITHDRAWN')),
    received_at timestamptz NOT NULL,
    file_name text,
    bytes bigint NOT NULL,
    sha256 text NOT NULL,
    expected_lines bigint,
    expected_total numeric(24, 4),
    period text,
    attempt integer NOT NULL DEFAULT 0,
    layout jsonb,
    accepted bigint NOT NULL DEFAULT 0,
    refused bigint NOT NULL DEFAULT 0,
    blank bigint NOT NULL DEFAULT 0,
    excluded bigint NOT NULL DEFAULT 0,
    net numeric(24, 4) NOT NULL DEFAULT 0,
    credits numeric(24, 4) NOT NULL DEFAULT 0,
    credit_lines bigint NOT NULL DEFAULT 0,
    problem_code text,
    problem_detail text,
    applied_lines bigint,
    applied_total numeric(24, 4),
    applied_agrees boolean,
    applied_at timestamptz,
    CONSTRAINT fk_delivery_feed FOREIGN KEY (anchor, feed) REFERENCES feed,
    CONSTRAINT uq_delivery_bytes_in_feed UNIQUE (anchor, feed, sha256)
);

CREATE INDEX ix_delivery_of_anchor ON delivery (anchor, received_at);

-- A row here is a delivery still to be read. Its reader holds the row's lock, which a crash releases.
CREATE TABLE reading_job (
    delivery uuid CONSTRAINT pk_reading_job PRIMARY KEY CONSTRAINT fk_reading_job_delivery REFERENCES delivery,
    queued_at timestamptz NOT NULL,
    not_before timestamptz NOT NULL,
    failures integer NOT NULL DEFAULT 0
);

CREATE TABLE refused_row (
    delivery uuid NOT NULL CONSTRAINT fk_refused_row_delivery REFERENCES delivery,
    row bigint NOT NULL,
    code text NOT NULL,
    column_name text,
    value text,
    advice text NOT NULL,
    cells text[] NOT NULL,
    CONSTRAINT pk_refused_row PRIMARY KEY (delivery, row)
);

CREATE TABLE outbox (
    id bigserial CONSTRAINT pk_outbox PRIMARY KEY,
    topic text NOT NULL,
    key text NOT NULL,
    fact bytea NOT NULL
);
